import type {Heading} from 'mdast'
import {isGap, type Loose} from './gap.ts'

/**
 * Drop headings whose section became empty. A heading that the author left without text below it stays:
 * nothing was taken from it.
 *
 * @param nodes Siblings, with gaps where something was removed.
 * @param report Called with each heading that is dropped.
 */
export function dropOrphans(nodes: readonly Loose[], report: (heading: Heading) => void): readonly Loose[] {
  if (!nodes.some(isGap)) return nodes
  const kept: Loose[] = []
  // From the end: whether anything, and whether a gap, stands between here and the next heading of each rank.
  let sections: {depth: number; filled: boolean; cut: boolean}[] = []
  let open = {filled: false, cut: false}
  for (const node of [...nodes].reverse()) {
    if (isGap(node)) {
      open.cut = true
      continue
    }
    if (node.type !== 'heading') {
      open.filled = true
      kept.push(node)
      continue
    }
    const below = sections.filter(section => section.depth > node.depth)
    const filled = open.filled || below.some(section => section.filled)
    const cut = open.cut || below.some(section => section.cut)
    sections = sections.filter(section => section.depth <= node.depth)
    open = {filled: false, cut: false}
    if (!filled && cut) {
      report(node)
      sections.push({depth: node.depth, filled: false, cut: true})
      continue
    }
    sections.push({depth: node.depth, filled: true, cut: false})
    kept.push(node)
  }
  return kept.reverse()
}
