import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import type {NumberedFootnote, Numbering} from '../document/index.ts'

/**
 * Numbers footnotes by their first call: those that the body calls, then those that only notes call. A note that nobody
 * calls is not listed.
 */
export class FootnoteCounter {
  readonly #definitions: ReadonlyMap<string, FootnoteDefinition>
  /** In order of number. */
  readonly #called = new Map<string, {readonly number: number; calls: number}>()
  readonly #calls = new Map<FootnoteReference, {number: number; call: number}>()

  constructor(definitions: ReadonlyMap<string, FootnoteDefinition>) {
    this.#definitions = definitions
  }

  add(node: FootnoteReference): void {
    const {identifier} = node
    if (!this.#definitions.has(identifier)) return
    const note = this.#called.get(identifier) ?? {number: this.#called.size + 1, calls: 0}
    note.calls++
    this.#called.set(identifier, note)
    this.#calls.set(node, {number: note.number, call: note.calls})
  }

  /** Visit the notes as they are printed; what they call joins the list while it is gone through. */
  visit(visit: (definition: Nodes) => void): void {
    for (const identifier of this.#called.keys()) {
      const definition = this.#definitions.get(identifier)
      if (definition) visit(definition)
    }
  }

  finish(): Pick<Numbering, 'footnotes' | 'footnoteCalls'> {
    const footnotes = [...this.#called].flatMap(([identifier, {number, calls}]): NumberedFootnote[] => {
      const definition = this.#definitions.get(identifier)
      return definition === undefined ? [] : [{number, identifier, definition, calls}]
    })
    return {footnotes, footnoteCalls: this.#calls}
  }
}
