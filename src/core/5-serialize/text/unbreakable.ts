/** Scripts that are written without spaces between words. */
const eastAsian =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFF60]/u
const neverLast = /[\p{Nd}\p{Ps}\p{Pi}\u200D]/u
const neverFirst =
  /[\p{Pe}\p{Pf}\p{Po}\p{Sc}\p{Lm}\p{M}ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻～‐–—℃°\u200D]/u

/**
 * Cut a word where a line may be broken inside it: at zero-width spaces and between East Asian characters.
 * Never at a no-break space, a hyphen, or between a number and the East Asian unit after it. Scripts that
 * need a dictionary, such as Thai, are broken only where the author put a space.
 *
 * @see https://www.unicode.org/reports/tr14/ (the rules for ID, OP, CL, NS and CM, in short)
 */
export function unbreakable(word: string): readonly string[] {
  const parts = word.includes('\u200B') ? word.split(/(?<=\u200B)/) : [word]
  return parts.flatMap(part => (eastAsian.test(part) ? between(part) : [part]))
}

function between(word: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  let last = ''
  for (const character of word) {
    if (last !== '' && mayBreak(last, character)) {
      parts.push(part)
      part = ''
    }
    part += character
    last = character
  }
  parts.push(part)
  return parts
}

function mayBreak(left: string, right: string): boolean {
  if (!eastAsian.test(left) && !eastAsian.test(right)) return false
  return !neverLast.test(left) && !neverFirst.test(right)
}
