import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {TocEntry} from '../../../language/index.ts'
import {numberingFor} from '../../render-context.ts'
import type {HtmlContext} from '../context.ts'
import {hrefTo} from '../ids.ts'

/** The contents list; nothing where there is no heading. */
export function tocSection({ask, labels}: HtmlContext): ElementContent[] {
  const {toc} = numberingFor('toc', ask)
  return toc.length === 0
    ? []
    : [h('nav', {className: 'toc', role: 'doc-toc', ariaLabel: labels.contents}, list(toc))]
}

function list(entries: readonly TocEntry[]): ElementContent {
  const items = entries.map(({id, text, children}) =>
    h('li', [h('a', {href: hrefTo(id)}, text), ...(children.length > 0 ? [list(children)] : [])]),
  )
  return h('ol', items)
}
