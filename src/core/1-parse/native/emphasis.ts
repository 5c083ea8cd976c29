import {FallbackError} from './refusals.ts'

/** What may stand before a run that begins emphasis, and behind one that ends it. */
const before = /^[ \n\t([“"‘']?$/
const behind = /^[ \n\t\r.,;:!?)\]}”"’'—–]?$/
const word = /[\p{L}\p{N}]/u

/**
 * The rules on runs of `*`, `_` and `~` leave room where such runs stand beside one another, beside
 * punctuation, escapes and emoji, and the parsers use it. Emphasis is plain where its runs could begin or end
 * nothing else.
 *
 * @param start Offset of emphasis in the source, and its end.
 * @param width Characters of each of its two runs.
 * @throws {FallbackError} Where it is not plain.
 * @see https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis
 */
export function assertPlainEmphasis(source: string, start: number, end: number, width: number): void {
  const left = source[start - 1] ?? ''
  const right = source[end] ?? ''
  const first = source[start + width] ?? ''
  const last = source[end - width - 1] ?? ''
  const isPlain =
    before.test(left) &&
    behind.test(right) &&
    (word.test(first) || (/^[ \n\t]?$/.test(left) && /^[^\s*_~\\]$/.test(first))) &&
    (word.test(last) || (/^[ \n\t\r]?$/.test(right) && /^[^\s*_~\\]$/.test(last)))
  if (!isPlain) throw new FallbackError('emphasis that is not plain')
}

/**
 * @param start Offset of a text in the source, and its end.
 * @throws {FallbackError} Where it holds a run that could begin or end emphasis, and does not.
 */
export function assertNoLooseRun(source: string, start: number, end: number): void {
  for (const {0: run, index} of source.slice(start, end).matchAll(/[*_]+|~~+/g)) {
    const left = source[start + index - 1] ?? ' '
    const right = source[start + index + run.length] ?? ' '
    const isEscaped = left === '\\' && run.length === 1 && !'*_~'.includes(right)
    const isBetweenBlanks = !run.includes('~') && /\s/.test(left) && /\s/.test(right)
    const isInWord = /^_+$/.test(run) && word.test(left) && word.test(right)
    if (!isEscaped && !isBetweenBlanks && !isInWord) throw new FallbackError('loose mark of emphasis')
  }
}
