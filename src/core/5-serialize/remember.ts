import {MemoTable} from '../language/index.ts'
import type {ReadContext, RenderContext} from './render-context.ts'

/** Prints a part of an output, or returns what was printed for a variant that gave the same answers. */
export type Print<Printed> = (part: object, make: (ask: ReadContext) => Printed) => Printed

/**
 * @param keys The owner of the parts, and what all of them depend on in addition to the document: a format,
 * its width.
 * @returns Takes a part by its identity: a block, or the function that makes a section.
 */
export function printerFor<Printed>(context: RenderContext, ...keys: readonly unknown[]): Print<Printed> {
  const {cache} = context.selection.document
  const known = cache.lru(keys, () => new WeakMap<object, MemoTable<RenderContext, Printed>>())
  return (part, make) => {
    if (cache.capacity === 0) return make(question => question(context))
    const traces = known.get(part) ?? new MemoTable<RenderContext, Printed>()
    known.set(part, traces)
    return traces.get(context, make)
  }
}
