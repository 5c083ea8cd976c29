import type {Nodes} from 'mdast'

/** Text of phrasing as an attribute can hold it. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map(textOf).join('')
}

function textOf(node: Nodes): string {
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  return 'children' in node ? plainText(node.children) : ''
}
