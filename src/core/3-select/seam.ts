import type {Nodes} from 'mdast'

/** Stands where selection took something out, until the text around it is mended. Never leaves `select`. */
export interface Gap {
  readonly type: 'seam'
}

export const gap: Gap = Object.freeze({type: 'seam'})

/** A node on its way through selection. */
export type Loose = Nodes | Gap

export function isGap(node: Loose): node is Gap {
  return node.type === 'seam'
}
