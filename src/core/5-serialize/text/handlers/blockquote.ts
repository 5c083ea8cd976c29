import type {Blockquote} from 'mdast'
import type {PlainTextContext} from '../context.ts'
import {type Lines, prefix} from '../lines.ts'

export function blockquote(node: Blockquote, context: PlainTextContext): Lines {
  return prefix('> ', context.narrower(2).flow(node.children))
}
