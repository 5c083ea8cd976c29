import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {fill, type ReferenceEntry} from '../../../language/index.ts'
import {numberingFor} from '../../render-context.ts'
import type {HtmlContext, ToElements} from '../context.ts'
import {citationId, hrefTo, referenceId} from '../ids.ts'
import {backLinks} from './back-links.ts'

/**
 * The reference list: only what this variant cites, under group labels; nothing where nothing is cited.
 *
 * @see https://www.w3.org/TR/dpub-aria-1.1/#doc-bibliography (its entries have no role of their own any more)
 */
export function referencesSection({ask, labels}: HtmlContext, toElements: ToElements): ElementContent[] {
  const numbering = numberingFor('references', ask)
  if (numbering.references.length === 0) return []
  const groups = numbering.references.flatMap(({label, entries}) => [
    ...(label === '' ? [] : [h('h3', label)]),
    h(
      numbering.numbered ? 'ol' : 'ul',
      entries.map(entry => item(entry, numbering.numbered, labels.backToCitation, toElements)),
    ),
  ])
  return [
    h('section', {className: 'references', role: 'doc-bibliography', ariaLabel: labels.references}, [
      h('h2', labels.references),
      ...groups,
    ]),
  ]
}

function item(
  entry: ReferenceEntry,
  numbered: boolean,
  label: string,
  toElements: ToElements,
): ElementContent {
  const {key, number, calls} = entry
  const back = backLinks(calls, call => ({
    href: hrefTo(citationId(key, call)),
    name: fill(label, {number, call}),
  }))
  const [paragraph] = toElements([{type: 'paragraph', children: [...entry.content]}])
  const content = paragraph?.type === 'element' ? paragraph.children : []
  return h('li', {id: referenceId(key), ...(numbered && {value: number}), dir: 'auto'}, [...content, ...back])
}
