import type {Point, Position} from 'unist'
import type {Range} from 'vscode-languageserver/node'

/**
 * Characters that reach to the end of any line: a client stops at what is there. `uinteger` of the protocol.
 */
const lineEnd = 2_147_483_647

/** A place of the core, counted from 1, as the protocol counts: from 0, in UTF-16 units like the core. */
export function rangeOf(place: Position | Point): Range {
  if (!('start' in place)) return {start: toStart(place), end: {...toStart(place), character: lineEnd}}
  return {start: toStart(place.start), end: toStart(place.end)}
}

/** The same on one line: a line under twenty blocks tells less than one under the first of them. */
export function firstLineOf(place: Position | Point): Range {
  const {start, end} = rangeOf(place)
  return {start, end: end.line === start.line ? end : {line: start.line, character: lineEnd}}
}

function toStart({line, column}: Point): Range['start'] {
  return {line: line - 1, character: column - 1}
}

/** Whether a position stands in a range or at its end. */
export function contains({start, end}: Range, {line, character}: Range['start']): boolean {
  if (line < start.line || line > end.line) return false
  return (
    (line > start.line || character >= start.character) && (line < end.line || character <= end.character)
  )
}
