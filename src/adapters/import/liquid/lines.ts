import type {SourceSpan} from '../imported.ts'

/** What stands around the tags of a choice. */
export interface TagSurroundings {
  /**
   * `alone`: each tag has a line of its own; `glued`: each ends a line; `within`: lines go on behind them.
   */
  readonly stands: 'alone' | 'glued' | 'within'
  /** Blanks before the first tag, where it is alone. */
  readonly indent: string
  /** The nearest lines with content, tags left out; empty where there are none. */
  readonly before: string
  readonly after: string
  /** The same where no blank line comes between. */
  readonly adjacentBefore: string
  readonly adjacentAfter: string
}

/** @param tags Spans of the tags, in order. */
export function surroundingsOf(text: string, tags: readonly SourceSpan[]): TagSurroundings {
  const heads = tags.map(({start}) => text.slice(text.lastIndexOf('\n', start - 1) + 1, start))
  const endOf = (offset: number): number => {
    const end = text.indexOf('\n', offset)
    return end === -1 ? text.length : end
  }
  const tails = tags.map(({end}) => text.slice(end, endOf(end)))
  const isBlank = (part: string): boolean => part.trim() === ''
  const end = tags.at(-1)?.end ?? 0
  const head = heads[0] ?? ''
  const stands = !tails.every(isBlank) ? 'within' : heads.every(isBlank) ? 'alone' : 'glued'
  const above = text.slice(0, (tags[0]?.start ?? 0) - (stands === 'alone' ? head.length : 0)).split('\n')
  const below = text.slice(endOf(end) + 1).split('\n')
  if (stands === 'alone') above.pop()
  const [before, adjacentBefore] = nearest(above.reverse())
  const [after, adjacentAfter] = nearest(below)
  return {stands, indent: stands === 'alone' ? head : '', before, after, adjacentBefore, adjacentAfter}
}

/** The first line with content, and the same where no blank line comes before it. */
function nearest(lines: readonly string[]): readonly [line: string, adjacent: string] {
  let isAdjacent = true
  for (const line of lines) {
    const content = line.replace(/\{%.*?%\}/g, '')
    if (content.trim() !== '') return [content, isAdjacent ? content : '']
    if (line.trim() === '') isAdjacent = false
  }
  return ['', '']
}

/** A row of a table that begins with a bar. */
export function isRow(line: string): boolean {
  return /^\s*\|/.test(line)
}

/** An item of a list; what is indented may go on with one. */
export function isItem(line: string, isStrict = false): boolean {
  return /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(isStrict ? line : line.trimStart())
}

/** A line of running text, judged by its beginning. */
export function isParagraph(line: string): boolean {
  return (
    line.trim() !== '' &&
    !/^ {0,3}(?:#{1,6}(?:\s|$)|>|`{3}|~{3}|:{2}|\||<|\[\^|(?:[-*_][ \t]*){3,}$)/.test(line) &&
    !isItem(line) &&
    !/^(?: {4}|\t)/.test(line)
  )
}
