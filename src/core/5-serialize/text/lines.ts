import {columnsOf} from './columns.ts'

export type Lines = readonly string[]

/** Put a prefix before every line; blank ends of it are left off where the line is empty. */
export function prefix(mark: string, lines: Lines): Lines {
  const empty = mark.trimEnd()
  return lines.map(line => (line === '' ? empty : mark + line))
}

/** Put a mark before the first line and as many blanks before the others. */
export function hang(mark: string, lines: Lines): Lines {
  const [first = '', ...others] = lines
  return [first === '' ? mark.trimEnd() : mark + first, ...prefix(' '.repeat(columnsOf(mark)), others)]
}

/** Join runs of lines by an empty line; empty runs vanish. */
export function stack(runs: readonly Lines[]): Lines {
  const lines: string[] = []
  for (const run of runs) {
    if (run.length > 0 && lines.length > 0) lines.push('')
    for (const line of run) lines.push(line)
  }
  return lines
}

/** Columns of the longest line. */
export function widest(lines: Lines): number {
  return lines.reduce((most, line) => Math.max(most, columnsOf(line)), 0)
}
