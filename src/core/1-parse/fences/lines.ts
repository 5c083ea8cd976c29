/** A line of Markdown as the fence check sees it. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Offset of its first character. */
  readonly offset: number
  /** Without its line ending. */
  readonly text: string
  /** How many of the quotes and list items that were open go on. */
  readonly kept: number
  /** How many quotes and list items are open behind it. */
  readonly blocks: number
  /** Columns of blanks before the content, inside the innermost of these. */
  readonly indent: number
  /** What stands in the line behind so many of the blocks that go on; only where it may be a fence. */
  readonly behind: readonly {readonly indent: number; readonly content: string}[]
  /** What stands behind their markers and the blanks, and its index in `text`. */
  readonly content: string
  readonly contentIndex: number
}

/** Columns by which a footnote’s further blocks are indented. */
const footnoteIndent = 4

/** A block quote, or a list item or a footnote with the columns to its content. */
type Container = 'quote' | number

/** Split a source into lines; front matter is passed over. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = []
  const reader = new LineReader()
  let offset = 0
  let inFrontMatter = /^---[ \t]*(?:\r\n|\r|\n)/.test(source)
  for (const [index, full] of source.split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
    const text = full.replace(/[\r\n]+$/, '')
    if (!inFrontMatter) lines.push({number: index + 1, offset, text, ...reader.read(text)})
    else if (index > 0 && /^---[ \t]*$/.test(text)) inFrontMatter = false
    offset += full.length
  }
  return inFrontMatter ? [] : lines
}

/**
 * Finds the quotes, list items and footnotes that a line stands in.
 *
 * @see https://spec.commonmark.org/0.31.2/#phase-1-block-structure
 */
class LineReader {
  #open: readonly Container[] = []

  read(text: string): Pick<Line, 'kept' | 'blocks' | 'indent' | 'behind' | 'content' | 'contentIndex'> {
    const cursor = new LineCursor(text)
    const open: Container[] = []
    const behind: Line['behind'][number][] = []
    const isFence = text.includes(':::')
    const look = (): void => {
      if (isFence) behind.push({indent: cursor.blanks(), content: cursor.rest()})
    }
    look()
    for (const block of this.#open) {
      if (!goesOn(block, cursor)) break
      open.push(block)
      look()
    }
    const kept = open.length
    for (let block = begin(cursor); block !== undefined; block = begin(cursor)) open.push(block)
    this.#open = open
    const indent = cursor.blanks()
    const contentIndex = cursor.contentIndex()
    return {kept, blocks: open.length, indent, behind, content: text.slice(contentIndex), contentIndex}
  }
}

function goesOn(block: Container, cursor: LineCursor): boolean {
  if (block === 'quote') return takeQuote(cursor)
  if (cursor.isBlank()) return true
  return cursor.blanks() >= block && cursor.skip(block)
}

function begin(cursor: LineCursor): Container | undefined {
  if (takeQuote(cursor)) return 'quote'
  const blanks = cursor.blanks()
  const rest = cursor.rest()
  const footnote = /^\[\^[^\]\s]+\]:/.exec(rest)?.[0]
  if (blanks <= 3 && footnote !== undefined) {
    cursor.skip(blanks)
    cursor.take(footnote.length)
    cursor.skip(cursor.blanks())
    return footnoteIndent
  }
  const marker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/.exec(rest)?.[0]
  if (blanks > 3 || marker === undefined || /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$/.test(rest))
    return undefined
  cursor.skip(blanks)
  cursor.take(marker.length)
  const after = cursor.blanks()
  const gap = cursor.isBlank() || after > 4 ? 1 : after
  cursor.skip(gap)
  return blanks + marker.length + gap
}

function takeQuote(cursor: LineCursor): boolean {
  const blanks = cursor.blanks()
  if (blanks > 3 || !cursor.rest().startsWith('>')) return false
  cursor.skip(blanks)
  cursor.take(1)
  cursor.skip(1)
  return true
}

/**
 * A place in a line that counts columns: a tab goes to the next multiple of four, and may be taken in part.
 */
class LineCursor {
  readonly #text: string
  #index = 0
  #column = 0
  /** Columns that are left of a tab which was taken in part. */
  #left = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Columns of blanks from here. */
  blanks(): number {
    let column = this.#column + this.#left
    for (let index = this.#index; isBlank(this.#text[index]); index++)
      column += this.#text[index] === '\t' ? 4 - (column % 4) : 1
    return column - this.#column
  }

  /** Take up to so many columns of blanks. */
  skip(columns: number): true {
    for (let wanted = columns; wanted > 0; wanted--) {
      if (this.#left > 0) this.#left--
      else if (!isBlank(this.#text[this.#index])) return true
      else if (this.#text[this.#index++] === '\t') this.#left = 3 - (this.#column % 4)
      this.#column++
    }
    return true
  }

  take(characters: number): void {
    this.#index += characters
    this.#column += characters
  }

  contentIndex(): number {
    let index = this.#index
    while (isBlank(this.#text[index])) index++
    return index
  }

  /** What stands behind the blanks. */
  rest(): string {
    return this.#text.slice(this.contentIndex())
  }

  isBlank(): boolean {
    return this.contentIndex() === this.#text.length
  }
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t'
}
