import type {JsonMessage} from '../../internal.ts'
import {messageLines} from '../check/message-lines.ts'

/** Pages have errors, so nothing can be published of them. */
export class ContentError extends Error {
  /** Always `ContentError`. */
  override readonly name = 'ContentError'

  /** @param messages Their errors. */
  constructor(messages: readonly JsonMessage[]) {
    const pages = new Set(messages.map(({file}) => file)).size
    const count = messages.length === 1 ? 'an error' : `${messages.length} errors`
    super(`${pages === 1 ? 'A page has' : `${pages} pages have`} ${count}\n${messageLines(messages)}`)
  }
}

/**
 * Whether a message is an error, which keeps its page from being published.
 *
 * @param message As plain data.
 */
export function isError({severity}: JsonMessage): boolean {
  return severity === 'error'
}
