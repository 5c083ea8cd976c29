import type {FootnoteDefinition, Nodes, Table} from 'mdast'
import {
  type Condition,
  childrenOf,
  type Document,
  holds,
  isMdx,
  type MarkdownType,
  type NodeOf,
  type NodeTable,
  noMarkdown,
  type Reader,
  resolve,
  type Say,
  type Variant,
  type Variants,
  walk,
} from '../../core/language/index.ts'
import {placeOf} from './explain.ts'

/** What a document holds for none of its readers. */
export interface Unreached {
  /** Texts that no condition, branch or reason leaves out, one for each block. */
  readonly texts: readonly Nodes[]
  /**
   * Notes that nothing calls, in any variant; each with the note of its name that readers get, if there is
   * one.
   */
  readonly notes: readonly {readonly note: FootnoteDefinition; readonly instead?: FootnoteDefinition}[]
}

/** Readers who get a node. */
type Readers = readonly Reader[]

/**
 * Accounts for all text of a document over all its variants: what no reader gets.
 *
 * @param variants One for each kind of reader that the page has.
 */
export function findUnreached(document: Document, variants: readonly Variant[]): Unreached {
  const search = new UnreachedSearch(document, variants)
  search.visit(
    document.root,
    variants.map(({selection}) => selection.reader),
    document.root,
  )
  return {texts: search.texts, notes: search.notes()}
}

/** Blocks of text: what is lost in one of them is one finding. */
const blocks = {
  ...noMarkdown,
  branch: false,
  callout: false,
  calloutTitle: true,
  citation: false,
  crossReference: false,
  fragment: false,
  heading: true,
  paragraph: true,
  place: false,
  safety: false,
  say: false,
  span: false,
  subscript: false,
  superscript: false,
  tableCell: true,
  term: false,
  variants: false,
} satisfies NodeTable<boolean>

class UnreachedSearch {
  readonly texts: Nodes[] = []
  readonly #document: Document
  readonly #got: Got
  /** Lines of headings that some readers lost, each with its file. */
  readonly #orphans: ReadonlySet<string>
  readonly #unreferenced = new Set<FootnoteDefinition>()
  #last: Nodes | undefined

