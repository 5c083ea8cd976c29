import type {Link, PhrasingContent} from 'mdast'
import {isUnsafeUrl} from '../../../language/index.ts'
import type {MarkdownContext} from '../context.ts'

/** A link; its text alone inside another one, or where its URL must not reach an output. */
export function link(node: Link, context: MarkdownContext): PhrasingContent[] {
  const children = context.linked().phrasing(node.children)
  return context.inLink || isUnsafeUrl(node.url)
    ? children
    : [{...node, children: children as Link['children']}] // no link inside a link
}
