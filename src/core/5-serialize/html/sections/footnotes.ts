import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {fill, type Labels} from '../../../language/index.ts'
import {footnotesIn, type NoteFacts} from '../../render-context.ts'
import type {HtmlContext, ToElements} from '../context.ts'
import {footnoteCallId, footnoteId, hrefTo} from '../ids.ts'
import {backLinks} from './back-links.ts'

/** The notes that this variant calls, in order of number, each with the way back to its calls. */
export function footnotesSection({ask, labels}: HtmlContext, toElements: ToElements): ElementContent[] {
  const notes = footnotesIn(ask)
  if (notes.length === 0) return []
  const items = notes.map(note => item(note, labels, toElements))
  return [
    h('section', {className: 'footnotes', role: 'doc-endnotes', ariaLabel: labels.footnotes}, [
      h('h2', labels.footnotes),
      h('ol', items),
    ]),
  ]
}

function item(note: NoteFacts, labels: Labels, toElements: ToElements): ElementContent {
  const {number, calls, definition} = note
  const label = calls === 1 ? labels.backToText : labels.backToTextAgain
  const back = backLinks(calls, call => ({
    href: hrefTo(footnoteCallId(number, call)),
    name: fill(label, {number, call}),
  }))
  const content = toElements(definition?.children ?? [])
  const last = content.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back)
  else content.push(h('p', back))
  return h('li', {id: footnoteId(number)}, content)
}

/** What a draft begins with. */
export function draftNotice({labels}: HtmlContext): ElementContent[] {
  return [h('p', {className: 'draft', role: 'status'}, labels.draft)]
}
