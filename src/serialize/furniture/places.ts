import type {Place, Selection} from '../../document/index.ts'
import {walk} from '../../document/index.ts'

/** The nodes at which a section stands: the first of each kind; a later one would only repeat it. */
export function placesOf({root}: Selection): ReadonlySet<Place> {
  const first = new Map<Place['what'], Place>()
  walk(root, node => {
    if (node.type === 'place' && !first.has(node.what)) first.set(node.what, node)
    return node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'table' // only blocks hold it
  })
  return new Set(first.values())
}
