/** Something that a YAML parser must not be given. */
export interface Costly {
  readonly message: string
  /** Offsets in the text. */
  readonly from: number
  readonly to: number
}

/**
 * A linear look at a YAML text before the parser sees it: complex keys cost it exponential time (`? ` × 400
 * takes 12 seconds), and deep brackets or indentation overflow its stack.
 *
 * @param text The YAML text.
 * @param maxDepth Levels that may stand inside one another.
 * @returns The first thing that is refused; `undefined` where the text may be parsed.
 */
export function refuseCostly(text: string, maxDepth: number): Costly | undefined {
  const control = /[\0-\u0008\u000B\u000C\u000E-\u001F]/.exec(text)
  if (control) return costly('A control character cannot stand in YAML', control.index, 1)
  const complex = /^[ \t]*(?:-[ \t]+)*\?(?:[ \t]|$)|[[{,][ \t\r\n]*\?[ \t]/m.exec(text)
  if (complex) return costly('Complex keys (`? `) are not supported', complex.index, complex[0].length)
  let brackets = 0
  for (const {0: character, index} of text.matchAll(/[[\]{}]/g)) {
    brackets += character === '[' || character === '{' ? 1 : -1
    if (brackets > maxDepth) return tooDeep(maxDepth, index)
  }
  for (const {0: dashes, index} of text.matchAll(/^[ \t]*(?:-[ \t]+){2,}/gm)) {
    if (dashes.replace(/[^-]/g, '').length > maxDepth) return tooDeep(maxDepth, index)
  }
  const indents: number[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    const indent = /^ */.exec(line)?.[0].length ?? 0
    if (line.trim() !== '') {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop()
      indents.push(indent)
      // A block scalar or a folded plain text is indented too, but never deeper at every line.
      if (indents.length > maxDepth * 2) return tooDeep(maxDepth, offset)
    }
    offset += line.length + 1
  }
  return undefined
}

function tooDeep(maxDepth: number, from: number): Costly {
  return costly(`Values may stand at most ${maxDepth} levels deep`, from, 1)
}

function costly(message: string, from: number, length: number): Costly {
  return {message, from, to: from + length}
}
