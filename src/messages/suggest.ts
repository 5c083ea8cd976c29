import {closest, distance} from 'fastest-levenshtein'

/**
 * The allowed value that a mistyped one most likely means, or `undefined` where none is near: at most a third of
 * its characters may differ, and at least one edit is always granted.
 *
 * @param actual What was found.
 * @param allowed What may stand there.
 */
export function suggest(actual: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined
  const folded = actual.normalize('NFKC').toLowerCase()
  const near = closest(folded, allowed as string[])
  return distance(folded, near.toLowerCase()) <= Math.max(1, Math.floor(near.length / 3)) ? near : undefined
}
