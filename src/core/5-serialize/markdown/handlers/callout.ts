import type {Paragraph, PhrasingContent, RootContent} from 'mdast'
import type {Callout} from '../../../language/index.ts'
import {anchored} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

/**
 * GitHub's alert, with the title, which alerts do not have, in bold below its mark.
 *
 * @see
 * https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function callout(node: Callout, context: MarkdownContext): RootContent[] {
  const [first] = node.children
  const title = first?.type === 'calloutTitle' ? context.phrasing(first.children) : []
  const body = context.flow(first?.type === 'calloutTitle' ? node.children.slice(1) : node.children)
  const [opening] = body
  const joins = title.length === 0 && opening?.type === 'paragraph'
  const line: PhrasingContent[] = joins
    ? opening.children
    : title.length > 0
      ? [{type: 'strong', children: title}]
      : []
  const mark: PhrasingContent = {type: 'html', value: `[!${node.kind.toUpperCase()}]`}
  const start: Paragraph = {
    type: 'paragraph',
    children: line.length === 0 ? [mark] : [mark, {type: 'text', value: '\n'}, ...line],
  }
  const children = [start, ...(joins ? body.slice(1) : body)] as Paragraph[] // flow in, flow out
  return anchored(node, [{type: 'blockquote', children}], context)
}
