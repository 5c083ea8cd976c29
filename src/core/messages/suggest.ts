import {closest, distance} from 'fastest-levenshtein'

/**
 * The allowed value that a mistyped one most likely means, or `undefined` where none is near: at most two of
 * its characters may differ, one in names of up to four, a third in long ones,
 * and letters may have changed places.
 *
 * @param actual What was found.
 * @param allowed What may stand there.
 */
export function suggest(actual: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined
  const folded = actual.normalize('NFKC').toLowerCase()
  const swapped = allowed.find(value => letters(value.toLowerCase()) === letters(folded))
  if (swapped !== undefined) return swapped
  const near = closest(folded, allowed as string[])
  return distance(folded, near.toLowerCase()) <= editsFor(near.length) ? near : undefined
}

const letters = (text: string): string => [...text].sort().join('')

function editsFor(length: number): number {
  return length <= 4 ? 1 : Math.max(2, Math.floor(length / 3))
}
