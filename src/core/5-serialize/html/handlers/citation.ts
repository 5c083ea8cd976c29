import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {type Citation, fill} from '../../../language/index.ts'
import {citationAt} from '../../render-context.ts'
import type {HtmlHandler} from '../context.ts'
import {citationId, hrefTo, referenceId} from '../ids.ts'

/**
 * A cluster: its numbers link to the reference list, and each work that is cited here has an anchor to come
 * back to.
 */
export const citation: HtmlHandler<Citation> = (_, node, {ask, labels}) => {
  const cluster = citationAt(node, ask)
  if (cluster === undefined || cluster.parts.length === 0) return []
  const numbered = ask(({numbering}) => numbering.numbered)
  const anchors = new Map(cluster.calls)
  const parts = cluster.parts.map((part): ElementContent => {
    if (part.type === 'text') return {type: 'text', value: part.value}
    const call = anchors.get(part.key)
    anchors.delete(part.key)
    return h(
      'a',
      {
        href: hrefTo(referenceId(part.key)),
        ...(call !== undefined && {id: citationId(part.key, call)}),
        role: 'doc-biblioref',
        // a name and a year speak for themselves
        ...(numbered && {ariaLabel: fill(labels.referenceNumber, part)}),
      },
      part.value,
    )
  })
  // Works inside a range are not printed, but one can come back to them all the same.
  const hidden = [...anchors].map(([key, call]) => h('span', {id: citationId(key, call)}))
  return h(cluster.raised ? 'sup' : 'span', {className: 'citation'}, [...hidden, ...parts])
}
