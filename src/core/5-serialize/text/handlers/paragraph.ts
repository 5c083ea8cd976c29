import type {Paragraph} from 'mdast'
import type {PlainTextContext} from '../context.ts'
import type {Lines} from '../lines.ts'
import {wrap} from '../wrap.ts'

export function paragraph(node: Paragraph, context: PlainTextContext): Lines {
  return wrap(context.phrasing(node.children), context.width)
}
