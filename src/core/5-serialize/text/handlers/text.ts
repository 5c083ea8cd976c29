import type {Text} from 'mdast'
import {inline} from '../inline.ts'

export function text(node: Text): string {
  return inline(node.value)
}
