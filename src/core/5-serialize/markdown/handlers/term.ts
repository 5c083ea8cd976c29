import type {PhrasingContent} from 'mdast'
import type {Term} from '../../../language/index.ts'
import {plain} from '../../chrome/plain.ts'
import type {MarkdownContext} from '../context.ts'

/** A term is its wording, an abbreviation spelled out where it is used first; the glossary explains it. */
export function term(node: Term, context: MarkdownContext): PhrasingContent[] {
  const wording = context.phrasing(node.children)
  const expansion = context.ask(({numbering}) => numbering.expandedTerms.get(node))
  return expansion === undefined ? wording : [...plain(`${expansion} (`), ...wording, ...plain(')')]
}
