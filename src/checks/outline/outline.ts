import type {Nodes} from 'mdast'
import type {Position} from 'unist'
import {
  type Callout,
  type Condition,
  childrenOf,
  type Document,
  describeBranch,
  type MarkdownType,
  type NodeOf,
  type Variants,
} from '../../core/language/index.ts'

/** A part of a page that has a name, or readers of its own. */
export interface OutlineEntry {
  readonly kind: 'heading' | 'group' | 'branch' | 'part' | 'callout' | 'safety'
  readonly name: string
  /** Promised audience ids that can get to it. */
  readonly audiences: readonly string[]
  /** Of the whole of it: a heading's section ends with its last block. */
  readonly place: Position
  /** Of what names it. */
  readonly head: Position
  readonly children: readonly OutlineEntry[]
}

/** An id that links can lead to. */
export interface Anchor {
  readonly id: string
  readonly place: Position
  /** Path of the included file that it stands in; absent: the page's own. */
  readonly file?: string
  readonly audiences: readonly string[]
}

export interface Outline {
  readonly entries: readonly OutlineEntry[]
  /** In document order. */
  readonly anchors: readonly Anchor[]
}

/** The parts of a page in document order, one inside another, and the ids that stand in it. */
export function outlineOf(document: Document): Outline {
  const reader = new OutlineReader(document)
  reader.blocks(document.root.children, document.audiences)
  return {entries: reader.entries, anchors: reader.anchors}
}

interface OpenOutlineEntry extends OutlineEntry {
  place: Position
  /** Rank of a heading; 0 of anything else. */
  readonly depth: number
  readonly children: OpenOutlineEntry[]
}

class OutlineReader {
  readonly entries: OpenOutlineEntry[] = []
  readonly anchors: Anchor[] = []
  /** Entries around the run of blocks that is being read. */
  #around: readonly OpenOutlineEntry[] = []
  /** Headings of that run whose sections are open. */
  #sections: readonly OpenOutlineEntry[] = []

  constructor(readonly document: Document) {}

  /** Read blocks that stand together: a heading among them holds what follows. */
  blocks(nodes: readonly Nodes[], audiences: readonly string[]): void {
    const {sections, around} = {sections: this.#sections, around: this.#around}
    this.#around = [...around, ...sections]
    this.#sections = []
    this.#visitAll(nodes, audiences)
    this.#around = around
    this.#sections = sections
  }

  #visitAll(nodes: readonly Nodes[], audiences: readonly string[]): void {
    for (const node of nodes) this.#visit(node, audiences)
  }

  #visit(node: Nodes, above: readonly string[]): void {
    const audiences = readersOf(above, node.data?.condition)
    const {id, file} = node.data ?? {}
    if (id !== undefined && node.position !== undefined)
      this.anchors.push({id, place: node.position, audiences, ...(file !== undefined && {file})})
    switch (node.type) {
      case 'heading':
        this.#heading(node.depth, node, audiences)
        break
      case 'variants':
        this.#within('group', node.group, node, audiences, () => this.#branches(node, audiences))
        break
      case 'fragment':
        this.#fragment(node, audiences)
        break
      case 'safety':
        this.#within('safety', node.group, node, audiences, () => this.blocks(node.children, audiences))
        break
      case 'callout':
        this.#within('callout', titleOf(node), node, audiences, () => this.blocks(node.children, audiences))
        break
      default:
        this.#stretch(
          node satisfies NodeOf<
            | MarkdownType
            | 'branch'
            | 'calloutTitle'
            | 'citation'
            | 'crossReference'
            | 'place'
            | 'say'
            | 'span'
            | 'subscript'
            | 'superscript'
            | 'term'
          >,
        )
        this.blocks(childrenOf(node), audiences)
    }
  }

  #heading(depth: number, node: Nodes, audiences: readonly string[]): void {
    if (node.data?.file === undefined)
      this.#sections = this.#sections.filter(section => section.depth < depth)
    const entry = this.#add('heading', textOf(node).trim(), node, audiences, depth)
    if (entry !== undefined) this.#sections = [...this.#sections, entry]
    this.#visitAll(childrenOf(node), audiences)
  }

  /** `:::only` has a place; the section of a marked heading, and what is included, go on where they stand. */
  #fragment(node: Nodes & {type: 'fragment'}, audiences: readonly string[]): void {
    if (node.data?.condition === undefined || node.position === undefined) {
      this.#stretch(node)
      this.#visitAll(node.children, audiences)
      return
    }
    const name = `for ${audiences.join(', ') || 'nobody'}`
    this.#within('part', name, node, audiences, () => this.blocks(node.children, audiences))
  }

  #branches(node: Variants, audiences: readonly string[]): void {
    const record = this.document.groups.find(
      ({group, place}) => group === node.group && place?.start.offset === node.position?.start.offset,
    )
    for (const [index, branch] of node.children.entries()) {
      const readers = audiences.filter(id => {
        const resolution = record?.audiences.get(id)
        return resolution !== undefined && 'branch' in resolution && resolution.branch === index
      })
      const name = describeBranch(branch.match).replaceAll('`', '')
      this.#within('branch', name, branch, readers, () => this.blocks(branch.children, readers))
    }
  }

  #within(
    kind: OutlineEntry['kind'],
    name: string,
    node: Nodes,
    audiences: readonly string[],
    read: () => void,
  ): void {
    const {sections, around} = {sections: this.#sections, around: this.#around}
    const entry = this.#add(kind, name, node, audiences, 0)
    this.#around = [...around, ...sections, ...(entry === undefined ? [] : [entry])]
    this.#sections = []
    read()
    this.#around = around
    this.#sections = sections
  }

  /** What stands in another file is no part of this one's outline. */
  #add(
    kind: OutlineEntry['kind'],
    name: string,
    node: Nodes,
    audiences: readonly string[],
    depth: number,
  ): OpenOutlineEntry | undefined {
    const {position: place, data} = node
    if (place === undefined || data?.file !== undefined) return undefined
    this.#stretch(node)
    const entry: OpenOutlineEntry = {kind, name, audiences, place, head: place, depth, children: []}
    const parent = this.#sections.at(-1) ?? this.#around.at(-1)
    const siblings = parent?.children ?? this.entries
    siblings.push(entry)
    return entry
  }

  /** A section ends with its last block. */
  #stretch({position, data}: Nodes): void {
    if (position === undefined || data?.file !== undefined) return
    for (const entry of this.#sections)
      if ((position.end.offset ?? 0) > (entry.place.end.offset ?? 0))
        entry.place = {start: entry.place.start, end: position.end}
  }
}

function readersOf(audiences: readonly string[], condition: Condition | undefined): readonly string[] {
  return condition === undefined ? audiences : audiences.filter(id => condition.audiences.has(id))
}

function titleOf(node: Callout): string {
  const [title] = node.children
  return title?.type === 'calloutTitle' ? `${node.kind}: ${textOf(title).trim()}` : node.kind
}

/** Text as its author sees it: of words that differ, the first wording. */
function textOf(node: Nodes): string {
  if (node.type === 'say') return node.children[0] === undefined ? '' : textOf(node.children[0])
  if (node.type === 'image') return node.alt ?? ''
  if (node.type === 'break') return ' '
  if (node.type === 'html') return ''
  return 'value' in node ? node.value : childrenOf(node).map(textOf).join('')
}
