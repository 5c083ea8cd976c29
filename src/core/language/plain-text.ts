import type {Nodes} from 'mdast'
import {isMdx} from './foreign.ts'
import {printScript} from './print-script.ts'

/** Text of selected phrasing as an attribute or a list can hold it: without the numbers of citations and notes. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: Nodes): string {
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if (node.type === 'subscript' || node.type === 'superscript')
    return printScript(node.type, plainText(node.children))
  if (node.type === 'html' || (isMdx(node) && 'value' in node)) return ''
  if ('value' in node) return node.value
  return 'children' in node ? plainText(node.children) : ''
}

/** The beginning of a text, for reports. */
export function excerptOf(written: string): string {
  const text = written.replace(/\s+/g, ' ').trim()
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
