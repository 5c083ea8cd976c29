import type {List, RootContent} from 'mdast'
import type {Context} from '../context.ts'

export function list(node: List, context: Context): RootContent[] {
  return [{...node, children: context.flow(node.children) as List['children']}] // items in, items out
}
