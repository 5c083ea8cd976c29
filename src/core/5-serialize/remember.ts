import {Traces} from '../language/index.ts'
import type {AskFacts, Facts} from './facts.ts'

/** Prints a part of an output, or remembers what was printed for a variant that gave the same answers. */
export type Print<Printed> = (part: object, make: (ask: AskFacts) => Printed) => Printed

/**
 * @param keys Whose parts they are, and what all of them depend on besides the document: a format, its width.
 * @returns Takes a part by its identity: a block, or the function that makes a section.
 */
export function printerFor<Printed>(facts: Facts, ...keys: readonly unknown[]): Print<Printed> {
  const {memory} = facts.selection.document
  const known = memory.recall(keys, () => new WeakMap<object, Traces<Facts, Printed>>())
  return (part, make) => {
    if (memory.capacity === 0) return make(question => question(facts))
    const traces = known.get(part) ?? new Traces<Facts, Printed>()
    known.set(part, traces)
    return traces.get(facts, make)
  }
}
