import type {Point, Position} from 'unist'
import type {RawText} from './directive.ts'

/** The point `length` UTF-16 units into a text that begins at `start`. */
export function pointAt(text: string, start: Point, length: number): Point {
  const before = text.slice(0, length)
  const lines = before.split(/\r\n|\r|\n/)
  const last = lines.at(-1) ?? ''
  return {
    line: start.line + lines.length - 1,
    column: (lines.length === 1 ? start.column : 1) + last.length,
    ...(start.offset !== undefined && {offset: start.offset + length}),
  }
}

/** Offset at which the line of a point begins. */
export function lineStart({offset = 0, column}: Point): number {
  return offset - (column - 1)
}

/** Place of a part of a raw text, from index `from` up to, not including, index `to`. */
export function sliceRaw(raw: RawText, from: number, to: number): Position {
  const {start} = raw.position
  return {start: pointAt(raw.value, start, from), end: pointAt(raw.value, start, to)}
}
