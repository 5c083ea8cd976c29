import type {Table} from 'mdast'
import {columnWidths} from '../column-widths.ts'
import type {PlainTextContext} from '../context.ts'
import {grid} from '../grid.ts'
import type {Lines} from '../lines.ts'
import {records} from '../records.ts'

/** Columns that line up, wrapped to fit; one record a row where there is no room for that. */
export function table(node: Table, context: PlainTextContext): Lines {
  const count = Math.max(0, ...node.children.map(row => row.children.length))
  const rows = node.children.map(row =>
    Array.from({length: count}, (_, index) => context.phrasing(row.children[index]?.children ?? [])),
  )
  const widths = columnWidths(rows, context.width)
  return widths === undefined ? records(rows, context.width) : grid(rows, widths, node.align ?? [])
}
