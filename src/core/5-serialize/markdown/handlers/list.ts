import type {List, RootContent} from 'mdast'
import type {MarkdownContext} from '../context.ts'

export function list(node: List, context: MarkdownContext): RootContent[] {
  return [{...node, children: context.flow(node.children) as List['children']}] // items in, items out
}
