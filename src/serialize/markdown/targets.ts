import type {Nodes} from 'mdast'
import {type Numbering, type Place, type Selection, type TocEntry, walk} from '../../document/index.ts'
import {referenceId} from '../html/ids.ts'

/** Ids that the output links to: by cross-references, by citations, and by a contents list where there is one. */
export function targetsOf(
  {root}: Selection,
  numbering: Numbering,
  places: ReadonlySet<Place>,
): ReadonlySet<string> {
  const targets = new Set(numbering.order.map(({key}) => referenceId(key)))
  const visit = (node: Nodes): void => {
    if (node.type === 'crossReference') targets.add(node.target)
  }
  walk(root, visit)
  for (const {definition} of numbering.footnotes) walk(definition, visit)
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
