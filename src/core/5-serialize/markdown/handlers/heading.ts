import type {Heading, RootContent} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {anchorsOf} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

/**
 * A heading; with an anchor where something links to it by another id than readers of GFM make from its text.
 */
export function heading(node: Heading, context: MarkdownContext): RootContent[] {
  const children = context.phrasing(node.children)
  const slug = context.slugger.slug(textOf(children, {includeHtml: false, includeImageAlt: false}))
  const anchors = slug === node.data?.id ? [] : anchorsOf(node, context)
  return children.length === 0 ? [] : [{...node, children: [...anchors, ...children]}]
}
