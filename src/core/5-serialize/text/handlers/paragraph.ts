import type {Paragraph} from 'mdast'
import type {TextContext} from '../context.ts'
import type {Lines} from '../lines.ts'
import {wrap} from '../wrap.ts'

export function paragraph(node: Paragraph, context: TextContext): Lines {
  return wrap(context.phrasing(node.children), context.width)
}
