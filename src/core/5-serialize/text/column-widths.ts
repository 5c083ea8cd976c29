import {columnsOf} from './columns.ts'
import {piecesOf} from './pieces.ts'

/** Columns that stand between two columns of a table: ` | `. */
const gap = 3

/**
 * What a table may be wide where text is not wrapped; a wider one could not be read, and padding it costs too
 * much.
 */
const unwrapped = 400

interface Demand {
  /** What the longest line takes. */
  readonly natural: number
  /** What the longest unbreakable piece takes. */
  readonly least: number
}

/**
 * Width of each column of a table: what its text takes where there is room for all, else a fair share; what
 * narrow columns do not need goes to the wide ones.
 *
 * @param rows Cells as text, as many in each row.
 * @param available Columns for the whole table; `0`: as many as it takes.
 * @returns `undefined` where the table does not fit even with every cell wrapped.
 */
export function columnWidths(
  rows: readonly (readonly string[])[],
  available: number,
): readonly number[] | undefined {
  const demands = (rows[0] ?? []).map((_, column) => demandOf(rows.map(row => row[column] ?? '')))
  const gaps = gap * Math.max(0, demands.length - 1)
  const room = (available === 0 ? unwrapped : available) - gaps
  if (sum(demands.map(({natural}) => natural)) <= room) return demands.map(({natural}) => natural)
  let least = sum(demands.map(demand => demand.least))
  if (available === 0 || least > room) return undefined

  const widths: number[] = []
  let left = room
  const narrowFirst = [...demands.entries()].sort(([, one], [, other]) => one.natural - other.natural)
  for (const [place, [column, demand]] of narrowFirst.entries()) {
    least -= demand.least
    const share = Math.min(Math.floor(left / (narrowFirst.length - place)), left - least)
    const width = Math.min(demand.natural, Math.max(demand.least, share))
    widths[column] = width
    left -= width
  }
  return widths
}

function demandOf(cells: readonly string[]): Demand {
  let natural = 1
  let least = 1
  for (const cell of cells) {
    for (const line of cell.split('\n')) {
      natural = Math.max(natural, columnsOf(line))
      for (const piece of piecesOf(line)) least = Math.max(least, piece.columns)
    }
  }
  return {natural, least}
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
