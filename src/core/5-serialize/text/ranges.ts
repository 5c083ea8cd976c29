import type {PlainTextContext} from './context.ts'

/** Ranges as the project wants them in plain text: `1–3`, or `1-3` where all must be ASCII. */
export function ranges(text: string, {document}: PlainTextContext): string {
  return document.settings.textRanges === 'hyphen'
    ? text.replace(/(?<=[\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, '-')
    : text
}
