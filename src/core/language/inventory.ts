import type {Nodes} from 'mdast'
import type {Memory} from '../memo/memory.ts'
import {isMdx} from './foreign.ts'
import {walk} from './walk.ts'

/** What of a block counts beyond it. */
export interface Inventory {
  /** In reading order: whatever has an id, is numbered, listed, looked up or linked, or stands for a section. */
  readonly notable: readonly Nodes[]
  /** Texts in reading order, code included, raw HTML not. */
  readonly texts: readonly string[]
}

/** Take stock of a block: what numbers it and what lists it need not go through all of its text again. */
function inventoryOf(block: Nodes): Inventory {
  const notable: Nodes[] = []
  const texts: string[] = []
  walk(block, node => {
    if (isNotable(node)) notable.push(node)
    if ('value' in node && node.type !== 'html' && !isMdx(node)) texts.push(node.value)
  })
  return {notable, texts}
}

function isNotable(node: Nodes): boolean {
  if (node.data?.id !== undefined) return true
  switch (node.type) {
    case 'citation':
    case 'crossReference':
    case 'footnoteReference':
    case 'heading':
    case 'image':
    case 'place':
    case 'term':
      return true
    default:
      return false
  }
}

/** Takes stock of a block, once as far as a document's memory goes. */
export function stockOf({memory}: {readonly memory: Memory}): (block: Nodes) => Inventory {
  const known = memory.keep(stockOf, () => new WeakMap<Nodes, Inventory>())
  return block => {
    const inventory = known.get(block) ?? inventoryOf(block)
    known.set(block, inventory)
    return inventory
  }
}
