import type {PhrasingContent} from 'mdast'
import type {CrossReference} from '../../../language/index.ts'
import {linkTo} from '../anchor.ts'
import type {Context} from '../context.ts'

export function crossReference(node: CrossReference, context: Context): PhrasingContent[] {
  return linkTo(node.target, context.linked().phrasing(node.children), context)
}
