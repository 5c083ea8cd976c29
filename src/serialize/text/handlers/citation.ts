import type {Citation} from '../../../document/index.ts'
import type {Context} from '../context.ts'
import {inline} from '../inline.ts'

/** The cluster as the style prints it. */
export function citation(node: Citation, context: Context): string {
  const parts = context.numbering.citations.get(node)?.parts ?? []
  return inline(parts.map(part => part.value).join(''))
}
