import type {Root} from 'mdast'
import {plainTree} from '../../core/5-serialize/html/plain-tree.ts'
import {describeVariant} from '../../core/5-serialize/meta.ts'
import type {Document, Rendering} from '../../core/language/index.ts'
import {concerning} from '../../core/messages/concerning.ts'
import {splitDisabled} from '../../core/messages/disables.ts'
import {Reporter} from '../../core/messages/reporter.ts'
import {variantOf} from '../variant.ts'
import {type RenderOptions, readOptions} from './render-options.ts'

/** What `renderTree` gives back. */
export type TreeRendering = Omit<Rendering, 'value' | 'meta'> & {
  /** Plain mdast, which is yours to change; empty where the page or this variant has an error. */
  readonly tree: Root
  /** What `render` says of the variant, but for the hash of an output. */
  readonly meta: Omit<Rendering['meta'], 'hash' | 'format'>
}

/**
 * One variant of a document as a tree for `mdast-util-to-hast` and whatever else reads mdast: selected and
 * numbered, with its lists of references and terms. It holds what other syntaxes brought into the page, where
 * their place was selected.
 *
 * @param document A compiled document.
 * @param options Audience, further dimensions, citation style.
 * @returns The tree, and what `render` gives with it.
 * @throws {RangeError} For an option that is not allowed; the message lists those that are.
 * @example
 * import {compile, renderTree} from 'parlance-md'
 *
 * const {tree} = renderTree(compile('# Dose\n\n5 mg.'), {audience: 'patient'})
 */
export function renderTree(document: Document, options: Omit<RenderOptions, 'format'>): TreeRendering {
  // an index signature takes the keys' types away
  const {reader, style} = readOptions(document, options as RenderOptions)
  const {selection, numbering} = variantOf(document, reader, style)
  const {report, messages: late} = new Reporter(document.settings, document.path)
  const own = concerning(document.messages, reader.audience, report)
  const found = [...selection.messages, ...numbering.messages]
  const messages = [...own, ...splitDisabled(found, document.disables).messages, ...late]
  const held = messages.some(({fatal}) => fatal === true)
  const {hash: _, format: __, ...meta} = describeVariant(selection, numbering, 'html', '')
  const terms = numbering.glossary.map(({id}) => id)
  const tree: Root = held ? {type: 'root', children: []} : plainTree(selection, numbering)
  return {tree, messages, citations: numbering.order, fallbacks: selection.fallbacks, terms, meta}
}
