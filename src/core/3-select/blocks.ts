import type {Nodes} from 'mdast'
import {type Document, Traces} from '../language/index.ts'
import type {Pass} from './pass.ts'
import {type Outcome, type SelectBlock, Selector} from './selector.ts'

/**
 * Selects each block by itself and remembers what became of it, so that readers who get the same of a block get the same
 * object: what is counted and printed of it is then known as well.
 */
export function rememberedBlocks(document: Document, pass: Pass): SelectBlock | undefined {
  if (document.memory.capacity === 0) return undefined
  const known = document.memory.keep(rememberedBlocks, () => new WeakMap<Nodes, Traces<Pass, Outcome>>())
  return node => {
    const traces = known.get(node) ?? new Traces<Pass, Outcome>()
    known.set(node, traces)
    return traces.get(pass, ask => {
      const effects: Outcome['effects'][number][] = []
      const nodes = new Selector(document, ask, effect => effects.push(effect)).block(node)
      return {nodes, effects}
    })
  }
}
