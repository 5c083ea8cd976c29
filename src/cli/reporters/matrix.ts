import type {CitationRow, MatrixCell, MatrixRow} from '../../index.ts'

/**
 * The completeness matrix for people: a line a group, a column an audience. Empty where no page has a group.
 *
 * @param pages Path and rows of each page.
 */
export function matrixReport(
  pages: readonly {readonly path: string; readonly matrix: readonly MatrixRow[]}[],
): string {
  return pages
    .filter(({matrix}) => matrix.length > 0)
    .map(({path, matrix}) => {
      const audiences = [...(matrix[0]?.cells.keys() ?? [])]
      const header = ['group', 'line', ...audiences]
      const rows = matrix.map(({group, file, line, cells}) => [
        group,
        `${file === undefined ? '' : `${file}:`}${line ?? ''}`,
        ...audiences.map(id => cellText(cells.get(id))),
      ])
      return `${path}\n${table([header, ...rows])}`
    })
    .join('\n')
}

/**
 * Numbers of cited works for people: a line a work, a column a kind of reader. Empty where no page cites anything.
 *
 * @param pages Path and rows of each page.
 */
export function citationReport(
  pages: readonly {readonly path: string; readonly citations: readonly CitationRow[]}[],
): string {
  return pages
    .filter(({citations}) => citations.length > 0)
    .map(({path, citations}) => {
      const header = ['cited', ...(citations[0]?.numbers.keys() ?? [])]
      const rows = citations.map(({key, numbers}) => [key, ...[...numbers.values()].map(n => `${n ?? '–'}`)])
      return `${path}\n${table([header, ...rows])}`
    })
    .join('\n')
}

function cellText(cell: MatrixCell | undefined): string {
  if (cell === undefined || cell.via === 'unreached') return '–'
  if (cell.via === 'fallback') return `from ${cell.from}`
  return cell.via === 'omitted' ? `omitted: ${cell.reason}` : cell.via
}

function table(rows: readonly (readonly string[])[]): string {
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
