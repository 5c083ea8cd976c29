import type {Message} from '../language/message.ts'

/**
 * The same finding in several variants as one message that names all its audiences; errors first, then
 * warnings, and each in order of file, line, column. Messages that are alike in one audience's eyes only
 * (another place, another reason) stay apart.
 */
export function mergeMessages(messages: readonly Message[]): readonly Message[] {
  const merged = new Map<string, {message: Message; audiences: Set<string> | undefined}>()
  for (const message of messages) {
    const key = JSON.stringify([message.file, message.line, message.column, message.ruleId, message.reason])
    const known = merged.get(key)
    if (known === undefined)
      merged.set(key, {message, audiences: message.audiences && new Set(message.audiences)})
    else if (message.audiences === undefined) known.audiences = undefined
    else for (const id of message.audiences) known.audiences?.add(id)
  }
  return [...merged.values()].map(({message, audiences}) => withAudiences(message, audiences)).sort(byWeight)
}

/** Messages of a document are frozen: one that gains audiences is a copy. */
function withAudiences(message: Message, audiences: ReadonlySet<string> | undefined): Message {
  if (audiences === undefined || audiences.size === message.audiences?.length) return message
  const own = {value: [...audiences], enumerable: true, writable: true, configurable: true}
  return Object.create(Object.getPrototypeOf(message), {
    ...Object.getOwnPropertyDescriptors(message),
    audiences: own, // given with the others: on the copy of a frozen message it could not be set any more
  })
}

function byWeight(left: Message, right: Message): number {
  return (
    weightOf(left) - weightOf(right) ||
    compare(left.file ?? '', right.file ?? '') ||
    (left.line ?? 0) - (right.line ?? 0) ||
    (left.column ?? 0) - (right.column ?? 0) ||
    compare(left.ruleId ?? '', right.ruleId ?? '') ||
    compare(left.reason, right.reason)
  )
}

function weightOf({fatal}: Message): number {
  return fatal === true ? 0 : fatal === false ? 1 : 2
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
