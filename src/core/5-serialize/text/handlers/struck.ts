import type {Delete} from 'mdast'
import type {PlainTextContext} from '../context.ts'

/** Struck-out text stays marked: without the marks a withdrawn dose would read as a valid one. */
export function struck(node: Delete, context: PlainTextContext): string {
  return `~~${context.phrasing(node.children)}~~`
}
