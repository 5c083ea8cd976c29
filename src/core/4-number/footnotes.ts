import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import type {NumberedFootnote, Numbering} from '../language/index.ts'

interface Counted extends NumberedFootnote {
  calls: number
}

/**
 * Numbers footnotes by their first call: those that the body calls, then those that only notes call. A note
 * without a call is not listed.
 */
export class FootnoteCounter {
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>
  /** In order of number. */
  readonly #called = new Map<string, Counted>()
  readonly #calls = new Map<FootnoteReference, {number: number; call: number}>()

  constructor(definitions: ReadonlyMap<string, FootnoteDefinition>) {
    this.#definitions = definitions
  }

  add(node: FootnoteReference): void {
    const {identifier} = node
    const definition = this.#definitions.get(identifier)
    if (definition === undefined) return
    const number = this.#called.size + 1
    const note = this.#called.get(identifier) ?? {number, identifier, definition, calls: 0}
    note.calls++
    this.#called.set(identifier, note)
    this.#calls.set(node, {number: note.number, call: note.calls})
  }

  /** Visit the notes as they are printed; what they call joins the list while it is gone through. */
  visit(visit: (definition: Nodes) => void): void {
    for (const {definition} of this.#called.values()) visit(definition)
  }

  finish(): Pick<Numbering, 'footnotes' | 'footnoteReferences'> {
    return {footnotes: [...this.#called.values()], footnoteReferences: this.#calls}
  }
}
