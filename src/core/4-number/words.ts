/** The number of words in all texts of a block, by `countWords`. */
export function wordsIn(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + countWords(text), 0)
}

/**
 * How many words a text has: runs of letters, marks and digits, with `'’.,:/-` inside them; in scripts
 * without blanks (Han, Kana, Thai, Lao, Khmer) each character counts as one.
 */
export function countWords(text: string): number {
  return (
    text.match(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,:/-](?=[\p{L}\p{N}]))*/gu,
    )?.length ?? 0
  )
}
