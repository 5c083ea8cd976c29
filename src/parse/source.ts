import {VFile} from 'vfile'
import {type DecodedText, decodeUtf8, pointAt} from '../document/index.ts'
import type {Report} from '../messages/reporter.ts'

/** A source as text, before anything is read from it. */
export interface SourceText extends DecodedText {
  readonly path: string | undefined
}

const origin = {line: 1, column: 1, offset: 0}

/**
 * The text of what a caller handed in.
 *
 * @param source Text, or a VFile whose value is text or UTF-8 bytes.
 * @param path Path from the content root; the VFile's own where absent.
 */
export function openSource(source: string | VFile, path: string | undefined): SourceText {
  const file = typeof source === 'string' ? new VFile({value: source}) : source
  const decoded = decodeUtf8(file.value ?? '')
  return {...decoded, path: path ?? file.path}
}

/** Text without the byte order mark that some editors put first. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Bounds that a source must keep before a parser sees it. */
export interface SourceLimits {
  /** UTF-8 bytes. */
  readonly sourceBytes: number
  /** Levels of quotes, list items and containers inside one another. */
  readonly nesting: number
}

/**
 * Check a text before it is parsed: size, nesting, characters that cannot be published.
 *
 * @param invalid Offset of the first character that stands for invalid bytes; -1 where there is none.
 * @returns Whether it may be parsed; after a `limit-exceeded` it may not.
 */
export function checkSource(
  text: string,
  invalid: number,
  limits: SourceLimits,
  report: Report,
  file?: string,
): boolean {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > limits.sourceBytes) {
    const detail = `The source has ${bytes} bytes; at most ${limits.sourceBytes} are allowed`
    report('limit-exceeded', {place: origin, file, actual: String(bytes), detail})
    return false
  }
  const deep = findNesting(text, limits.nesting)
  if (deep >= 0) {
    const detail = `More than ${limits.nesting} quotes, lists or containers stand inside one another`
    report('limit-exceeded', {place: pointAt(text, origin, deep), file, detail})
    return false
  }
  if (invalid >= 0)
    report('source-invalid', {
      place: pointAt(text, origin, invalid),
      file,
      detail: 'The bytes at this place are no UTF-8 text',
    })
  reportFirst(text, /\0/, 'The character U+0000 (NUL) cannot be published', report, file)
  reportFirst(
    text,
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
    'Half of a surrogate pair is no character',
    report,
    file,
  )
  return true
}

function reportFirst(
  text: string,
  what: RegExp,
  detail: string,
  report: Report,
  file: string | undefined,
): void {
  const index = text.search(what)
  if (index >= 0) report('source-invalid', {place: pointAt(text, origin, index), file, detail})
}

/**
 * Offset of the first line that opens more levels than allowed; -1 where none does. A level is a `>`, a list marker,
 * two columns of indentation, or a line that opens a container and has not been closed.
 */
function findNesting(text: string, allowed: number): number {
  let containers = 0
  let offset = 0
  for (const line of text.split('\n')) {
    const prefix = /^(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/.exec(line)?.[0] ?? ''
    const markers = prefix.replace(/[^>*+.)-]/g, '').length
    const fence = /^:{3,}(.?)/.exec(line.slice(prefix.length))
    if (fence) containers = fence[1]?.trim() ? containers + 1 : Math.max(0, containers - 1)
    if (markers + containers > allowed || prefix.length > allowed * 16) return offset
    offset += line.length + 1
  }
  return -1
}
