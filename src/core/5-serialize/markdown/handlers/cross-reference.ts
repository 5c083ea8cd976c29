import type {PhrasingContent} from 'mdast'
import type {CrossReference} from '../../../language/index.ts'
import {linkTo} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

export function crossReference(node: CrossReference, context: MarkdownContext): PhrasingContent[] {
  return linkTo(node.target, context.linked().phrasing(node.children), context)
}
