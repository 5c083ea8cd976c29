/** Characters that nobody sees, or that are seen as a colon or a blank. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const colons = /[\uFF1A\uFE55\uA789\u02D0\u0589\u05C3\uFE13]/g
const blanks = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/**
 * The line that an author saw while typing, where it is not the line that was typed: without invisible characters, with
 * plain colons and blanks. `undefined` where both are the same.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection (the few that matter here)
 */
export function seenAs(line: string): string | undefined {
  const seen = line.replace(unseen, '').replace(colons, ':').replace(blanks, ' ')
  return seen === line ? undefined : seen
}
