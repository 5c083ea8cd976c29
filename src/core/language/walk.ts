import type {Nodes} from 'mdast'

/**
 * Visit `node` and all below it in document order: children, and the phrasing of an image's alternative text
 * while it is still there.
 *
 * @param node Where to start.
 * @param visit Called with each node; return `false` to pass over what is below it.
 */
export function walk(node: Nodes, visit: (node: Nodes) => unknown): void {
  const open: Nodes[] = [node]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (visit(at) === false) continue
    const below = childrenOf(at)
    for (let index = below.length - 1; index >= 0; index--) {
      const child = below[index]
      if (child) open.push(child)
    }
  }
}

/** Children of any node, the phrasing of an image's alternative included; empty for a leaf. */
export function childrenOf(node: Nodes): readonly Nodes[] {
  if ('children' in node) return node.children as readonly Nodes[] // mdast's union of child types
  return node.type === 'image' || node.type === 'imageReference' ? (node.alternative ?? []) : []
}
