import type {FootnoteReference, Nodes, Root} from 'mdast'
import {type NumberedFootnote, type Numbering, type Selection, walk} from '../document/index.ts'

/**
 * Number the footnotes by their first call: those that the body calls, then those that only notes call. A note that
 * nobody calls is not listed.
 */
export function listFootnotes({root, footnotes}: Selection): Pick<Numbering, 'footnotes' | 'footnoteCalls'> {
  const numbers = new Map<string, number>()
  const counts = new Map<string, number>()
  const calls = new Map<FootnoteReference, {number: number; call: number}>()
  const collect = (node: Nodes): void => {
    if (node.type !== 'footnoteReference' || !footnotes.has(node.identifier)) return
    const {identifier} = node
    const number = numbers.get(identifier) ?? numbers.size + 1
    const call = (counts.get(identifier) ?? 0) + 1
    numbers.set(identifier, number)
    counts.set(identifier, call)
    calls.set(node, {number, call})
  }
  walk(root, collect)
  for (const identifier of numbers.keys()) {
    const definition = footnotes.get(identifier) // the map grows while notes call further notes, each once
    if (definition) walk(definition, collect)
  }
  const listed = [...numbers].flatMap(([identifier, number]): NumberedFootnote[] => {
    const definition = footnotes.get(identifier)
    return definition === undefined
      ? []
      : [{number, identifier, definition, calls: counts.get(identifier) ?? 0}]
  })
  return {footnotes: listed, footnoteCalls: calls}
}

/** Visit a variant in the order in which it is read: the body, then the notes as they are printed. */
export function walkWithNotes(
  root: Root,
  notes: readonly NumberedFootnote[],
  visit: (node: Nodes) => void,
): void {
  walk(root, visit)
  for (const {definition} of notes) walk(definition, visit)
}
