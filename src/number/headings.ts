import type {Heading, Root} from 'mdast'
import {plainText, type TocEntry, walk} from '../document/index.ts'
import type {Report} from '../messages/reporter.ts'

interface OpenEntry extends TocEntry {
  readonly children: OpenEntry[]
}

/** The contents list of a variant, nested by rank, and its headings in order. */
export function buildToc(root: Root): {toc: readonly TocEntry[]; headings: readonly Heading[]} {
  const toc: OpenEntry[] = []
  const headings: Heading[] = []
  const open: OpenEntry[] = []
  walk(root, node => {
    if (node.type !== 'heading') return
    headings.push(node)
    const id = node.data?.id
    if (id === undefined) return
    const entry: OpenEntry = {
      id,
      text: plainText(node.children).replace(/\s+/g, ' ').trim(),
      depth: node.depth,
      children: [],
    }
    while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop()
    const parent = open.at(-1)?.children ?? toc
    parent.push(entry)
    open.push(entry)
  })
  return {toc, headings}
}

/** Ranks that are skipped on the way down. The first heading may be of rank 1 or 2: the page may print the title. */
export function reportLevels(headings: readonly Heading[], report: Report, audience: string): void {
  let above = 1
  for (const heading of headings) {
    if (heading.depth > above + 1) {
      const detail = `A heading of level ${heading.depth} follows one of level ${above}`
      report('heading-level-skipped', {
        place: heading,
        actual: String(heading.depth),
        detail,
        audiences: [audience],
      })
    }
    above = heading.depth
  }
}
