import type {Nodes} from 'mdast'
import {isMdx} from './foreign.ts'
import type {MarkdownType, NodeOf} from './node-table.ts'
import {printScript} from './print-script.ts'

/**
 * Text of selected phrasing as an attribute or a list can hold it: without the numbers of citations and
 * notes.
 */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'image':
      return node.alt ?? ''
    case 'break':
      return ' '
    case 'html':
    case 'citation':
    case 'place':
      return ''
    case 'branch':
    case 'callout':
    case 'calloutTitle':
    case 'crossReference':
    case 'fragment':
    case 'safety':
    case 'say':
    case 'span':
    case 'term':
    case 'variants':
      return plainText(node.children)
    case 'subscript':
    case 'superscript':
      return printScript(node.type, plainText(node.children))
    default:
      node satisfies NodeOf<MarkdownType>
      if ('value' in node) return isMdx(node) ? '' : node.value
      return 'children' in node ? plainText(node.children) : ''
  }
}

/** The beginning of a text, for reports. */
export function excerptOf(written: string): string {
  const text = written.replace(/\s+/g, ' ').trim()
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
