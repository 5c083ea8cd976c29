import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {HtmlContext} from '../context.ts'

/** What a draft begins with. */
export function draftNotice({labels}: HtmlContext): ElementContent[] {
  return [h('p', {className: 'draft', role: 'status'}, labels.draft)]
}
