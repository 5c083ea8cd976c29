import {VFile} from 'vfile'
import {type DecodedText, decodeUtf8, type Limits, pointAt} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'
import {findExcess, type ScanLimits} from './prescan.ts'

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
export function stripBom(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** Bounds that a source must keep before a parser sees it. */
export type SourceLimits = ScanLimits & Pick<Limits, 'sourceBytes'>

/**
 * Check a text before it is parsed: size, what parsing would cost, characters that cannot be published.
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
  const excess = findExcess(text, limits)
  if (excess !== undefined) {
    report('limit-exceeded', {place: pointAt(text, origin, excess.offset), file, detail: excess.detail})
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
