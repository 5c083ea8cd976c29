import type {
  Break,
  Delete,
  Emphasis,
  Html,
  Image,
  InlineCode,
  PhrasingContent,
  RootContent,
  Strong,
  Text,
} from 'mdast'
import {type CrossReference, isUnsafeUrl, type Span} from '../../../language/index.ts'
import {anchorsOf, linkTo} from '../anchor.ts'
import {cleanHtml} from '../clean-html.ts'
import type {MarkdownContext} from '../context.ts'

/** A hard break; a tag stays one, since it may stand where lines cannot end. */
export function hardBreak(node: Break): PhrasingContent[] {
  return [node.data?.tag === true ? {type: 'html', value: '<br>'} : node]
}

export function crossReference(node: CrossReference, context: MarkdownContext): PhrasingContent[] {
  return linkTo(node.target, context.linked().phrasing(node.children), context)
}

/** Raw HTML where a project allows it: what our own allow-list lets through. */
export function html(node: Html): RootContent[] {
  const value = cleanHtml(node.value.replace(/\r\n?/g, '\n'))
  return value.trim() === '' ? [] : [{...node, value}]
}

/** An image; its alternative text where its URL must not reach an output. */
export function image(node: Image): PhrasingContent[] {
  return isUnsafeUrl(node.url) ? [{type: 'text', value: node.alt ?? ''}] : [node]
}

/** Markup in a line; without anything inside, its marks would read as text. */
export function inline(node: Delete | Emphasis | Strong, context: MarkdownContext): PhrasingContent[] {
  const children = context.phrasing(node.children)
  return children.length === 0 ? [] : [{...node, children}]
}

export function span(node: Span, context: MarkdownContext): PhrasingContent[] {
  return [...anchorsOf(node, context), ...context.phrasing(node.children)]
}

/** Text and code in a line, with line endings as ours are. */
export function text(node: Text | InlineCode): PhrasingContent[] {
  if (node.value === '') return []
  return [node.value.includes('\r') ? {...node, value: node.value.replace(/\r\n?/g, '\n')} : node]
}
