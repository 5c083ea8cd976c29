import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {type Term, withoutMarkup} from '../../../language/index.ts'
import type {ReadContext} from '../../render-context.ts'
import type {HtmlHandler} from '../context.ts'
import {definitionId, hrefTo, termId} from '../ids.ts'
import {markup} from '../markup.ts'

/** What stands at one place of a term. */
export interface ShownTerm {
  /** What the abbreviation stands for, spelled out before it. */
  readonly spelledOut: string | undefined
  /** The same, where it is shown on request. */
  readonly expansion: string | undefined
  /** The place where the term first stands in this variant. */
  readonly isFirst: boolean
  readonly definition: string | undefined
}

export function shownTerm(node: Term, ask: ReadContext): ShownTerm {
  const expansion = node.labeled ? undefined : ask(({selection}) => selection.terms.get(node.id)?.expansion)
  const spelledOut = ask(({numbering}) => numbering.expandedTerms.get(node))
  const isFirst = ask(({numbering}) => numbering.firstTerms.has(node))
  const definition = isFirst ? ask(({selection}) => selection.terms.get(node.id)?.definition) : undefined
  return {spelledOut, expansion, isFirst, definition}
}

/**
 * A term where it first stands in this variant: a definition, which leads to the glossary, and on a whole
 * page opens what explains it. Later it is plain text, or an abbreviation that says what it stands for.
 */
export const term: HtmlHandler<Term> = (state, node, {ask, popovers}) => {
  const words = state.all(node)
  const {spelledOut, expansion, isFirst, definition} = shownTerm(node, ask)
  const children: ElementContent[] =
    spelledOut !== undefined
      ? [...markup(`${spelledOut} (`), h('abbr', words), {type: 'text', value: ')'}]
      : expansion === undefined
        ? words
        : [h('abbr', {title: withoutMarkup(expansion)}, words)]
  if (!isFirst) return children
  if (definition === undefined) return h('dfn', children)
  if (popovers)
    return h('dfn', [
      h('button', {type: 'button', className: 'term', popoverTarget: definitionId(node.id)}, children),
    ])
  return h('dfn', {title: withoutMarkup(definition)}, h('a', {href: hrefTo(termId(node.id))}, children))
}
