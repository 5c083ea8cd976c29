import type {RootContent} from 'mdast'
import type {Place} from '../../../language/index.ts'
import type {MarkdownContext} from '../context.ts'
import {sections} from '../sections.ts'

/** The section that the author put here; nothing where it has been printed already. */
export function place(node: Place, context: MarkdownContext): RootContent[] {
  return context.ask(({places}) => places.has(node)) ? context.flow(sections[node.what](context)) : []
}
