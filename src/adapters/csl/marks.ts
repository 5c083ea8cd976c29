/**
 * What citeproc prints is one string. We have it put marks of our own around its parts instead of HTML, so
 * that nothing has to be escaped and parsed back: noncharacters, which no text may hold, as
 * `open name middle … close`.
 *
 * @see https://www.unicode.org/faq/private_use.html#noncharacters
 */
const open = '\uFDD0'
const middle = '\uFDD1'
const close = '\uFDD2'
const marks = /[\uFDD0-\uFDD3]/g

/** Stands where a number will be put in. */
export const hole = '\uFDD3'

/** Text with a mark around it. */
export function mark(name: string, text: string): string {
  return `${open}${name}${middle}${text}${close}`
}

/** Text as it may go into citeproc. */
export function withoutMarks(text: string): string {
  return text.replace(marks, '')
}

/** A stretch of text and the names of the marks around it, the outermost first. */
export interface Marked {
  readonly text: string
  readonly names: readonly string[]
}

/** Cut a text at its marks. */
export function readMarks(text: string): readonly Marked[] {
  const found: Marked[] = []
  const names: string[] = []
  for (const piece of text.split(/(\uFDD0[^\uFDD1]*\uFDD1|\uFDD2)/)) {
    if (piece.startsWith(open)) names.push(piece.slice(1, -1))
    else if (piece === close) names.pop()
    else if (piece !== '') found.push({text: piece, names: [...names]})
  }
  return found
}

/** The text alone. */
export function plainOf(text: string): string {
  return readMarks(text)
    .map(piece => piece.text)
    .join('')
}
