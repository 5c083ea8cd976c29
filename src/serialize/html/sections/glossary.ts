import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {numberingFor} from '../../facts.ts'
import type {HtmlContext} from '../context.ts'
import {termId} from '../ids.ts'

/** The terms of this variant that are explained to this reader; nothing where there is none. */
export function glossarySection({ask, labels}: HtmlContext): ElementContent[] {
  const explained = numberingFor('glossary', ask).glossary.filter(({definition}) => definition !== undefined)
  if (explained.length === 0) return []
  const items = explained.flatMap(({id, term, definition}) => [
    h('dt', {id: termId(id)}, term),
    h('dd', definition),
  ])
  return [
    h('section', {className: 'glossary', role: 'doc-glossary', ariaLabel: labels.glossary}, [
      h('h2', labels.glossary),
      h('dl', items),
    ]),
  ]
}
