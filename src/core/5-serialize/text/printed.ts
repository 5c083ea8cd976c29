import {isUnsafeUrl} from '../../language/index.ts'
import type {PlainTextContext} from './context.ts'

/** A URL as one unbroken word; nothing for one that must not reach an output. */
export function printedUrl(url: string): string {
  return isUnsafeUrl(url) ? '' : url.replace(/[\s<>]/g, character => encodeURIComponent(character))
}

/** Text for a line: line endings and tabs of the source are blanks, and a run of blanks is one. */
export function inline(value: string): string {
  return value.replace(/[\t\n\r ]+/g, ' ')
}

/** Ranges as the project wants them in plain text: `1–3`, or `1-3` where all must be ASCII. */
export function ranges(text: string, {document}: PlainTextContext): string {
  return document.settings.textRanges === 'hyphen'
    ? text.replace(/(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, '-')
    : text
}
