import {type Term, textToPhrasing} from '../../../language/index.ts'
import type {TextHandler} from '../context.ts'

/** A term is its wording, an abbreviation spelled out where it is used first; the glossary explains it. */
export const term: TextHandler<Term> = {
  phrasing(node, context) {
    const wording = context.phrasing(node.children)
    const expansion = context.ask(({numbering}) => numbering.expandedTerms.get(node))
    return expansion === undefined ? wording : `${context.phrasing(textToPhrasing(expansion))} (${wording})`
  },
}
