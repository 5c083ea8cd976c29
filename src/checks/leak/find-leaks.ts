import type {Document, Variant} from '../../core/language/index.ts'
import {readable} from './readable.ts'
import {allTexts, type OwnedText, visibleText} from './texts.ts'

interface Folded {
  readonly piece: OwnedText
  /** Its text, folded. */
  readonly text: string
  readonly words: readonly string[]
}

/**
 * Finds text of other readers in the output for one reader: whole pieces, and words that stand in no text of
 * this reader. A word that this reader sees anywhere proves nothing, nor does a number or a short word; a
 * whole piece of several words does.
 */
export class LeakCheck {
  /** Only other readers get them. */
  readonly #pieces: readonly Folded[]
  readonly #words = new Map<string, OwnedText>()

  /**
   * @param shell The reader's page in each format without its author's text: words that stand there prove
   * nothing.
   * @param from Look only for what this reader gets.
   */
  constructor(variant: Variant, shell: readonly string[], from?: Variant) {
    const {document} = variant.selection
    const seen = visible([visibleText(variant), ...shell.map(readable)].join('\n'))
    const theirs = from && visible(visibleText(from))
    const hidden = textsOf(document).filter(
      piece => !isSeen(piece, seen) && (theirs === undefined || isSeen(piece, theirs)),
    )
    this.#pieces = hidden.filter(({words}) => words.length > 2)
    for (const {piece, words} of hidden) {
      for (const word of words) if (isTelling(word) && !seen.words.has(word)) this.#words.set(word, piece)
    }
  }

  /** The pieces of others' text that stand in an output; none in a sound one. */
  find(output: string): readonly OwnedText[] {
    if (this.#pieces.length === 0 && this.#words.size === 0) return []
    const text = fold(readable(output))
    const words = new Set(wordsOf(text))
    const whole = this.#pieces.filter(hidden => contains(hidden.text, hidden.words, text, words))
    const found = new Set(whole.map(({piece}) => piece))
    for (const word of words) {
      const piece = this.#words.get(word)
      if (piece !== undefined) found.add(piece)
    }
    return [...found]
  }
}

/** What one reader may see: the text, and its words. */
interface Visible {
  readonly text: string
  readonly words: ReadonlySet<string>
}

function visible(from: string): Visible {
  const text = fold(from)
  return {text, words: new Set(wordsOf(text))}
}

function isSeen({text, words}: Folded, theirs: Visible): boolean {
  return contains(text, words, theirs.text, theirs.words)
}

/** What an author wrote for anybody, folded once for all readers. */
function textsOf(document: Document): readonly Folded[] {
  return document.cache.memoize(textsOf, () =>
    allTexts(document).map(piece => {
      const text = fold(piece.text)
      return {piece, text, words: wordsOf(text)}
    }),
  )
}

/** Whether a piece stands in a text; a look at its words spares most of the searching. */
function contains(
  piece: string,
  words: readonly string[],
  text: string,
  known: ReadonlySet<string>,
): boolean {
  return words.every(word => known.has(word)) && text.includes(piece)
}

/** Letters in one case, blanks as one. */
function fold(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
}

function isTelling(word: string): boolean {
  return word.length > 3 && /\p{L}/u.test(word)
}