  constructor(document: Document, variants: readonly Variant[]) {
    this.#document = document
    this.#got = new Got(variants)
    const messages = variants.flatMap(({selection}) => selection.messages)
    this.#orphans = new Set(
      messages
        .filter(({ruleId}) => ruleId === 'heading-orphaned')
        .map(({file, line}) => lineIn(file || document.path, line)),
    )
  }

  visit(node: Nodes, above: Readers, block: Nodes): void {
    if (this.#got.whole(node)) return
    const readers = readersOf(above, node.data?.condition)
    if (readers.length === 0) return
    switch (node.type) {
      case 'variants':
      case 'say':
        this.#group(node, readers, block)
        return
      case 'table':
        this.#table(node, readers)
        return
      case 'footnoteDefinition':
        if (!this.#got.has(node)) {
          this.#unreferenced.add(node)
          return
        }
        break
      case 'heading':
        if (this.#orphans.has(lineIn(node.data?.file ?? this.#document.path, node.position?.start.line)))
          return // `heading-orphaned` says what is lost
        break
      case 'image':
        if (node.alt !== '' || node.alternative !== undefined) this.#text(node, block)
        return
      default:
        node satisfies NodeOf<
          | MarkdownType
          | 'branch'
          | 'callout'
          | 'calloutTitle'
          | 'citation'
          | 'crossReference'
          | 'fragment'
          | 'place'
          | 'safety'
          | 'span'
          | 'subscript'
          | 'superscript'
          | 'term'
        >
    }
    if ('value' in node && !isMdx(node)) this.#text(node, block)
    const inner = blocks[node.type] === true ? node : block
    for (const child of childrenOf(node)) this.visit(child, readers, inner)
  }

  notes(): Unreached['notes'] {
    const unreferenced = [...this.#unreferenced]
    const called = callsIn([this.#document.root], this.#unreferenced)
    const open = unreferenced.filter(({identifier}) => !called.has(identifier) || this.#got.note(identifier))
    // A note that only another such note calls goes with that one; of notes that call one another the first
    // is named.
    const followers = callsIn(open.flatMap(({children}) => children))
    const leaders = open.filter(({identifier}) => !followers.has(identifier) || this.#got.note(identifier))
    const covered = new Set<FootnoteDefinition>()
    const named: {note: FootnoteDefinition; instead?: FootnoteDefinition}[] = []
    for (const note of [...leaders, ...open]) {
      if (covered.has(note)) continue
      const instead = this.#got.note(note.identifier)
      named.push({note, ...(instead && {instead})})
      for (let more: readonly FootnoteDefinition[] = [note]; more.length > 0; ) {
        for (const each of more) covered.add(each)
        const next = callsIn(more.flatMap(({children}) => children))
        more = open.filter(each => !covered.has(each) && next.has(each.identifier))
      }
    }
    return named
  }

  #text(node: Nodes, block: Nodes): void {
    const value = 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : ''
    if (node.type !== 'image' && !/[\p{L}\p{N}]/u.test(value)) return
    if (node.position === undefined || this.#got.has(node) || this.#last === block) return
    if (blocks[block.type] === true) this.#last = block
    this.texts.push(node)
  }

  #group(node: Variants | Say, readers: Readers, block: Nodes): void {
    const {audiences} = this.#document.settings
    const matches = node.children.map(({match}) => match)
    const chosen = readers.map(reader => resolve(matches, reader, audiences))
    for (const [index, branch] of node.children.entries()) {
      if (branch.omit !== undefined) continue
      const own = readers.filter((_, at) => {
        const match = chosen[at]
        return match !== undefined && 'branch' in match && match.branch === index
      })
      if (own.length > 0) for (const child of branch.children) this.visit(child, own, block)
    }
  }

  #table(node: Table, readers: Readers): void {
    for (const row of node.children) {
      const ofRow = readersOf(readers, row.data?.condition)
      if (ofRow.length === 0) continue
      for (const [index, cell] of row.children.entries()) {
        const ofCell = readersOf(ofRow, node.data?.columns?.[index])
        if (ofCell.length > 0) this.visit(cell, ofCell, cell)
      }
    }
  }
}

/** What the readers of all variants get. */
class Got {
  readonly #nodes = new Set<Nodes>()
  /** Notes that are called, by identifier. */
  readonly #notes = new Map<string, FootnoteDefinition>()
  #places: ReadonlySet<string> | undefined

  constructor(variants: readonly Variant[]) {
    const note = (node: Nodes): boolean => {
      if (this.#nodes.has(node)) return false // variants share what they have in common
      this.#nodes.add(node)
      return true
    }
    for (const {selection, numbering} of variants) {
      walk(selection.root, note)
      for (const {definition} of numbering.footnotes) {
        walk(definition, note)
        this.#notes.set(definition.identifier, definition)
      }
    }
  }

  /** Whether a reader gets a node with all that it holds. */
  whole(node: Nodes): boolean {
    return this.#nodes.has(node)
  }

  /** Whether a reader gets a node, or what selection left of it. */
  has(node: Nodes): boolean {
    if (this.#nodes.has(node)) return true
    this.#places ??= new Set([...this.#nodes].map(placeOf))
    return this.#places.has(placeOf(node))
  }

  /** The note that is printed under an identifier. */
  note(identifier: string): FootnoteDefinition | undefined {
    return this.#notes.get(identifier)
  }
}

function lineIn(file = '', line = 0): string {
  return `${line} ${file}`
}

function readersOf(readers: Readers, condition: Condition | undefined): Readers {
  return condition === undefined ? readers : readers.filter(reader => holds(condition, reader))
}

/** Identifiers of the notes that are called below some nodes, outside of some notes. */
function callsIn(nodes: readonly Nodes[], outside: ReadonlySet<Nodes> = new Set()): ReadonlySet<string> {
  const called = new Set<string>()
  for (const node of nodes) {
    walk(node, at => {
      if (at.type === 'footnoteReference') called.add(at.identifier)
      return !outside.has(at)
    })
  }
  return called
}
