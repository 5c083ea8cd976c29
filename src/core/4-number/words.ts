import type {Nodes} from 'mdast'
import {blockIndexOf, type Document} from '../language/index.ts'

/** Counts the words of a block, once as far as a document's memory goes. */
export function wordsOf(document: Document): (block: Nodes) => number {
  const known = document.cache.memoize(wordsOf, () => new WeakMap<Nodes, number>())
  const blockIndex = blockIndexOf(document)
  return block => {
    const words = known.get(block) ?? blockIndex(block).texts.reduce((sum, text) => sum + countWords(text), 0)
    known.set(block, words)
    return words
  }
}

/**
 * How many words a text has: runs of letters, marks and digits, with `'’.,:/-` inside them; in scripts without blanks
 * (Han, Kana, Thai, Lao, Khmer) each character counts as one.
 */
export function countWords(text: string): number {
  return (
    text.match(
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,:/-](?=[\p{L}\p{N}]))*/gu,
    )?.length ?? 0
  )
}
