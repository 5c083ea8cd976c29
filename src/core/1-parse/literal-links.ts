import type {Root} from 'mdast'
import type {Extension} from 'mdast-util-from-markdown'
import {walk} from '../language/index.ts'

/** What every literal link and address has; looked for before the costly search. */
const mayLink = /@|www\.|https?:\/\//i

/**
 * GFM's search for literal links (`www.who.int`, `a@b.org`) goes over all text of a tree. It is done in those
 * blocks alone that hold what a link begins with, which gives the same tree in less time.
 *
 * @param extension Of `mdast-util-gfm-autolink-literal`, or any other: its transforms look at text within one
 * block.
 */
export function restrictAutolinkScan(extension: Extension): Extension {
  const {transforms} = extension
  if (!transforms) return extension
  return {
    ...extension,
    transforms: transforms.map(transform => tree => {
      for (const block of tree.children) {
        let found = false
        walk(block, node => {
          found ||= node.type === 'text' && mayLink.test(node.value)
          return !found
        })
        if (found) transform({type: 'root', children: [block]} satisfies Root)
      }
      return tree
    }),
  }
}
