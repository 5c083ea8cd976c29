import type {Citation} from '../../../language/index.ts'
import {raise} from '../../raise.ts'
import {citationAt} from '../../render-context.ts'
import type {PlainTextContext} from '../context.ts'
import {inline, ranges} from '../printed.ts'

/** The cluster as the style prints it. */
export function citation(node: Citation, context: PlainTextContext): string {
  const {parts = [], raised = false} = citationAt(node, context.ask) ?? {}
  const printed = ranges(parts.map(part => part.value).join(''), context)
  return inline(raised ? raise(printed) : printed)
}
