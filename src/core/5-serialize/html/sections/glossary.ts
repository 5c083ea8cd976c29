import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {withoutMarkup} from '../../../language/index.ts'
import {explanationOf} from '../../chrome/explanation.ts'
import {numberingFor} from '../../render-context.ts'
import type {HtmlContext} from '../context.ts'
import {definitionId, hrefTo, termId} from '../ids.ts'
import {markup} from '../markup.ts'

/** The terms of this variant that are explained to this reader; nothing where there is none. */
export function glossarySection({ask, labels}: HtmlContext): ElementContent[] {
  const items = numberingFor('glossary', ask).glossary.flatMap(selected => {
    const listed = explanationOf(selected)
    return listed === undefined
      ? []
      : [h('dt', {id: termId(selected.id)}, markup(listed.term)), h('dd', markup(listed.explanation))]
  })
  if (items.length === 0) return []
  return [
    h('section', {className: 'glossary', role: 'doc-glossary', ariaLabel: labels.glossary}, [
      h('h2', labels.glossary),
      h('dl', items),
    ]),
  ]
}

/**
 * What the buttons of terms open, on a whole page: a browser shows it above the page, gives it the place
 * behind its button in the order of reading, and closes it with Escape, all without a script.
 *
 * @see https://html.spec.whatwg.org/multipage/popover.html
 */
export function definitions({ask, labels, popovers}: HtmlContext): ElementContent[] {
  if (!popovers) return []
  return numberingFor('glossary', ask).glossary.flatMap(selected => {
    const listed = selected.definition === undefined ? undefined : explanationOf(selected)
    if (listed === undefined) return []
    const id = definitionId(selected.id)
    return [
      h(
        'div',
        {id, className: 'definition', popover: 'auto', role: 'note', ariaLabel: withoutMarkup(listed.term)},
        [
          h('p', [h('strong', markup(listed.term))]),
          h('p', markup(listed.explanation)),
          h('p', [h('a', {href: hrefTo(termId(selected.id))}, labels.glossary)]),
        ],
      ),
    ]
  })
}
