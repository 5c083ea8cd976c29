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

/**
 * Print runs between brackets: three numbers or more as a range.
 *
 * @param delimiter Between numbers; before a locator there is always a comma and a blank.
 */
export function bracket(
  runs: readonly (readonly NumberedItem[])[],
  open: string,
  close: string,
  delimiter: string,
): readonly ClusterPart[] {
  if (runs.length === 0) return []
  const parts = runs.flatMap((run, index) => [
    ...(index > 0 ? [plain(delimiter)] : []),
    ...printRun(run, delimiter),
  ])
  return [...(open === '' ? [] : [plain(open)]), ...parts, ...(close === '' ? [] : [plain(close)])]
}

function printRun(run: readonly NumberedItem[], delimiter: string): readonly ClusterPart[] {
  const [first, ...others] = run
  const last = others.at(-1)
  if (first === undefined) return []
  if (last === undefined)
    return first.locator === undefined ? [link(first)] : [link(first), plain(`, ${first.locator}`)]
  return [link(first), plain(others.length === 1 ? delimiter : '–'), link(last)]
}

function link({key, number}: NumberedItem): ClusterPart {
  return {type: 'link', key, number, value: String(number)}
}

function plain(value: string): ClusterPart {
  return {type: 'text', value}
}
