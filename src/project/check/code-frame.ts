import type {Colors} from 'picocolors/types.js'
import stringWidth from 'string-width'
import {printable} from './printable.ts'

/**
 * Where a frame points to: lines and columns from 1, columns in UTF-16 units; without an end only the start
 * is known.
 */
export interface FramePlace {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** From 1. */
  readonly endLine?: number
  /** From 1; behind the last character. */
  readonly endColumn?: number
}

/** Lines that are shown before and after. */
const around = 1

/**
 * A few lines of a source, with a mark below the place.
 *
 * @param lines Of the source.
 * @param place The place to mark.
 * @param columns Columns that a line may take; of longer ones the part around the place is shown.
 * @param colors Of a terminal.
 */
export function codeFrame(
  lines: readonly string[],
  place: FramePlace,
  columns: number,
  colors: Colors,
): readonly string[] {
  const marked = lines[place.line - 1]
  if (marked === undefined) return []
  const first = Math.max(1, place.line - around)
  const last = Math.min(lines.length, place.line + around)
  const digits = String(last).length
  const room = Math.max(20, columns - digits - 5)
  const end = place.endLine === place.line ? (place.endColumn ?? place.column) : marked.length + 1
  const start = Math.min(place.column, marked.length + 1) - 1
  const from = windowStart(marked, start, room)
  const frame: string[] = []
  for (let number = first; number <= last; number++) {
    const isMarked = number === place.line
    const line = cut(lines[number - 1] ?? '', from, room)
    const gutter = `${isMarked ? '›' : ' '} ${String(number).padStart(digits)} │`
    frame.push(
      `${isMarked ? colors.bold(colors.red(gutter)) : colors.dim(gutter)}${line === '' ? '' : ` ${line}`}`,
    )
    if (!isMarked) continue
    const before = stringWidth(cut(marked.slice(0, start), from, room))
    const under = stringWidth(cut(marked.slice(0, Math.max(start, end - 1)), from, room)) - before
    const mark = '^'.repeat(Math.max(1, Math.min(under, room - before)))
    frame.push(
      `${colors.dim(`  ${' '.repeat(digits)} │`)} ${' '.repeat(before)}${colors.bold(colors.red(mark))}`,
    )
  }
  return frame
}

/** Index at which a line is shown from, so that a place in it can be seen. */
function windowStart(line: string, start: number, room: number): number {
  if (stringWidth(printable(line)) <= room || start < (room * 3) / 4) return 0
  const from = start - Math.floor(room / 4)
  return /[\udc00-\udfff]/.test(line[from] ?? '') ? from - 1 : from // not between halves of a character
}

/** The part of a line that has room, with dots where there is more. */
function cut(line: string, from: number, room: number): string {
  if (from > 0 && line.length <= from) return line.trim() === '' ? '' : '…'
  const text = `${from > 0 ? '…' : ''}${printable(line.slice(from))}`
  if (stringWidth(text) <= room) return text.trimEnd() === '' ? '' : text
  let shown = ''
  let width = 1
  for (const {segment} of new Intl.Segmenter().segment(text)) {
    width += stringWidth(segment)
    if (width > room) break
    shown += segment
  }
  return `${shown}…`
}
