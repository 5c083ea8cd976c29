import type {ClusterPart, NumberedItem} from '../../../language/index.ts'

/** Items in order of number. */
export function sorted(items: readonly NumberedItem[]): readonly NumberedItem[] {
  return [...items].sort((left, right) => left.number - right.number)
}

/** Items whose numbers follow one another; a locator stands alone. */
export function runsOf(items: readonly NumberedItem[]): readonly (readonly NumberedItem[])[] {
  const runs: NumberedItem[][] = []
  let run: NumberedItem[] = []
  let last: NumberedItem | undefined
  for (const item of items) {
    const plain = last !== undefined && last.locator === undefined && item.locator === undefined
    if (plain && item.number === (last?.number ?? 0) + 1) run.push(item)
    else {
      run = [item]
      runs.push(run)
    }
    last = item
  }
  return runs
}

/** The marks of a style's clusters. */
export interface ClusterMarks {
  readonly open?: string
  readonly close?: string
  /** Between numbers. */
  readonly delimiter: string
  /** Between the ends of a range; default: an en dash. */
  readonly range?: string
  /** How a locator stands behind its number; default: `, p. 5`. */
  readonly locator?: (locator: string) => string
}

/** Print runs: three numbers or more as a range. */
export function printRuns(
  runs: readonly (readonly NumberedItem[])[],
  {open = '', close = '', delimiter, range = '–', locator = where => `, ${where}`}: ClusterMarks,
): readonly ClusterPart[] {
  const parts: ClusterPart[] = []
  for (const run of runs) {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined) continue
    const before = parts.length === 0 ? open : delimiter
    if (before !== '') parts.push(plain(before))
    parts.push(link(first))
    if (first.locator !== undefined) parts.push(plain(locator(first.locator)))
    if (run.length > 1) parts.push(plain(run.length === 2 ? delimiter : range), link(last))
  }
  if (parts.length > 0 && close !== '') parts.push(plain(close))
  return parts
}

function link({key, number}: NumberedItem): ClusterPart {
  return {type: 'link', key, number, value: String(number)}
}

function plain(value: string): ClusterPart {
  return {type: 'text', value}
}
