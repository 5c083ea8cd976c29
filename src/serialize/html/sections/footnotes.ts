import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {NumberedFootnote} from '../../../document/index.ts'
import type {HtmlContext, ToElements} from '../context.ts'
import {footnoteCallId, footnoteId, hrefTo} from '../ids.ts'

/** The notes that this variant calls, in order of number, each with the way back to its calls. */
export function footnotesSection({numbering, labels}: HtmlContext, toElements: ToElements): ElementContent[] {
  if (numbering.footnotes.length === 0) return []
  const items = numbering.footnotes.map(note => item(note, labels.backToText, toElements))
  return [
    h('section', {className: 'footnotes', role: 'doc-endnotes', ariaLabel: labels.footnotes}, [
      h('h2', labels.footnotes),
      h('ol', items),
    ]),
  ]
}

function item(
  note: NumberedFootnote,
  label: (number: number, call: number) => string,
  toElements: ToElements,
): ElementContent {
  const {number, calls, definition} = note
  const back = Array.from({length: calls}, (_, index): ElementContent[] => {
    const link = {
      href: hrefTo(footnoteCallId(number, index + 1)),
      role: 'doc-backlink',
      ariaLabel: label(number, index + 1),
    }
    return [{type: 'text', value: ' '}, h('a', link, calls === 1 ? '↩' : ['↩', h('sup', String(index + 1))])]
  }).flat()
  const content = toElements(definition.children)
  const last = content.at(-1)
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...back)
  else content.push(h('p', back))
  return h('li', {id: footnoteId(number)}, content)
}
