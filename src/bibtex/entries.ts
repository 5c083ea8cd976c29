/** One entry as it was typed. */
export interface Entry {
  /** Line where it begins, from 1. */
  readonly line: number
  /** Lower-case name behind the `@`. */
  readonly type: string
  readonly text: string
  /** Whether its last bracket is there. */
  readonly closed: boolean
}

const opening = /@[ \t]*([a-zA-Z][a-zA-Z0-9_:+-]*)[ \t\r\n]*([{(])/g

/**
 * Cut a BibTeX file into its entries, each up to the bracket that closes it, so that one broken entry does not cost the others:
 * an entry whose bracket is missing ends where a line begins the next. Text between entries means nothing, and `@comment` is one.
 *
 * @param text A file.
 */
export function entriesOf(text: string): readonly Entry[] {
  const entries: Entry[] = []
  let line = 1
  let counted = 0
  opening.lastIndex = 0
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [, type = '', bracket] = match
    const {end, closed} = endOf(text, opening.lastIndex, bracket === '(' ? ')' : '}')
    opening.lastIndex = end
    if (type.toLowerCase() === 'comment') continue
    line += text.slice(counted, match.index).split(/\r\n|\r|\n/).length - 1
    counted = match.index
    entries.push({line, type: type.toLowerCase(), text: text.slice(match.index, end), closed})
  }
  return entries
}

/** Offset behind the closing bracket; where there is none, of the line that begins the next entry, or of the end. */
function endOf(text: string, from: number, close: string): {readonly end: number; readonly closed: boolean} {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '"' && depth === 0) quoted = !quoted
    else if (character === '{') depth++
    else if (character === '}' && depth > 0) depth--
    else if (character === close && depth === 0 && !quoted) return {end: at + 1, closed: true}
  }
  const next = /[\r\n][ \t]*@[a-zA-Z]+[ \t]*[{(]/.exec(text.slice(from))
  return {end: next === null ? text.length : from + next.index, closed: false}
}
