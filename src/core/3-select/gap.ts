import type {Nodes} from 'mdast'

/**
 * A placeholder where selection removed something, until the whitespace around it is normalized. Never leaves
 * `select`.
 */
export interface Gap {
  readonly type: 'gap'
}

export const gap: Gap = Object.freeze({type: 'gap'})

/** A node on its way through selection. */
export type Loose = Nodes | Gap

export function isGap(node: Loose): node is Gap {
  return node.type === 'gap'
}
