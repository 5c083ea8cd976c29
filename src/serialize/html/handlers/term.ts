import {h} from 'hastscript'
import type {Term} from '../../../document/index.ts'
import type {HtmlHandler} from '../context.ts'
import {hrefTo, termId} from '../ids.ts'

/** A term where it first stands in this variant: a definition, which leads to the glossary. Later it is plain text. */
export const term: HtmlHandler<Term> = (state, node, {ask}) => {
  const children = state.all(node)
  if (!ask(({numbering}) => numbering.firstTerms.has(node))) return children
  const definition = ask(({selection}) => selection.terms.get(node.id)?.definition)
  if (definition === undefined) return h('dfn', children)
  return h('dfn', {title: definition}, h('a', {href: hrefTo(termId(node.id))}, children))
}
