import type {Nodes} from 'mdast'

/**
 * A tree on one line: text as it is, any other node by its type, what tells it apart, and its children in
 * brackets.
 */
export function sketch(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'inlineCode') return `\`${node.value}\``
  const id = node.data?.id === undefined ? '' : `#${node.data.id}`
  const file = node.data?.file === undefined ? '' : `@${node.data.file}`
  const own = detail(node)
  const children = 'children' in node ? `[${sketches(node.children)}]` : ''
  return `${node.type}${id}${file}${own === '' ? '' : `(${own})`}${children}`
}

export const sketches = (nodes: readonly Nodes[]): string => nodes.map(sketch).join('')

function detail(node: Nodes): string {
  switch (node.type) {
    case 'link':
      return node.url
    case 'crossReference':
      return node.page === undefined ? node.target : `${node.page} ${node.target}`
    case 'list':
    case 'listItem':
      return node.spread ? 'spread' : ''
    case 'table':
      return (node.align ?? []).map(String).join(' ')
    case 'image':
      return node.alt ?? ''
    case 'citation':
      return node.items.map(({key}) => key).join(' ')
    case 'footnoteReference':
      return node.identifier
    case 'term':
      return node.id
    case 'heading':
      return String(node.depth)
    default:
      return ''
  }
}
