import {anyOf} from '../language/index.ts'

/** Lines that front matter would take, in a file that has none, or more of it behind its own. */
export interface UnseenFrontMatter {
  /** Offset of the first of them in the text, and its length. */
  readonly offset: number
  readonly length: number
}

/** How far from the beginning of a text front matter may stand. */
const span = 4000
/** Lines end as some editors end them, too. */
const lines = /[^\r\n\u2028\u2029\u0085\v\f]+/g
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Signs alone, or with the name of a language or a comment behind them. */
const delimiter = /^(?:[^\p{L}\p{N}\s]{2,}|—)\s*(?:(?:yaml|yml|toml|json)\b.*|[#{(].*)?$/iu
/** Starts of lines that may also hold other text: there, only a condition proves that it is front matter. */
const quoted = /^(?:<!--|`{3}|~{3})/

/**
 * Find front matter that Markdown reads as text: behind a blank line or an invisible character, between other
 * lines than `---`, or without an end. Its conditions would be lost, and the whole page shown to every
 * reader.
 *
 * @param text The text behind the front matter that was read, if any.
 * @param keys Known keys of front matter.
 * @param restricting Those of them that restrict the page.
 * @param ids Declared audience ids and values of dimensions.
 */
export function findUnseenFrontMatter(
  text: string,
  keys: readonly string[],
  restricting: readonly string[],
  ids: readonly string[],
): UnseenFrontMatter | undefined {
  const found = [...text.slice(0, span).matchAll(lines)]
    .map(({0: line, index}) => ({line: line.replace(unseen, '').trim(), index, length: line.length}))
    .filter(({line}) => line !== '')
  const shown = found.slice(found.findIndex(({line}) => !/^<!--.*-->$/.test(line)))
  const [first] = shown
  if (first === undefined) return undefined
  const isKey = keyOf(keys)
  const isRestricting = keyOf(restricting)
  const restricts = new RegExp(
    `^(?:${restricting.join('|')}):(?:[\\s,'"[\\]]*(?:${anyOf(ids)}))+[\\s,'"\\]]*$`,
  )
  const names = (line: string): boolean =>
    isRestricting.test(line) && ids.some(id => line.toLowerCase().includes(id))
  const isDelimited = delimiter.test(first.line)
  const block = blockOf(shown.map(({line}) => line).slice(isDelimited ? 1 : 0))
  const seen =
    isDelimited && !quoted.test(first.line)
      ? block.some(line => isKey.test(line))
      : isDelimited
        ? block.some(names)
        : isKey.test(first.line) && (restricts.test(first.line) || isClosed(block, shown.length, isKey))
  return seen ? {offset: first.index, length: first.length} : undefined
}

/** Lines up to the next one that consists of signs. */
function blockOf(all: readonly string[]): readonly string[] {
  const end = all.findIndex(line => delimiter.test(line))
  return end < 0 ? all.slice(0, 20) : all.slice(0, end)
}

/** Whether all lines are keys, and a line of signs follows. */
function isClosed(block: readonly string[], lineCount: number, isKey: RegExp): boolean {
  return block.length < lineCount && block.every(line => isKey.test(line) || /^[-\s#]|^["'\]}]/.test(line))
}

function keyOf(keys: readonly string[]): RegExp {
  return new RegExp(`^[-{\\s,"']*(?:${keys.join('|')})["']?\\s*[:=]`, 'i')
}
