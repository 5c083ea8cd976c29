import type {MatrixCell} from '../../index.ts'
import type {CheckedPage} from '../../project/index.ts'

/**
 * For people: the completeness matrix, a line a group and a column an audience, and the numbers of cited works, a line a work
 * and a column a kind of reader. Empty where no page has either.
 */
export function tablesReport(pages: readonly CheckedPage[]): string {
  return pages
    .map(({path, matrix, citations, readers}) => ({
      path,
      tables: [...matrixTable(matrix), ...citationTable(citations, readers)],
    }))
    .filter(({tables}) => tables.length > 0)
    .map(({path, tables}) => `${path}\n${tables.map(print).join('\n')}`)
    .join('\n')
}

type Table = readonly (readonly string[])[]

function matrixTable(matrix: CheckedPage['matrix']): readonly Table[] {
  if (matrix.length === 0) return []
  const audiences = Object.keys(matrix[0]?.cells ?? {})
  const rows = matrix.map(({group, file, line, cells}) => [
    group,
    `${file === undefined ? '' : `${file}:`}${line ?? ''}`,
    ...audiences.map(id => cellText(cells[id])),
  ])
  return [[['group', 'line', ...audiences], ...rows]]
}

function citationTable(citations: CheckedPage['citations'], readers: readonly string[]): readonly Table[] {
  if (citations.length === 0) return []
  const rows = citations.map(({key, numbers}) => [
    key,
    ...readers.map(reader => String(numbers[reader] ?? '–')),
  ])
  return [[['cited', ...readers], ...rows]]
}

function cellText(cell: MatrixCell | undefined): string {
  if (cell === undefined || cell.via === 'unreached') return '–'
  if (cell.via === 'fallback') return `from ${cell.from}`
  return cell.via === 'omitted' ? `omitted: ${cell.reason}` : cell.via
}

function print(rows: Table): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows
    .map(
      row =>
        `  ${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}
