import type {PhrasingContent} from 'mdast'
import type {Term} from '../../../document/index.ts'
import type {Context} from '../context.ts'

/** A term is its wording; the glossary explains it. */
export function term(node: Term, context: Context): PhrasingContent[] {
  return context.phrasing(node.children)
}
