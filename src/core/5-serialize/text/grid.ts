import type {AlignType} from 'mdast'
import {columnsOf} from './columns.ts'
import type {Lines} from './lines.ts'
import {wrap} from './wrap.ts'

/**
 * A table whose columns line up, with a rule below its header. Where a cell takes several lines, rules stand
 * between the rows as well, so that the end of each row is visible.
 *
 * @param rows Header first; cells as text.
 * @param widths Of each column.
 * @param align Of each column.
 */
export function grid(rows: readonly Lines[], widths: readonly number[], align: readonly AlignType[]): Lines {
  const [header = [], ...body] = rows.map(cells => rowLines(cells, widths, align))
  const isTall = body.some(lines => lines.length > 1)
  const bare = header.every(line => /^[ |]*$/.test(line))
  const above = bare ? [] : [...header, rule(isTall ? '=' : '-', widths)]
  return [
    ...above,
    ...body.flatMap((lines, index) => (isTall && index > 0 ? [rule('-', widths), ...lines] : lines)),
  ]
}

function rowLines(cells: Lines, widths: readonly number[], align: readonly AlignType[]): Lines {
  const columns = cells.map((cell, index) => wrap(cell, widths[index] ?? 0))
  const height = Math.max(1, ...columns.map(lines => lines.length))
  return Array.from({length: height}, (_, line) =>
    columns
      .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0, align[index]))
      .join(' | ')
      .trimEnd(),
  )
}

function pad(text: string, width: number, align: AlignType | undefined): string {
  const free = Math.max(0, width - columnsOf(text))
  const before = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(free - before)
}

function rule(character: string, widths: readonly number[]): string {
  return widths.map(width => character.repeat(width)).join(`${character}+${character}`)
}
