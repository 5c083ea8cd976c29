import type {RootContent, Table, TableCell, TableRow} from 'mdast'
import {anchorsOf} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'

/** A table whose header has a cell for each column: readers of GFM drop cells beyond it. */
export function table(node: Table, context: MarkdownContext): RootContent[] {
  const columns = Math.max(0, ...node.children.map(row => row.children.length))
  const rows = node.children.map((row, index) =>
    rewriteRow(row, index === 0 ? columns : row.children.length, context),
  )
  return [{...node, children: rows}]
}

function rewriteRow(row: TableRow, columns: number, context: MarkdownContext): TableRow {
  const cells = Array.from({length: columns}, (_, index): TableCell => {
    const cell = row.children[index] ?? {type: 'tableCell', children: []}
    return {
      ...cell,
      children: [...(index === 0 ? anchorsOf(row, context) : []), ...context.phrasing(cell.children)],
    }
  })
  return {...row, children: cells}
}
