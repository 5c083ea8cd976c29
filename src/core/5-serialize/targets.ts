import type {Nodes} from 'mdast'
import {blockIndexOf, type Numbering, type Place, type Selection, type TocEntry} from '../language/index.ts'
import {referenceId} from './html/ids.ts'

/** Ids that a page links to: by cross-references, by citations, and by a contents list where there is one. */
export function targetsOf(
  {root, document}: Selection,
  numbering: Numbering,
  places: ReadonlySet<Place>,
): ReadonlySet<string> {
  const blockIndex = blockIndexOf(document)
  const targets = new Set(numbering.order.map(({key}) => referenceId(key)))
  const visit = (block: Nodes): void => {
    for (const node of blockIndex(block).nodes) if (node.type === 'crossReference') targets.add(node.target)
  }
  for (const block of root.children) visit(block)
  for (const {definition} of numbering.footnotes) visit(definition)
  const hasContents = [...places].some(({what}) => what === 'toc')
  const list = (entries: readonly TocEntry[]): void => {
    for (const {id, children} of entries) {
      targets.add(id)
      list(children)
    }
  }
  if (hasContents) list(numbering.toc)
  return targets
}
