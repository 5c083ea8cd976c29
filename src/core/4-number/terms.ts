import type {Heading} from 'mdast'
import {type SelectedTerm, type Term, walk} from '../language/index.ts'
import {countWords} from './words.ts'

/**
 * Which use of each term is the first one, and where its abbreviation is spelled out: not in a heading, nor
 * where an author said it otherwise.
 */
export class TermUses {
  readonly first = new Set<Term>()
  readonly expanded = new Map<Term, string>()
  /** Words that spelling out adds. */
  words = 0
  readonly #terms: ReadonlyMap<string, SelectedTerm>
  readonly #met = new Set<string>()
  readonly #spelledOut = new Set<string>()
  readonly #inHeadings = new Set<Term>()

  /** @param terms Terms of the variant, by glossary id. */
  constructor(terms: ReadonlyMap<string, SelectedTerm>) {
    this.#terms = terms
  }

  /** Terms of a heading stay as short as they are, there and in lists of contents. */
  passOver(heading: Heading): void {
    walk(heading, node => {
      if (node.type === 'term') this.#inHeadings.add(node)
    })
  }

  add(node: Term): void {
    const {id, labeled} = node
    if (!this.#met.has(id)) this.first.add(node)
    this.#met.add(id)
    const expansion = this.#terms.get(id)?.expansion
    if (expansion === undefined || labeled || this.#spelledOut.has(id) || this.#inHeadings.has(node)) return
    this.#spelledOut.add(id)
    this.expanded.set(node, expansion)
    this.words += countWords(expansion)
  }
}
