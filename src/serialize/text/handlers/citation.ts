import type {Citation} from '../../../document/index.ts'
import {raise} from '../../raise.ts'
import type {Context} from '../context.ts'
import {inline} from '../inline.ts'

/** The cluster as the style prints it. */
export function citation(node: Citation, context: Context): string {
  const {parts = [], raised = false} = context.numbering.citations.get(node) ?? {}
  const printed = parts.map(part => part.value).join('')
  return inline(raised ? raise(printed) : printed)
}
