import type {Paragraph, RootContent} from 'mdast'
import type {Safety} from '../../../language/index.ts'
import {anchored} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

/** A block quote that says in bold what it is. */
export function safety(node: Safety, context: MarkdownContext): RootContent[] {
  const label: Paragraph = {
    type: 'paragraph',
    children: [{type: 'strong', children: [{type: 'text', value: context.labels.safety}]}],
  }
  const children = [label, ...context.flow(node.children)] as Paragraph[] // flow in, flow out
  return anchored(node, [{type: 'blockquote', children}], context)
}
