import type {Nodes} from 'mdast'

/** Stands where selection took something out, until the text around it is mended. Never leaves `select`. */
export interface Seam {
  readonly type: 'seam'
}

export const seam: Seam = Object.freeze({type: 'seam'})

/** A node on its way through selection. */
export type Loose = Nodes | Seam

export function isSeam(node: Loose): node is Seam {
  return node.type === 'seam'
}
