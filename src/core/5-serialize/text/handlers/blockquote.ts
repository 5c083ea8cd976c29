import type {Blockquote} from 'mdast'
import type {Context} from '../context.ts'
import {type Lines, prefix} from '../lines.ts'

export function blockquote(node: Blockquote, context: Context): Lines {
  return prefix('> ', context.narrower(2).flow(node.children))
}
