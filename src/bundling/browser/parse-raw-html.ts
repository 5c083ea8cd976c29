import type * as whole from '../../core/5-serialize/html/parse-raw-html.ts'

/**
 * Stands in for `serialize/html/parse-raw-html.ts` in the bundle: a parser of HTML would be a quarter of it, for a
 * setting that few have.
 */
export const parseRawHtml: typeof whole.parseRawHtml = undefined
