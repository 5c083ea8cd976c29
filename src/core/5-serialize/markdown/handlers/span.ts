import type {PhrasingContent} from 'mdast'
import type {Span} from '../../../language/index.ts'
import {anchorsOf} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

export function span(node: Span, context: MarkdownContext): PhrasingContent[] {
  return [...anchorsOf(node, context), ...context.phrasing(node.children)]
}
