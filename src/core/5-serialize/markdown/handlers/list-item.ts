import type {ListItem, RootContent} from 'mdast'
import {anchored} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

export function listItem(node: ListItem, context: MarkdownContext): RootContent[] {
  // Flow in, flow out.
  return [{...node, children: anchored(node, context.flow(node.children), context) as ListItem['children']}]
}
