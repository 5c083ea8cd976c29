import {FallbackError} from './refusals.ts'

const plain = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./-]*)?(?<![._-])$/i

/** Whether a text that is in no link holds what GFM may make one of. */
export function mayHoldLink(text: string): boolean {
  return /https?:\/\/|www\.|[-.\w+]@[-\w]/i.test(text)
}

/**
 * @param start Offset of a literal link in the source, and its end.
 * @throws {FallbackError} Where it, or what stands around it, is not plain.
 */
export function assertPlainLink(source: string, start: number, end: number): void {
  const before = source[start - 1] ?? ' '
  const isPlain =
    ' \n'.includes(before) &&
    plain.test(source.slice(start, end)) &&
    /^(?:$|[\s]|[.,](?:$|[\s]))/.test(source.slice(end, end + 2))
  if (!isPlain) throw new FallbackError('literal link')
}
