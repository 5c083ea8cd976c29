import type {ListItem, RootContent} from 'mdast'
import {anchored} from '../anchor.ts'
import type {Context} from '../context.ts'

export function listItem(node: ListItem, context: Context): RootContent[] {
  // Flow in, flow out.
  return [{...node, children: anchored(node, context.flow(node.children), context) as ListItem['children']}]
}
