import type {Callout} from '../../../language/index.ts'
import type {PlainTextContext} from '../context.ts'
import {type Lines, prefix} from '../lines.ts'
import {wrap} from '../wrap.ts'

/** A bar at the left from its label, `WARNING: Title`, to its end. */
export function callout(node: Callout, context: PlainTextContext): Lines {
  const inner = context.narrower(2)
  const [first, ...others] = node.children
  const title = first?.type === 'calloutTitle' ? context.phrasing(first.children) : ''
  const body = first?.type === 'calloutTitle' ? others : node.children
  const label = context.labels.callouts[node.kind].toLocaleUpperCase(context.document.locale)
  const opening = wrap(title === '' ? label : `${label}: ${title}`, inner.width)
  return prefix('| ', [...opening, ...inner.flow(body)])
}
