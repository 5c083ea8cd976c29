import type {Blockquote, RootContent} from 'mdast'
import type {Context} from '../context.ts'

export function quote(node: Blockquote, context: Context): RootContent[] {
  return [{...node, children: context.flow(node.children) as Blockquote['children']}] // flow in, flow out
}
