import type {Limits} from '../language/index.ts'

/** A bound that a source does not keep, and where. */
export interface Excess {
  /** Offset in the text. */
  readonly offset: number
  readonly detail: string
}

/** The bounds that are checked line by line. */
export type ScanLimits = Pick<
  Limits,
  'nesting' | 'lines' | 'paragraphLength' | 'inlineCost' | 'directives' | 'tableColumns'
>

/** Characters that pair with others of their kind: each may be compared with all before it. */
const pairing = /[*_~[\]!]/g
/** Characters from which a parser may look for an end up to the end of the paragraph. */
const searching = /[`<{"]/g

/**
 * Check what a parser would spend on a text, in one pass over its lines and before anything is parsed.
 *
 * Markdown parsers take time that grows with the square of the delimiters in one paragraph, where none of
 * them find a partner. The estimate is the square of the pairing characters of a paragraph, plus its
 * searching characters times its length, and for each underlined heading the lines above it; the sum over all
 * paragraphs is bounded, so that the time of a parse is too.
 *
 * @returns The first bound that is not kept.
 * @see https://spec.commonmark.org/0.31.2/#phase-2-inline-structure
 */
export function findExcess(text: string, limits: ScanLimits): Excess | undefined {
  const scan = new Scan(limits)
  let offset = 0
  for (const line of text.split('\n')) {
    const detail = scan.read(line)
    if (detail !== undefined) return {offset, detail}
    offset += line.length + 1
  }
  const detail = scan.endParagraph()
  return detail === undefined ? undefined : {offset: Math.max(0, offset - 1), detail}
}

class Scan {
  readonly #limits: ScanLimits
  #containers = 0
  #directives = 0
  #cost = 0
  #lines = 0
  #length = 0
  #pairing = 0
  #searching = 0

  constructor(limits: ScanLimits) {
    this.#limits = limits
  }

  read(line: string): string | undefined {
    const prefix = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]\s]+\]:)*/.exec(line)?.[0] ?? ''
    return (
      this.#nesting(line, prefix) ?? this.#table(line) ?? this.#count(line) ?? this.#paragraph(line, prefix)
    )
  }

  /**
   * A level is a `>`, a list marker, a footnote, two columns of indentation, or a container that has not been
   * closed.
   */
  #nesting(line: string, prefix: string): string | undefined {
    const {nesting} = this.#limits
    const markers = prefix.replace(/\[\^[^\]\s]+\]:/g, '>').replace(/[^>*+.)-]/g, '').length
    const fence = /^:{3,}(.?)/.exec(line.slice(prefix.length))
    if (fence) this.#containers = fence[1]?.trim() ? this.#containers + 1 : Math.max(0, this.#containers - 1)
    // A list in a list stands at least two columns further in.
    const indented = markers > 0 ? Math.floor((prefix.length - markers) / 2) : 0
    return Math.max(markers, indented) + this.#containers > nesting || prefix.length > nesting * 16
      ? `More than ${nesting} quotes, lists or containers stand inside one another`
      : undefined
  }

  #table(line: string): string | undefined {
    const {tableColumns} = this.#limits
    const bars = line.includes('|') && /^[\s|:-]+$/.test(line) ? line.split('|').length - 1 : 0
    return bars > tableColumns + 1 ? `A table has more than ${tableColumns} columns` : undefined
  }

  #count(line: string): string | undefined {
    const {directives} = this.#limits
    this.#directives += line.match(/:[\p{L}\p{N}_-]+[[{]|^:{2,}[\p{L}\p{N}]/gu)?.length ?? 0
    return this.#directives > directives ? `The source has more than ${directives} directives` : undefined
  }

  #paragraph(line: string, prefix: string): string | undefined {
    const content = line.slice(prefix.length)
    if (++this.#lines > this.#limits.lines) return `The source has more than ${this.#limits.lines} lines`
    // micromark goes back over all that it has read for each underlined heading.
    if (this.#length > 0 && /^(?:=+|-+)[ \t]*$/.test(content)) this.#cost += this.#lines * 5
    const begins = content === '' || prefix !== '' || /^[#|]/.test(content) || content.includes('|')
    const excess = begins ? this.endParagraph() : undefined
    this.#length += content.length
    // An image parses its alternative text again, with the images in it.
    this.#pairing += (content.match(pairing)?.length ?? 0) + 2 * (content.match(/!\[/g)?.length ?? 0)
    this.#searching += content.match(searching)?.length ?? 0
    const {paragraphLength} = this.#limits
    if (this.#length > paragraphLength) return `A paragraph has more than ${paragraphLength} characters`
    return excess
  }

  endParagraph(): string | undefined {
    this.#cost += this.#pairing ** 2 + this.#searching * this.#length
    this.#length = 0
    this.#pairing = 0
    this.#searching = 0
    return this.#cost > this.#limits.inlineCost
      ? 'The paragraphs up to here hold so many delimiters that parsing them would take too long'
      : undefined
  }
}
