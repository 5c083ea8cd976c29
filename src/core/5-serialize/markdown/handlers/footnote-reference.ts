import type {FootnoteReference, PhrasingContent} from 'mdast'
import {footnoteReferenceAt} from '../../render-context.ts'
import type {MarkdownContext} from '../context.ts'

/** A call named by its number: names from several files may be the same. */
export function footnoteReference(node: FootnoteReference, context: MarkdownContext): PhrasingContent[] {
  const call = footnoteReferenceAt(node, context.ask)
  if (call === undefined) return []
  const name = String(call.number)
  return [{type: 'footnoteReference', identifier: name, label: name}]
}
