import type {Blockquote} from 'mdast'
import type {TextContext} from '../context.ts'
import {type Lines, prefix} from '../lines.ts'

export function blockquote(node: Blockquote, context: TextContext): Lines {
  return prefix('> ', context.narrower(2).flow(node.children))
}
