import type {Document} from './document/index.ts'
import {LeakCheck} from './leak/find-leaks.ts'
import {findStyle, type RenderOptions, readOptions} from './render-options.ts'
import {variantOf} from './variant.ts'

/** Text of other readers stands where one reader can see it. The message names places, never the text. */
export class LeakError extends Error {
  override readonly name = 'LeakError'
}

/**
 * Make sure that text which only other readers get stands nowhere in an output: body, ids, attributes, JSON-LD, comments.
 *
 * @param document The document that the output was made from.
 * @param output HTML, text, Markdown or JSON.
 * @param options Whose output it is: audience and further dimensions.
 * @throws {LeakError} Where it does.
 * @throws {RangeError} For a reader whom the document does not serve.
 */
export function assertNoLeak(document: Document, output: string, options: RenderOptions): void {
  const {reader} = readOptions(document, options)
  const {selection, numbering} = variantOf(
    document,
    reader,
    findStyle(document.settings, document.settings.citationStyle),
  )
  const found = new LeakCheck(selection, numbering).find(output)
  if (found.length === 0) return
  const places = found.map(({place}) => {
    const {line, column} = place?.position?.start ?? {}
    const file = place?.data?.file ?? document.path ?? 'the source'
    return line === undefined ? `${file} (front matter, glossary or references)` : `${file}:${line}:${column}`
  })
  throw new LeakError(
    `Text that \`${reader.audience}\` does not get stands in the output: ${[...new Set(places)].join(', ')}`,
  )
}
