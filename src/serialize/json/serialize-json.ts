import type {Document, Rendering} from '../../document/index.ts'
import {messageToJson} from '../../messages/to-json.ts'

/**
 * A rendering as JSON text: `value` (the HTML), `meta`, `toc`, `citations`, `fallbacks`, `messages` and the page's
 * `extra`; keys always in this order.
 */
export function serializeJson(rendering: Rendering, document: Document): string {
  const {value, messages, citations, fallbacks, meta} = rendering
  const {toc, ...rest} = meta
  const {extra} = document
  const object = {
    value,
    meta: rest,
    toc,
    citations,
    fallbacks,
    messages: messages.map(messageToJson),
    ...(extra !== undefined && {extra}),
  }
  return `${JSON.stringify(object, null, 2)}\n`
}
