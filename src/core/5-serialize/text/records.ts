import {type Lines, prefix, stack} from './lines.ts'
import {wrap} from './wrap.ts'

/**
 * A table as one record a row, each cell on a line of its own after its column's header.
 *
 * @param rows Header first; cells as text.
 * @param width Columns of a line; `0` never wraps.
 */
export function records(rows: readonly Lines[], width: number): Lines {
  const [header = [], ...body] = rows
  if (body.length === 0) return header.flatMap(label => field('', label, width))
  return stack(body.map(cells => cells.flatMap((cell, index) => field(header[index] ?? '', cell, width))))
}

function field(label: string, cell: string, width: number): Lines {
  const start = label === '' || label.endsWith(':') ? label : `${label}:`
  const [first, ...others] = wrap(`${start} ${cell}`, width === 0 ? 0 : Math.max(1, width - 2))
  if (first === undefined) return []
  return [first, ...prefix('  ', others)]
}
