/**
 * Where two texts first differ in a letter or a digit. Blanks, punctuation and marks are what formats put
 * each in its own way; raised and lowered digits are digits.
 *
 * @returns What stands there in each; `undefined` where they are the same.
 * @see https://unicode.org/reports/tr15/ (NFKC)
 */
export function differingLetter(
  expected: string,
  found: string,
): {readonly expected: string; readonly found: string} | undefined {
  const [these, those] = [lettersOf(expected), lettersOf(found)]
  const longest = Math.max(these.length, those.length)
  for (let index = 0; index < longest; index++) {
    if (these[index]?.letter === those[index]?.letter) continue
    return {expected: excerpt(expected, these[index]?.at), found: excerpt(found, those[index]?.at)}
  }
  return undefined
}

function lettersOf(text: string): readonly {readonly letter: string; readonly at: number}[] {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].flatMap(({0: character, index}) =>
    [...character.normalize('NFKC')].map(letter => ({letter, at: index})),
  )
}

function excerpt(text: string, at = text.length): string {
  return text.slice(Math.max(0, at - 20), at + 20).trim() || 'nothing'
}
