import type {Parents} from 'mdast'
import type {TextHandler} from '../context.ts'

/**
 * Nodes that plain text shows as what they hold: emphasis and importance are for the eye, and asterisks in
 * the middle of clinical text would read as footnote marks or allele names.
 */
export const transparent: TextHandler<Parents> = {
  flow: (node, context) => context.flow(node.children),
  phrasing: (node, context) => context.phrasing(node.children),
}
