import stringWidth from 'string-width'
import {visible} from '../raw-html.ts'

/**
 * Characters of one column each that carry no mark and are no part of an emoji: nearly all Latin, Greek and
 * Cyrillic text.
 */
const narrow =
  /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u0391-\u03C9\u0400-\u0482\u048A-\u052F\u2010-\u201F\u2026\u2032\u2033\u2264\u2265]*$/

/** UTF-16 units that are measured at once: finding graphemes takes time that grows faster than the text. */
const atOnce = 256

/** What belongs to the character before it. */
const joins = /\p{M}|\u200D|[\uDC00-\uDFFF]/u

/** Whether a text takes up as many columns as it has characters, without a look at each. */
export function isNarrow(text: string): boolean {
  return narrow.test(text)
}

/** Columns that a line takes up in a terminal: 2 for a wide character, 0 for a combining mark. */
export function columnsOf(line: string): number {
  if (isNarrow(line)) return line.length
  const text = visible(line)
  let columns = 0
  for (let from = 0; from < text.length; ) {
    let to = from + atOnce
    while (to < text.length && joins.test(text.charAt(to))) to++
    columns += stringWidth(text.slice(from, to))
    from = to
  }
  return columns
}
