import type {Nodes} from 'mdast'
import type {Cache} from '../memo/cache.ts'
import {memoize} from '../memo/memoize.ts'
import {isMdx} from './foreign.ts'
import {type NodeTable, noMarkdown} from './node-table.ts'
import {walk} from './walk.ts'

/** What of a block counts beyond it. */
export interface BlockIndex {
  /** In reading order: whatever has an id, is numbered, listed, looked up or linked, or stands for a section. */
  readonly nodes: readonly Nodes[]
  /** Texts in reading order, code included, raw HTML not. */
  readonly texts: readonly string[]
}

/** Index a block: what numbers it and what lists it need not go through all of its text again. */
function indexOf(block: Nodes): BlockIndex {
  const nodes: Nodes[] = []
  const texts: string[] = []
  walk(block, node => {
    if (isIndexed(node)) nodes.push(node)
    if ('value' in node && node.type !== 'html' && !isMdx(node)) texts.push(node.value)
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
  term: true,
  variants: false,
} satisfies NodeTable<boolean>

function isIndexed({type, data}: Nodes): boolean {
  return data?.id !== undefined || indexed[type] === true // a foreign node has no entry
}

/** Indexes a block, once as far as the cache of a document goes. */
export function blockIndexOf({cache}: {readonly cache: Cache}): (block: Nodes) => BlockIndex {
  return cache.memoize(blockIndexOf, () => memoize(indexOf))
}
