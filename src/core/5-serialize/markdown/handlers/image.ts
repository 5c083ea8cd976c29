import type {Image, PhrasingContent} from 'mdast'
import {isUnsafeUrl} from '../../../language/index.ts'

/** An image; its alternative text where its URL must not reach an output. */
export function image(node: Image): PhrasingContent[] {
  return isUnsafeUrl(node.url) ? [{type: 'text', value: node.alt ?? ''}] : [node]
}
