import type {Delete, FootnoteReference, Image, Text} from 'mdast'
import {printScript, type Script} from '../../../language/index.ts'
import {footnoteReferenceAt} from '../../render-context.ts'
import type {PlainTextContext} from '../context.ts'
import {inline, printedUrl} from '../printed.ts'

/** `[^1]`: neither a citation, `[1]`, nor a digit that joins the number before it. */
export function footnoteReference(node: FootnoteReference, context: PlainTextContext): string {
  const call = footnoteReferenceAt(node, context.ask)
  return call === undefined ? '' : `[^${call.number}]`
}

/** `H₂O`, `C_max`: in text that is not raised or lowered, `10⁹` must not read as `109`. */
export function script(node: Script, context: PlainTextContext): string {
  return printScript(node.type, context.phrasing(node.children))
}

/** Struck-out text stays marked: without the marks a withdrawn dose would read as a valid one. */
export function struck(node: Delete, context: PlainTextContext): string {
  return `~~${context.phrasing(node.children)}~~`
}

export function text(node: Text): string {
  return inline(node.value)
}

/** `[Image: alternative text]`; its address where there is no such text. */
export function image(node: Image, context: PlainTextContext): string {
  const alternative = inline(node.alt ?? '').trim() || printedUrl(node.url)
  const title = node.title ? ` (${inline(node.title)})` : ''
  return `[${context.labels.image}: ${alternative}${title}]`
}
