import {h} from 'hastscript'
import type {FootnoteReference} from 'mdast'
import {fill} from '../../../language/index.ts'
import {footnoteReferenceAt} from '../../render-context.ts'
import type {HtmlHandler} from '../context.ts'
import {footnoteCallId, footnoteId, hrefTo} from '../ids.ts'

export const footnoteReference: HtmlHandler<FootnoteReference> = (_, node, {ask, labels}) => {
  const note = footnoteReferenceAt(node, ask)
  if (note === undefined) return []
  const {number, call} = note
  const link = {
    href: hrefTo(footnoteId(number)),
    id: footnoteCallId(number, call),
    role: 'doc-noteref',
    ariaLabel: fill(labels.footnoteNumber, {number}),
  }
  return h('sup', h('a', link, String(number)))
}
