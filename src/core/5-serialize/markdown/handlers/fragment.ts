import type {RootContent} from 'mdast'
import type {Fragment} from '../../../language/index.ts'
import {anchored} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

export function fragment(node: Fragment, context: MarkdownContext): RootContent[] {
  return anchored(node, context.flow(node.children), context)
}
