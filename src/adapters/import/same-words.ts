/**
 * Words of a text, without what selecting readers' parts may change around them: blanks, also those before
 * punctuation.
 *
 * @param text Plain text.
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/\s+(?=[.,;:!?)\]])/g, '')
    .replace(/(?<=[([])\s+/g, '')
    .split(/\s+/)
    .filter(word => word !== '')
}

/** Where two texts first differ; `undefined`: nowhere. */
export function firstDifference(
  expected: readonly string[],
  found: readonly string[],
): {readonly expected: string; readonly found: string} | undefined {
  const longest = Math.max(expected.length, found.length)
  for (let index = 0; index < longest; index++)
    if (expected[index] !== found[index])
      return {expected: excerpt(expected, index), found: excerpt(found, index)}
  return undefined
}

function excerpt(words: readonly string[], index: number): string {
  return words.slice(Math.max(0, index - 2), index + 4).join(' ') || 'nothing'
}
