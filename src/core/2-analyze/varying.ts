import type {Nodes, Root} from 'mdast'
import {childrenOf, type MarkdownType, type NodeOf} from '../language/index.ts'

/** The nodes in or below which two readers may get something different. */
export function findVarying(root: Root): ReadonlySet<Nodes> {
  const varying = new Set<Nodes>()
  visit(root)
  return varying

  function visit(node: Nodes): boolean {
    let varies = differs(node)
    for (const child of childrenOf(node)) varies = visit(child) || varies
    if (varies) varying.add(node)
    return varies
  }
}

function differs(node: Nodes): boolean {
  switch (node.type) {
    case 'fragment':
    case 'span':
    case 'variants':
    case 'say':
    case 'crossReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return true
    case 'image':
      return node.alternative !== undefined
    case 'table':
      return node.data?.condition !== undefined || node.data?.columns !== undefined
    default:
      return isConditional(
        node satisfies NodeOf<
          | MarkdownType
          | 'branch'
          | 'callout'
          | 'calloutTitle'
          | 'citation'
          | 'place'
          | 'safety'
          | 'subscript'
          | 'superscript'
          | 'term'
        >,
      )
  }
}

function isConditional({data}: Nodes): boolean {
  return data?.condition !== undefined
}
