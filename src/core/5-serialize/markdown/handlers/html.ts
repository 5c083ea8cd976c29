import type {Html, RootContent} from 'mdast'
import {cleanHtml} from '../clean-html.ts'

/** Raw HTML where a project allows it: what our own allow-list lets through. */
export function html(node: Html): RootContent[] {
  const value = cleanHtml(node.value.replace(/\r\n?/g, '\n'))
  return value.trim() === '' ? [] : [{...node, value}]
}
