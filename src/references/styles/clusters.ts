import type {ClusterPart, NumberedItem} from '../../document/index.ts'

/** Items in order of number. */
export function sorted(items: readonly NumberedItem[]): readonly NumberedItem[] {
  return [...items].sort((left, right) => left.number - right.number)
}

/** Items whose numbers follow one another; a locator stands alone. */
export function runsOf(items: readonly NumberedItem[]): readonly (readonly NumberedItem[])[] {
  const runs: NumberedItem[][] = []
  for (const item of items) {
    const last = runs.at(-1)?.at(-1)
    const follows =
      last !== undefined &&
      last.locator === undefined &&
      item.locator === undefined &&
      item.number === last.number + 1
    if (follows) runs.at(-1)?.push(item)
    else runs.push([item])
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
  marks: ClusterMarks,
): readonly ClusterPart[] {
  if (runs.length === 0) return []
  const {open = '', close = '', delimiter} = marks
  const parts = runs.flatMap((run, index) => [
    ...(index > 0 ? [plain(delimiter)] : []),
    ...printRun(run, marks),
  ])
  return [...(open === '' ? [] : [plain(open)]), ...parts, ...(close === '' ? [] : [plain(close)])]
}

function printRun(
  run: readonly NumberedItem[],
  {delimiter, range = '–', locator = where => `, ${where}`}: ClusterMarks,
): readonly ClusterPart[] {
  const [first, ...others] = run
  const last = others.at(-1)
  if (first === undefined) return []
  if (last === undefined)
    return first.locator === undefined ? [link(first)] : [link(first), plain(locator(first.locator))]
  return [link(first), plain(others.length === 1 ? delimiter : range), link(last)]
}

function link({key, number}: NumberedItem): ClusterPart {
  return {type: 'link', key, number, value: String(number)}
}

function plain(value: string): ClusterPart {
  return {type: 'text', value}
}
