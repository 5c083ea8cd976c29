import type {Heading} from 'mdast'
import type {PlainTextContext} from '../context.ts'
import {hang, type Lines, widest} from '../lines.ts'
import {wrap} from '../wrap.ts'

/**
 * Underlined with `=` or `-` at the first two ranks, with as many `#` as its rank before it at the others.
 */
export function heading(node: Heading, context: PlainTextContext): Lines {
  const text = context.phrasing(node.children)
  if (node.depth > 2) {
    const mark = `${'#'.repeat(node.depth)} `
    const lines = wrap(text, context.narrower(mark.length).width)
    return lines.length === 0 ? [] : hang(mark, lines)
  }
  const lines = wrap(text, context.width)
  if (lines.length === 0) return []
  return [...lines, (node.depth === 1 ? '=' : '-').repeat(Math.max(3, widest(lines)))]
}
