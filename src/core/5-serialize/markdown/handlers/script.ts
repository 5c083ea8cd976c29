import type {PhrasingContent} from 'mdast'
import type {Script} from '../../../language/index.ts'
import type {MarkdownContext} from '../context.ts'

/** Tags, which readers of GFM know; Markdown has no mark of its own. */
export function script(node: Script, context: MarkdownContext): PhrasingContent[] {
  const children = context.phrasing(node.children)
  const name = node.type === 'subscript' ? 'sub' : 'sup'
  if (children.length === 0) return []
  return [{type: 'html', value: `<${name}>`}, ...children, {type: 'html', value: `</${name}>`}]
}
