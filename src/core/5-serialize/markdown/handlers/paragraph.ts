import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import {anchored} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

export function paragraph(node: Paragraph, context: MarkdownContext): RootContent[] {
  const children = context.phrasing(node.children)
  return children.length === 0 ? [] : anchored(node, [{...node, children: guardCall(children)}], context)
}

/**
 * A paragraph that begins with a footnote call and a colon would be read as the definition of that footnote.
 */
function guardCall(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [call, text, ...others] = children
  if (call?.type !== 'footnoteReference' || text?.type !== 'text' || !text.value.startsWith(':'))
    return [...children]
  return [call, {type: 'html', value: '&#58;'}, {type: 'text', value: text.value.slice(1)}, ...others]
}
