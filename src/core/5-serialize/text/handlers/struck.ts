import type {Delete} from 'mdast'
import type {TextContext} from '../context.ts'

/** Struck-out text stays marked: without the marks a withdrawn dose would read as a valid one. */
export function struck(node: Delete, context: TextContext): string {
  return `~~${context.phrasing(node.children)}~~`
}
