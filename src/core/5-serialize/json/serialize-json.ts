import type {Document, Message, Rendering} from '../../language/index.ts'
import {type JsonMessage, messageToJson} from '../../messages/to-json.ts'

/**
 * A rendering as JSON text: `value` (the HTML), `meta`, `toc`, `citations`, `fallbacks`, `messages` and the
 * page's `extra`; keys always in this order.
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
    messages: messages.map(withoutPlace),
    ...(extra !== undefined && {extra}),
  }
  return `${JSON.stringify(object, null, 2)}\n`
}

/** A published variant says nothing of its source: places change with text that its readers do not get. */
function withoutPlace(message: Message): JsonMessage {
  const {
    file: _,
    line: _line,
    column: _column,
    endLine: _endLine,
    endColumn: _endColumn,
    ...rest
  } = messageToJson(message)
  return rest
}
