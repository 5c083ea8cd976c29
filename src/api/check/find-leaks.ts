import type {Position} from 'unist'
import {LeakCheck} from '../../checks/leak/find-leaks.ts'
import type {Document, Variant} from '../../core/language/index.ts'
import {printShell} from '../render/print-shell.ts'
import {type RenderOptions, readOptions} from '../render/render-options.ts'
import {variantOf} from '../variant.ts'

/** A piece of text that stands where one reader can see it, and that only others get. */
export interface Leak {
  /** As its author wrote it. */
  readonly text: string
  /** File that it was written in, from the content root; absent: unknown. */
  readonly file?: string
  /** Where; absent for texts of the front matter, the glossary and references. */
  readonly place?: Position
}

/**
 * Find text which only other readers get in an output: body, ids, attributes, JSON-LD, comments. What is
 * found is for authors and developers alone, never for readers.
 *
 * @param document The document that the output was made from.
 * @param output HTML, text, Markdown or JSON.
 * @param options Whose output it is: audience and further dimensions.
 * @param from Only text that this audience gets, too; default: text of all other readers.
 * @returns Each piece once; none for a sound output.
 * @throws {RangeError} For a reader that the document does not serve.
 * @example
 * import {compile, findLeaks} from 'parlance-md'
 *
 * const document = compile('Hello :clinician[colleague]:patient[there].')
 * findLeaks(document, 'Hello colleague.', {audience: 'patient'}).length // 1
 */
export function findLeaks(
  document: Document,
  output: string,
  options: RenderOptions,
  from?: string,
): readonly Leak[] {
  const others = from === undefined ? undefined : variantFor(document, {...options, audience: from})
  const own = variantFor(document, options)
  const pieces = new LeakCheck(own, printShell(own), others).find(output)
  return pieces.map(({text, place}): Leak => {
    const file = place?.data?.file ?? document.path
    return {text, ...(file !== undefined && {file}), ...(place?.position && {place: place.position})}
  })
}

function variantFor(document: Document, options: RenderOptions): Variant {
  const {reader, style} = readOptions(document, options)
  return variantOf(document, reader, style)
}
