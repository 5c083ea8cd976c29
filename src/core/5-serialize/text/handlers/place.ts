import type {Place} from '../../../language/index.ts'
import type {PlainTextContext} from '../context.ts'
import type {Lines} from '../lines.ts'
import {sections} from '../sections/index.ts'

/** The section that the author put here; nothing where it has been printed already. */
export function place(node: Place, context: PlainTextContext): Lines {
  return context.ask(({places}) => places.has(node)) ? sections[node.what](context) : []
}
