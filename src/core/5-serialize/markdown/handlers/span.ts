import type {PhrasingContent} from 'mdast'
import type {Span} from '../../../language/index.ts'
import {anchorsOf} from '../anchor.ts'
import type {Context} from '../context.ts'

export function span(node: Span, context: Context): PhrasingContent[] {
  return [...anchorsOf(node, context), ...context.phrasing(node.children)]
}
