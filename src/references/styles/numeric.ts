import type {CitationStyle, ClusterPart, NumberedItem} from '../../document/index.ts'
import {formatEntry} from './entry.ts'

/** Numbers in brackets, in order, runs of three or more as ranges: `[1–3, 5, section 12.1]`. */
export const numeric: CitationStyle = {
  id: 'numeric',
  cluster: items => bracket(runsOf([...items].sort(byNumber))),
  entry: formatEntry,
}

function byNumber(left: NumberedItem, right: NumberedItem): number {
  return left.number - right.number
}

/** Items whose numbers follow one another; a locator stands alone. */
function runsOf(items: readonly NumberedItem[]): readonly (readonly NumberedItem[])[] {
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

function bracket(runs: readonly (readonly NumberedItem[])[]): readonly ClusterPart[] {
  if (runs.length === 0) return []
  const parts: ClusterPart[] = [plain('[')]
  for (const [index, run] of runs.entries()) {
    if (index > 0) parts.push(plain(', '))
    parts.push(...printRun(run))
  }
  return [...parts, plain(']')]
}

function printRun(run: readonly NumberedItem[]): readonly ClusterPart[] {
  const [first, ...others] = run
  const last = others.at(-1)
  if (first === undefined) return []
  if (last === undefined)
    return first.locator === undefined ? [link(first)] : [link(first), plain(`, ${first.locator}`)]
  if (others.length === 1) return [link(first), plain(', '), link(last)]
  return [link(first), plain('–'), link(last)]
}

function link({key, number}: NumberedItem): ClusterPart {
  return {type: 'link', key, number, value: String(number)}
}

function plain(value: string): ClusterPart {
  return {type: 'text', value}
}
