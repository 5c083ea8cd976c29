import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {fill, type Labels, type NumberedFootnote} from '../../../document/index.ts'
import type {HtmlContext, ToElements} from '../context.ts'
import {footnoteCallId, footnoteId, hrefTo} from '../ids.ts'
import {backLinks} from './back-links.ts'

/** The notes that this variant calls, in order of number, each with the way back to its calls. */
export function footnotesSection({numbering, labels}: HtmlContext, toElements: ToElements): ElementContent[] {
  if (numbering.footnotes.length === 0) return []
  const items = numbering.footnotes.map(note => item(note, labels, toElements))
  return [
    h('section', {className: 'footnotes', role: 'doc-endnotes', ariaLabel: labels.footnotes}, [
      h('h2', labels.footnotes),
      h('ol', items),
    ]),
  ]
}

function item(note: NumberedFootnote, labels: Labels, toElements: ToElements): ElementContent {
  const {number, calls, definition} = note
  const label = calls === 1 ? labels.backToText : labels.backToTextAgain
  const back = backLinks(calls, call => ({
    href: hrefTo(footnoteCallId(number, call)),
    name: fill(label, {number, call}),
  }))
  const content = toElements(definition.children)
  const last = content.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back)
  else content.push(h('p', back))
  return h('li', {id: footnoteId(number)}, content)
}
