import type {Image} from 'mdast'
import type {PlainTextContext} from '../context.ts'
import {inline, printedUrl} from '../printed.ts'

/** `[Image: alternative text]`; its address where there is no such text. */
export function image(node: Image, context: PlainTextContext): string {
  const alternative = inline(node.alt ?? '').trim() || printedUrl(node.url)
  const title = node.title ? ` (${inline(node.title)})` : ''
  return `[${context.labels.image}: ${alternative}${title}]`
}
