import type {Blockquote, RootContent} from 'mdast'
import type {MarkdownContext} from '../context.ts'

export function quote(node: Blockquote, context: MarkdownContext): RootContent[] {
  return [{...node, children: context.flow(node.children) as Blockquote['children']}] // flow in, flow out
}
