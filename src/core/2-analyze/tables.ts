import type {PhrasingContent, Table, TableCell, TableRow} from 'mdast'
import type {Condition} from '../language/index.ts'
import type {LoweringContext} from './lowering-context.ts'
import {markedData, takeMarker} from './markers.ts'

/** The condition of a column or a row whose marker is broken: it holds for no reader. */
const noReader: Condition = {audiences: new Set(), dimensions: new Map()}

/**
 * Lower a table; markers in header cells mark columns, markers first in a body row's first cell mark rows.
 */
export function lowerTable(table: Table, lowerer: LoweringContext): Table {
  const [header, ...body] = table.children
  const columns: (Condition | undefined)[] = []
  const cells = (header?.children ?? []).map((cell, index) => {
    const found = takeMarker(cell.children, 'anywhere', lowerer)
    columns[index] = found === 'broken' ? noReader : found.marker?.condition
    return lowerCell(
      {...cell, children: found === 'broken' ? [] : found.rest},
      lowerer.within(columns[index]),
    )
  })
  const marked = columns.some(condition => condition !== undefined)
  const rows = body.map(row =>
    lowerRow(marked ? withoutExtra(row, columns.length, lowerer) : row, columns, lowerer),
  )
  return {
    ...table,
    children: header === undefined ? rows : [{...header, children: cells}, ...rows],
    ...(marked && {data: {...table.data, columns}}),
  }
}

/** In a table with conditions on columns, a cell without a column has no condition that could be checked. */
function withoutExtra(row: TableRow, columns: number, lowerer: LoweringContext): TableRow {
  const extra = row.children[columns]
  if (extra === undefined) return row
  const detail = `This cell is number ${columns + 1} of its row, but the table has ${columns} columns`
  lowerer.report('table-cell-extra', {place: extra, detail})
  return {...row, children: row.children.slice(0, columns)}
}

function lowerRow(
  row: TableRow,
  columns: readonly (Condition | undefined)[],
  lowerer: LoweringContext,
): TableRow {
  const [first, ...others] = row.children
  if (first === undefined) return row
  const found = takeMarker(first.children, 'first', lowerer)
  if (found === 'broken') return {...row, children: [], data: {condition: noReader}}
  const inner = lowerer.within(found.marker?.condition)
  const cells = [{...first, children: found.rest}, ...others].map((cell, index) =>
    lowerCell(cell, inner.within(columns[index])),
  )
  return {...row, children: cells, ...(found.marker && {data: markedData(found.marker)})}
}

function lowerCell(cell: TableCell, lowerer: LoweringContext): TableCell {
  return {...cell, children: lowerer.block(block => lowerLine(cell.children, block)) ?? []}
}

/** Lower the phrasing of a block, without breaks at its edges: nothing is broken there. */
export function lowerLine(nodes: readonly PhrasingContent[], lowerer: LoweringContext): PhrasingContent[] {
  const lowered = lowerer.phrasing(nodes)
  const isText = (node: PhrasingContent): boolean => node.type !== 'break'
  const from = lowered.findIndex(isText)
  return from < 0 ? [] : lowered.slice(from, lowered.findLastIndex(isText) + 1)
}
