/** A line of Markdown as the fence check sees it. */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Offset of its first character. */
  readonly offset: number
  /** Without its line ending. */
  readonly text: string
  /** Markers of block quotes before it. */
  readonly quotes: number
  /** Index in `text` behind the quote markers. */
  readonly inside: number
  /** Columns of blanks behind the quote markers. */
  readonly indent: number
  /** Columns to the content of each list item that begins on this line. */
  readonly items: readonly number[]
  /** What stands behind quote markers, list markers and blanks, and its index in `text`. */
  readonly content: string
  readonly contentIndex: number
}

/** Split a source into lines; front matter is passed over. */
export function linesOf(source: string): readonly Line[] {
  const lines: Line[] = []
  let offset = 0
  let inFrontMatter = /^---[ \t]*(?:\r\n|\r|\n)/.test(source)
  for (const [index, full] of source.split(/(?<=\r\n|\n|\r(?!\n))/).entries()) {
    const text = full.replace(/[\r\n]+$/, '')
    if (!inFrontMatter) lines.push(readLine(text, index + 1, offset))
    else if (index > 0 && /^---[ \t]*$/.test(text)) inFrontMatter = false
    offset += full.length
  }
  return inFrontMatter ? [] : lines
}

function readLine(text: string, number: number, offset: number): Line {
  const quote = /^(?:[ \t]{0,3}>[ \t]?)+/.exec(text)?.[0] ?? ''
  const indentText = /^[ \t]*/.exec(text.slice(quote.length))?.[0] ?? ''
  const indent = columns(indentText)
  const items: number[] = []
  let at = quote.length + indentText.length
  let column = indent
  for (;;) {
    const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}(?=\S)/.exec(text.slice(at))?.[0]
    if (marker === undefined || /^(?:[-*_][ \t]*){3,}$/.test(text.slice(at))) break
    at += marker.length
    column += columns(marker)
    items.push(column)
  }
  return {
    number,
    offset,
    text,
    quotes: quote.replace(/[^>]/g, '').length,
    inside: quote.length,
    indent,
    items,
    content: text.slice(at),
    contentIndex: at,
  }
}

function columns(blanks: string): number {
  let column = 0
  for (const character of blanks) column += character === '\t' ? 4 - (column % 4) : 1
  return column
}
