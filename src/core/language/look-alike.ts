/** Characters that no author sees. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const allUnseen = new RegExp(unseen, 'gu')
/**
 * Characters that look like a colon.
 *
 * @see https://www.unicode.org/Public/security/latest/confusables.txt (those of U+003A, and the vertical and
 * Mongolian forms)
 */
const colon =
  /[\u02D0\u02F8\u0589\u05C3\u0703\u0704\u1361\u16EC\u1803\u1804\u1809\u205A\u2236\uA4FD\uA789\uFE13\uFE30\uFE55\uFF1A]/
const allColons = new RegExp(colon, 'g')
const blanks = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g

/** Letters of other scripts that look like Latin ones, in lower case, by the same table of Unicode. */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  ӏ: 'l',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  ι: 'i',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  υ: 'u',
  ı: 'i',
}

/**
 * The line that an author saw while typing, where it is not the line that was typed: without invisible
 * characters, with plain colons and blanks. `undefined` where both are the same.
 *
 * @see https://www.unicode.org/reports/tr39/#Confusable_Detection (the few that matter here)
 */
export function seenAs(line: string): string | undefined {
  const seen = line.replace(allUnseen, '').replace(allColons, ':').replace(blanks, ' ')
  return seen === line ? undefined : seen
}

const isAscii = /^[\0-\f\x0E-\x7F]*$/ // without carriage returns

/** A text as its reader sees it, and the index in the original of each of its UTF-16 units. */
export interface FoldedText {
  readonly text: string
  /** Absent where both texts have the same indexes. */
  readonly indexes?: readonly number[]
}

/**
 * Fold a text to the characters that its reader sees: no invisible ones, compatibility forms and look-alikes
 * as the plain characters, letters in lower case, line endings as line feeds.
 */
export function foldLookAlikes(text: string): FoldedText {
  if (isAscii.test(text)) return {text: text.toLowerCase()}
  let folded = ''
  const indexes: number[] = []
  let index = 0
  for (const character of text) {
    const seen = character === '\r' && text[index + 1] === '\n' ? '' : foldCharacter(character)
    folded += seen
    for (let unit = 0; unit < seen.length; unit++) indexes.push(index)
    index += character.length
  }
  return {text: folded, indexes}
}

function foldCharacter(character: string): string {
  if (character === '\r') return '\n'
  if (isAscii.test(character)) return character.toLowerCase()
  if (unseen.test(character)) return ''
  if (colon.test(character)) return ':'
  const plain = character.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return letters[plain] ?? plain
}
