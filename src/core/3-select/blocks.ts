import type {Nodes} from 'mdast'
import {type Document, MemoTable} from '../language/index.ts'
import type {SelectionContext} from './selection-context.ts'
import {type Outcome, type SelectBlock, Selector} from './selector.ts'

/**
 * Selects each block by itself and caches the result. Readers with the same result get the same object, so
 * its index and its printed text are cached as well.
 */
export function cachedBlocks(document: Document, context: SelectionContext): SelectBlock | undefined {
  if (document.cache.capacity === 0) return undefined
  const known = document.cache.memoize(
    cachedBlocks,
    () => new WeakMap<Nodes, MemoTable<SelectionContext, Outcome>>(),
  )
  return node => {
    const traces = known.get(node) ?? new MemoTable<SelectionContext, Outcome>()
    known.set(node, traces)
    return traces.get(context, ask => {
      const effects: Outcome['effects'][number][] = []
      const nodes = new Selector(document, ask, effect => effects.push(effect)).block(node)
      return {nodes, effects}
    })
  }
}
