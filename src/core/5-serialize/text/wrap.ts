import {isNarrow} from './columns.ts'
import {piecesOf} from './pieces.ts'

/**
 * Break text into lines. What cannot be broken and is too long, such as a URL, stands on a line of its own
 * and sticks out.
 *
 * @param text Phrasing; a line feed in it is a hard break.
 * @param columns Width of a line; `0` breaks only at hard breaks.
 * @returns Lines without blanks at either end, none of them empty.
 */
export function wrap(text: string, columns: number): string[] {
  return text.includes('\n')
    ? text.split('\n').flatMap(line => wrapLine(line, columns))
    : wrapLine(text, columns)
}

function wrapLine(line: string, columns: number): string[] {
  if (isTrimmed(line) && (columns === 0 || (isNarrow(line) && line.length <= columns))) return [line]
  const lines: string[] = []
  let current = ''
  let used = 0
  for (const piece of piecesOf(line)) {
    const needed = used + piece.space.length + piece.columns
    if (current === '') {
      current = piece.text
      used = piece.columns
    } else if (columns === 0 || needed <= columns) {
      current += piece.space + piece.text
      used = needed
    } else {
      lines.push(current)
      current = piece.text
      used = piece.columns
    }
  }
  if (current !== '') lines.push(current)
  return lines
}

function isTrimmed(line: string): boolean {
  return line !== '' && !line.startsWith(' ') && !line.endsWith(' ')
}
