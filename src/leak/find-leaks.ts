import type {Numbering, Selection} from '../document/index.ts'
import type {Report} from '../messages/reporter.ts'
import {readable} from './readable.ts'
import {allTexts, type Piece, visibleText} from './texts.ts'

/**
 * Finds text of other readers in what one reader was given: whole pieces, and words that stand in no text of theirs. A
 * word that this reader sees anywhere tells nothing, nor does a number or a short word; a whole piece of several words does.
 */
export class LeakCheck {
  readonly #pieces: readonly Piece[]
  readonly #words = new Map<string, Piece>()

  constructor(selection: Selection, numbering: Numbering) {
    const visible = fold(visibleText(selection, numbering))
    const seen = new Set(wordsOf(visible))
    const hidden = allTexts(selection.document).filter(({text}) => !visible.includes(fold(text)))
    this.#pieces = hidden.filter(({text}) => wordsOf(fold(text)).length > 2)
    for (const piece of hidden) {
      for (const word of wordsOf(fold(piece.text))) {
        if (isTelling(word) && !seen.has(word)) this.#words.set(word, piece)
      }
    }
  }

  /** The pieces of others' text that stand in an output; none in a sound one. */
  find(output: string): readonly Piece[] {
    if (this.#pieces.length === 0 && this.#words.size === 0) return []
    const text = fold(readable(output))
    const found = new Set(this.#pieces.filter(piece => text.includes(fold(piece.text))))
    for (const word of new Set(wordsOf(text))) {
      const piece = this.#words.get(word)
      if (piece !== undefined) found.add(piece)
    }
    return [...found]
  }

  /** Report each; the message names the place and the output, and never the text. */
  report(output: string, name: string, audience: string, report: Report): void {
    for (const {place} of this.find(output)) {
      const detail = `Text that \`${audience}\` does not get stands in their ${name}: this is a bug of Parlance, please report it`
      report('leak', {place, actual: name, detail, audiences: [audience]})
    }
  }
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
