import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Term} from '../../../document/index.ts'
import type {HtmlHandler} from '../context.ts'
import {definitionId, hrefTo, termId} from '../ids.ts'

/**
 * A term where it first stands in this variant: a definition, which leads to the glossary, and on a whole page opens what explains it. Later
 * it is plain text, or an abbreviation that says what it stands for.
 */
export const term: HtmlHandler<Term> = (state, node, {ask, popovers}) => {
  const words = state.all(node)
  const expansion = node.labeled ? undefined : ask(({selection}) => selection.terms.get(node.id)?.expansion)
  const spelledOut = ask(({numbering}) => numbering.expandedTerms.get(node))
  const children: ElementContent[] =
    spelledOut !== undefined
      ? [{type: 'text', value: `${spelledOut} (`}, h('abbr', words), {type: 'text', value: ')'}]
      : expansion === undefined
        ? words
        : [h('abbr', {title: expansion}, words)]
  if (!ask(({numbering}) => numbering.firstTerms.has(node))) return children
  const definition = ask(({selection}) => selection.terms.get(node.id)?.definition)
  if (definition === undefined) return h('dfn', children)
  if (popovers)
    return h('dfn', [
      h('button', {type: 'button', className: 'term', popoverTarget: definitionId(node.id)}, children),
    ])
  return h('dfn', {title: definition}, h('a', {href: hrefTo(termId(node.id))}, children))
}
