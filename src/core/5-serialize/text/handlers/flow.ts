import type {Blockquote, Paragraph} from 'mdast'
import type {Place} from '../../../language/index.ts'
import type {PlainTextContext} from '../context.ts'
import {type Lines, prefix} from '../lines.ts'
import {sections} from '../sections/index.ts'
import {wrap} from '../wrap.ts'

export function blockquote(node: Blockquote, context: PlainTextContext): Lines {
  return prefix('> ', context.narrower(2).flow(node.children))
}

export function paragraph(node: Paragraph, context: PlainTextContext): Lines {
  return wrap(context.phrasing(node.children), context.width)
}

/** The section that the author put here; nothing where it has been printed already. */
export function place(node: Place, context: PlainTextContext): Lines {
  return context.ask(({places}) => places.has(node)) ? sections[node.what](context) : []
}

export function thematicBreak(): Lines {
  return ['* * *']
}
