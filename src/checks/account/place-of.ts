import type {Nodes} from 'mdast'

/** A node by its place: selection copies what it changes, and a copy keeps its place. */
export function placeOf(node: Nodes): string {
  return `${node.type} ${node.data?.file ?? ''} ${node.position?.start.offset ?? -1}`
}
