import type {Delete, Emphasis, PhrasingContent, Strong} from 'mdast'
import type {MarkdownContext} from '../context.ts'

/** Markup in a line; without anything inside, its marks would read as text. */
export function inline(node: Delete | Emphasis | Strong, context: MarkdownContext): PhrasingContent[] {
  const children = context.phrasing(node.children)
  return children.length === 0 ? [] : [{...node, children}]
}
