import type {FootnoteReference} from 'mdast'
import {footnoteReferenceAt} from '../../render-context.ts'
import type {PlainTextContext} from '../context.ts'

/** `[^1]`: neither a citation, `[1]`, nor a digit that joins the number before it. */
export function footnoteReference(node: FootnoteReference, context: PlainTextContext): string {
  const call = footnoteReferenceAt(node, context.ask)
  return call === undefined ? '' : `[^${call.number}]`
}
