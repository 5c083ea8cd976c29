import {distance} from 'fastest-levenshtein'
import type {Point, Position} from 'unist'
import {type Message, pointAt} from '../../core/language/index.ts'

/** A text that fixes the cause of a message. */
export interface Fix {
  /** What it stands in place of. */
  readonly place: Position
  readonly replacement: string
  /** Whether it is the one that the message itself suggests. */
  readonly preferred: boolean
}

/** An editor shows a menu, not a catalog. */
const maxFixes = 8

/**
 * What a message allows in place of what was found, the nearest first.
 *
 * @param message Its `expected` is what is allowed, its `actual` what was found.
 * @param text Text of the file that it is about.
 */
export function fixesFor({actual, expected, place, reason}: Message, text: string): readonly Fix[] {
  if (!actual || !expected || place === undefined || !('start' in place)) return []
  const found = placeOf(actual, place, text)
  if (found === undefined) return []
  return [...new Set(expected)]
    .filter(value => value !== actual)
    .map(value => ({value, far: distance(actual.toLowerCase(), value.toLowerCase())}))
    .sort(
      (left, right) =>
        Number(isSuggested(right.value, reason)) - Number(isSuggested(left.value, reason)) ||
        left.far - right.far,
    )
    .slice(0, maxFixes)
    .map(({value}) => ({place: found, replacement: value, preferred: isSuggested(value, reason)}))
}

function isSuggested(value: string, reason: string): boolean {
  return reason.includes(`did you mean \`${value}\``)
}

/** The first place of a text within another place where it is no part of a longer word. */
function placeOf(actual: string, {start, end}: Position, text: string): Position | undefined {
  const from = start.offset ?? offsetOf(start, text)
  const written = text.slice(from, end.offset ?? offsetOf(end, text))
  for (let at = written.indexOf(actual); at >= 0; at = written.indexOf(actual, at + 1)) {
    const around = [written[at - 1] ?? ' ', written[at + actual.length] ?? ' ']
    if (around.some(character => /[\p{L}\p{N}_-]/u.test(character))) continue
    return {start: pointAt(written, start, at), end: pointAt(written, start, at + actual.length)}
  }
  return undefined
}

function offsetOf({line, column}: Point, text: string): number {
  const lines = text.split(/(?<=\n|\r(?!\n))/)
  return lines.slice(0, line - 1).reduce((sum, written) => sum + written.length, column - 1)
}
