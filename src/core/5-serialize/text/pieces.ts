import {columnsOf, isNarrow} from './columns.ts'
import {belongTogether} from './quantities.ts'
import {unbreakable} from './unbreakable.ts'

/** A part of a line that is never broken. */
export interface Piece {
  /** Spaces before it, as typed; they vanish where the line is broken here. */
  readonly space: string
  readonly text: string
  readonly columns: number
}

/**
 * Cut a line where it may be broken: at spaces, but not inside a quantity, and where a script allows it
 * without.
 */
export function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let space = ''
  let last = ''
  for (const [index, word] of line.split(' ').entries()) {
    if (index > 0) space += ' '
    for (const text of word === '' ? [] : isNarrow(word) ? [word] : unbreakable(word)) {
      const before = space === ' ' && belongTogether(last, text) ? pieces.pop() : undefined
      const columns = columnsOf(text)
      if (before === undefined) pieces.push({space, text, columns})
      else
        pieces.push({
          space: before.space,
          text: `${before.text} ${text}`,
          columns: before.columns + 1 + columns,
        })
      last = text
      space = ''
    }
  }
  return pieces
}
