import {type Explanation, explain} from '../../checks/account/explain.ts'
import {select} from '../../core/3-select/select.ts'
import type {Document} from '../../core/language/index.ts'
import {type RenderOptions, readOptions} from '../render/render-options.ts'

/**
 * Accounts for every part of a page: whether one reader gets it, which rule decided, and where.
 *
 * @param document A compiled document.
 * @param options Audience and further dimensions.
 * @returns Parts in document order.
 * @throws {RangeError} For a reader that the document does not serve.
 * @example
 * import {compile, explainVariant} from 'parlance-md'
 *
 * const document = compile(':::clinician\nOne.\n:::\n\nTwo.')
 * explainVariant(document, {audience: 'patient'}).filter(({status}) => status === 'out')
 */
export function explainVariant(document: Document, options: RenderOptions): readonly Explanation[] {
  const {reader} = readOptions(document, options)
  return explain(document, select(document, reader))
}
