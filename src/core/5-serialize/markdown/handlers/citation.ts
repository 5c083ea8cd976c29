import type {PhrasingContent} from 'mdast'
import type {Citation} from '../../../language/index.ts'
import {referenceId} from '../../html/ids.ts'
import {raise} from '../../raise.ts'
import {citationAt} from '../../render-context.ts'
import {linkTo} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

/** The cluster as the style prints it, each number a link to its entry. */
export function citation(node: Citation, context: MarkdownContext): PhrasingContent[] {
  const {parts = [], raised = false} = citationAt(node, context.ask) ?? {}
  return parts.flatMap(part => {
    const children: PhrasingContent[] = [{type: 'text', value: raised ? raise(part.value) : part.value}]
    return part.type === 'link' ? linkTo(referenceId(part.key), children, context) : children
  })
}
