import type {Blockquote, Code, List, ListItem, RootContent} from 'mdast'
import type {Fragment, Place} from '../../../language/index.ts'
import {anchored} from '../anchor.ts'
import type {MarkdownContext} from '../context.ts'
import {sections} from '../sections.ts'

/** A code block, with line endings as ours are. */
export function code(node: Code): RootContent[] {
  return [node.value.includes('\r') ? {...node, value: node.value.replace(/\r\n?/g, '\n')} : node]
}

export function fragment(node: Fragment, context: MarkdownContext): RootContent[] {
  return anchored(node, context.flow(node.children), context)
}

export function listItem(node: ListItem, context: MarkdownContext): RootContent[] {
  // Flow in, flow out.
  return [{...node, children: anchored(node, context.flow(node.children), context) as ListItem['children']}]
}

export function list(node: List, context: MarkdownContext): RootContent[] {
  return [{...node, children: context.flow(node.children) as List['children']}] // items in, items out
}

/** The section that the author put here; nothing where it has been printed already. */
export function place(node: Place, context: MarkdownContext): RootContent[] {
  return context.ask(({places}) => places.has(node)) ? context.flow(sections[node.what](context)) : []
}

export function quote(node: Blockquote, context: MarkdownContext): RootContent[] {
  return [{...node, children: context.flow(node.children) as Blockquote['children']}] // flow in, flow out
}
