import type {Document} from '../../core/language/index.ts'
import type {RenderOptions} from '../render/render-options.ts'
import {findLeaks} from './find-leaks.ts'

/** Text of other readers stands where one reader can see it. The message names places, never the text. */
export class LeakError extends Error {
  /** Always `LeakError`. */
  override readonly name = 'LeakError'
}

/**
 * Make sure that text which only other readers get stands nowhere in an output: body, ids, attributes,
 * JSON-LD, comments.
 *
 * @param document The document that the output was made from.
 * @param output HTML, text, Markdown or JSON.
 * @param options Whose output it is: audience and further dimensions.
 * @throws {LeakError} Where it does.
 * @throws {RangeError} For a reader that the document does not serve.
 * @example
 * import {assertNoLeak, compile} from 'parlance-md'
 *
 * const document = compile('Hello :clinician[colleague]:patient[there].')
 * assertNoLeak(document, '<p>Hello there.</p>', {audience: 'patient'}) // throws where it holds “colleague”
 */
export function assertNoLeak(document: Document, output: string, options: RenderOptions): void {
  const found = findLeaks(document, output, options)
  if (found.length === 0) return
  const places = found.map(({file = 'the source', place}) =>
    place === undefined
      ? `${file} (front matter, glossary or references)`
      : `${file}:${place.start.line}:${place.start.column}`,
  )
  throw new LeakError(
    `Text that \`${options.audience}\` does not get stands in the output: ${[...new Set(places)].join(', ')}`,
  )
}
