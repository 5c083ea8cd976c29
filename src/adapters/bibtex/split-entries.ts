/** One `@…` of a file, not yet parsed. */
export interface RawEntry {
  /** In lower case. */
  readonly type: string
  /** What stands before the first comma; absent where there is none. Strings have their name here. */
  readonly key: string | undefined
  readonly text: string
  /** Line where it begins, from 1. */
  readonly line: number
  /** Whether its closing brace was found. */
  readonly closed: boolean
  /** Whether fields follow its closing brace. */
  readonly cutShort: boolean
  /** Names of the `@string`s in its values, in lower case, and how often they stand there. */
  readonly strings: ReadonlyMap<string, number>
}

/**
 * Outside entries everything but `@type{` is a comment; what stands behind `%` or `@comment` is one in any
 * case.
 */
const outside = /%[^\r\n]*|@comment\b[^\r\n]*|@\s*([a-z_][\w:+-]*)\s*[{(]/gi
/** The beginning of an entry on a line of its own. */
const atLineStart = /^[ \t]*@[ \t]*[a-z_][\w:+-]*[ \t]*[{(]/gim
const keyAt = /\s*([^\s,{}"=%]+)\s*,/y
/** A comma behind an entry separates it from the next, unless a field comes before that. */
const fieldsBehind = /^\s*,[^@]*=/
const stringAt = /\s*([a-z_][\w:+-]*)\s*=/iy
const nameAt = /[=#]\s*([a-z_][\w:+-]*)/iy

/**
 * Split a BibTeX file into its entries, so that a broken one does not take the others with it. An entry that
 * is not closed ends where the next one begins on a line of its own. Takes time in proportion to the length
 * of the text.
 */
export function splitEntries(text: string): readonly RawEntry[] {
  const entries: RawEntry[] = []
  const starts = [...text.matchAll(atLineStart)].map(({index}) => index)
  const lineAt = lineCounter(text)
  let nextStart = 0
  const next = new RegExp(outside) // its position goes past each entry
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [head, type] = found
    if (type === undefined) continue
    const body = found.index + head.length
    while ((starts[nextStart] ?? text.length) < body) nextStart++
    const limit = starts[nextStart] ?? text.length
    const isData = !['string', 'preamble'].includes(type.toLowerCase())
    const key = matchAt(type.toLowerCase() === 'string' ? stringAt : keyAt, text, body)
    // A key may hold any sign, so the braces are counted from behind it.
    const scan = scanFields(text, isData && key !== undefined ? key.end : body, limit)
    const end = scan.end ?? limit
    entries.push({
      type: type.toLowerCase(),
      key: key?.name,
      text: text.slice(found.index, end),
      line: lineAt(found.index),
      closed: scan.end !== undefined,
      cutShort: isData && fieldsBehind.test(text.slice(end, end + 1000)),
      strings: scan.strings,
    })
    next.lastIndex = end
  }
  return entries
}

function matchAt(
  pattern: RegExp,
  text: string,
  index: number,
): {readonly name: string; readonly end: number} | undefined {
  pattern.lastIndex = index
  const name = pattern.exec(text)?.[1]
  return name === undefined ? undefined : {name, end: pattern.lastIndex}
}

/**
 * Find the end of an entry by the rules of the parser: braces nest, quotes hold braces, a backslash escapes
 * in both.
 */
function scanFields(
  text: string,
  from: number,
  limit: number,
): {readonly end: number | undefined; readonly strings: ReadonlyMap<string, number>} {
  const strings = new Map<string, number>()
  let depth = 0
  let quoted = false
  for (let index = from; index < limit; index++) {
    const char = text[index] ?? ''
    if (depth > 0 || quoted) {
      if (char === '\\' && '\\{}'.includes(text[index + 1] ?? ' ')) index++
      else if (char === '{') depth++
      else if (char === '}' && depth > 0) depth--
      else if (char === '"' && depth === 0) quoted = false
      continue
    }
    if (char === '}' || char === ')') return {end: index + 1, strings}
    if (char === '{') depth++
    else if (char === '"') quoted = true
    else if (char === '%') while (index + 1 < limit && !/[\r\n]/.test(text[index + 1] ?? '')) index++
    else if (char === '=' || char === '#') {
      const used = matchAt(nameAt, text, index)
      if (used === undefined) continue
      const name = used.name.toLowerCase()
      strings.set(name, (strings.get(name) ?? 0) + 1)
      index = used.end - 1
    }
  }
  return {end: undefined, strings}
}

/** Line of an offset, for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  const breaks = /\r\n|\r|\n/g
  let line = 1
  let following = breaks.exec(text)
  return offset => {
    for (; following !== null && following.index < offset; following = breaks.exec(text)) line++
    return line
  }
}
