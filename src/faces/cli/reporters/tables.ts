import type {JsonMessage, MatrixCell} from '../../../internal.ts'
import type {CheckedPage} from '../../../project/index.ts'
import {severities} from './pretty.ts'

/**
 * For people: the completeness matrix, a line a group and a column an audience, and the numbers of cited
 * works, a line a work and a column a kind of reader. Empty where no page has either.
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

/**
 * For people who check many pages: how often each rule was broken and in how many files, the worst and most
 * frequent first.
 */
export function rulesReport(messages: readonly JsonMessage[]): string {
  const rules = new Map<string, {first: JsonMessage; count: number; files: Set<string | undefined>}>()
  for (const message of messages) {
    const name = `${message.ruleId} ${message.severity}` // readability is a warning or an error
    const known = rules.get(name) ?? {first: message, count: 0, files: new Set()}
    known.count++
    known.files.add(message.file)
    rules.set(name, known)
  }
  const rank = ({severity}: JsonMessage): number => severities.indexOf(severity)
  const rows = [...rules.values()]
    .sort((left, right) => rank(left.first) - rank(right.first) || right.count - left.count)
    .map(({first: {ruleId, severity, url}, count, files}) => [
      ruleId,
      severity,
      String(count),
      String(files.size),
      url ?? '',
    ])
  return rows.length === 0 ? '' : print([['rule', 'severity', 'messages', 'files', ''], ...rows])
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
