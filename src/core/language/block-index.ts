import type {Nodes} from 'mdast'
import type {Cache} from '../memo/cache.ts'
import {memoize} from '../memo/memoize.ts'
import {isMdx} from './foreign.ts'
import {type NodeTable, noMarkdown} from './node-table.ts'
import {walk} from './walk.ts'

/** What of a block counts beyond it. */
export interface BlockIndex {
  /**
   * In reading order: whatever has an id, is numbered, listed, looked up or linked, or stands for a section.
   */
  readonly nodes: readonly Nodes[]
  /** Texts in reading order, code included, raw HTML not. */
  readonly texts: readonly string[]
}

/** Index a block: what numbers it and what lists it need not go through all of its text again. */
function indexOf(block: Nodes): BlockIndex {
  const nodes: Nodes[] = []
  const texts: string[] = []
  const script = new Set<Nodes>()
  /** What was met last: `C<sub>max</sub>` and `<sup>99m</sup>Tc` are one word each. */
  let last: 'text' | 'script' | undefined
  walk(block, node => {
    if (isIndexed(node)) nodes.push(node)
    if (node.type === 'subscript' || node.type === 'superscript') {
      for (const child of node.children) script.add(child)
      return
    }
    const isText = 'value' in node && node.type !== 'html' && !isMdx(node)
    const goesOn = last === 'script' || (last === 'text' && script.has(node))
    if (isText) texts.push((goesOn ? (texts.pop() ?? '') : '') + node.value)
    last = isText ? (script.has(node) ? 'script' : 'text') : undefined
  })
  return {nodes, texts}
}

/** Nodes that are indexed even without an id. */
const indexed = {
  ...noMarkdown,
  branch: false,
  callout: false,
  calloutTitle: false,
  citation: true,
  crossReference: true,
  footnoteReference: true,
  fragment: false,
  heading: true,
  image: true,
  place: true,
  safety: false,
  say: false,
  span: false,
  subscript: false,
  superscript: false,
  term: true,
  variants: false,
} satisfies NodeTable<boolean>

function isIndexed({type, data}: Nodes): boolean {
  return data?.id !== undefined || indexed[type] === true // a foreign node has no entry
}

/** Indexes a block, and caches the index for the document. */
export function blockIndexOf({cache}: {readonly cache: Cache}): (block: Nodes) => BlockIndex {
  return cache.memoize(blockIndexOf, () => memoize(indexOf))
}
