import type {
  FootnoteDefinition,
  FootnoteReference,
  Image,
  List,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast'
import {
  type Branch,
  type Callout,
  type Condition,
  type Document,
  holds,
  holdsPhrasing,
  type MarkdownType,
  type NodeOf,
  plainText,
  type Read,
  type Safety,
  type Say,
  type TextGroup,
  type Variants,
} from '../language/index.ts'
import {gap, isGap, type Loose} from './gap.ts'
import {normalizeWhitespace} from './normalize-whitespace.ts'
import {dropOrphans} from './orphans.ts'
import type {SelectionContext} from './selection-context.ts'

/** One block, selected: what stands in its place, and what else its selection does to a pass, in order. */
export interface Outcome {
  readonly nodes: readonly Loose[]
  readonly effects: readonly Effect[]
}

/** A footnote, fallback or message: it belongs to the context, so each selection records it again. */
type Effect = (context: SelectionContext) => void

/** Selects a block by itself, or returns the cached result. */
export type SelectBlock = (node: Nodes) => Outcome

/**
 * Selects by what it queries of a context, and reports to the context what it does; it knows no reader
 * itself. Nodes that do not vary are returned as they are; of the others only what changes is copied.
 */
export class Selector {
  readonly #document: Document
  readonly #ask: Read<SelectionContext>
  readonly #act: (effect: Effect) => void
  readonly #block: SelectBlock | undefined

  /** @param block Selects the blocks that a flow consists of, where that is done elsewhere. */
  constructor(
    document: Document,
    ask: Read<SelectionContext>,
    act: (effect: Effect) => void,
    block?: SelectBlock,
  ) {
    this.#document = document
    this.#ask = ask
    this.#act = act
    this.#block = block
  }

  /** Select a run of sibling blocks; headings that lost their section are dropped with a warning. */
  flow(children: readonly RootContent[]): RootContent[] {
    const selected = children.flatMap(child => this.#select(child))
    const kept = dropOrphans(selected, heading => this.#act(context => context.reportOrphan(heading)))
    return kept.filter(node => !isGap(node)) as RootContent[] // flow in, flow out
  }

  /** Resolve a plain text for this reader. */
  text(group: TextGroup | undefined): string | undefined {
    if (group === undefined) return undefined
    this.#act(context => context.noteFallback(group.group, context.matchText(group)))
    return this.#ask(context => {
      const match = context.matchText(group)
      return 'branch' in match ? group.branches[match.branch]?.text : undefined
    })
  }

  /** Select one block, whatever stands around it. */
  block(node: Nodes): readonly Loose[] {
    const selected = this.#selected(node)
    // TypeScript does not narrow readonly arrays
    return Array.isArray(selected) ? selected : [selected as Loose]
  }

  #holds(condition: Condition): boolean {
    return this.#ask(({reader}) => holds(condition, reader))
  }

  #select(node: Nodes): Loose | readonly Loose[] {
    if (!this.#document.varying.has(node)) return node
    if (this.#block === undefined || isTransparent(node)) return this.#selected(node)
    const {nodes, effects} = this.#block(node)
    for (const effect of effects) this.#act(effect)
    return nodes
  }

  #selected(node: Nodes): Loose | readonly Loose[] {
    if (node.data?.condition !== undefined && !this.#holds(node.data.condition)) return gap
    switch (node.type) {
      case 'variants':
      case 'say':
        return this.#group(node)
      case 'fragment':
      case 'span':
        return this.#wrap(
          node,
          node.children.flatMap((child: Nodes) => this.#select(child)),
        )
      case 'paragraph':
      case 'heading':
      case 'calloutTitle':
        return this.#textBlock(node)
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'subscript':
      case 'superscript':
      case 'term':
        return this.#inline(node)
      case 'crossReference':
        return this.#crossReference(node)
      case 'footnoteReference':
        return this.#call(node)
      case 'footnoteDefinition':
        return this.#footnote(node)
      case 'image':
        return this.#image(node)
      case 'list':
        return this.#list(node)
      case 'table':
        return this.#table(node)
      case 'blockquote':
      case 'callout':
      case 'safety':
        return this.#box(node)
      case 'citation':
      case 'place':
        return node
      case 'branch':
        throw new Error('Internal error: a branch stands outside of a group')
      default:
        return this.#foreign(node satisfies NodeOf<MarkdownType>)
    }
  }

  #group(node: Variants | Say): Loose | readonly Loose[] {
    this.#act(context => context.noteFallback(node.group, context.match(node), node))
    const index = this.#ask(context => {
      const match = context.match(node)
      return 'branch' in match ? match.branch : undefined
    })
    const branch: Branch | undefined = index === undefined ? undefined : node.children[index]
    if (branch === undefined || branch.omit !== undefined) return gap
    const children = branch.children.flatMap(child => this.#select(child))
    if (node.data?.id === undefined) return children.length === 0 ? gap : children
    const {position, data} = node
    const id = {id: data.id, ...(data.file !== undefined && {file: data.file})}
    const wrapper = node.type === 'say' ? 'span' : 'fragment'
    // Filled with the branch at once.
    return this.#wrap({type: wrapper, children: [], data: id, position} as Nodes, children)
  }

  /** A transparent wrapper goes; one with an id stays around what is left. */
  #wrap(node: Nodes, children: readonly Loose[]): Loose | readonly Loose[] {
    if (children.every(isGap)) return gap
    return node.data?.id === undefined
      ? children
      : copy(node, node.type === 'span' ? children : children.filter(child => !isGap(child)))
  }

  #normalized(children: readonly PhrasingContent[]): PhrasingContent[] {
    const selected = children.flatMap(child => this.#select(child))
    return selected.some(holdsGap)
      ? normalizeWhitespace(selected, this.#document.locale)
      : (selected as PhrasingContent[]) // phrasing in, phrasing out
  }

  #textBlock(node: Extract<Nodes, {type: 'paragraph' | 'heading' | 'calloutTitle'}>): Loose {
    const children = this.#normalized(node.children)
    return isBlank(children) ? gap : copy(node, children)
  }

  /** Gaps stay inside until the block around them normalizes its text. */
  #inline(node: Extract<Nodes, {children: PhrasingContent[]}>): Loose {
    const children = node.children.flatMap(child => this.#select(child))
    return isBlank(children) ? gap : copy(node, children)
  }

  #crossReference(node: Extract<Nodes, {type: 'crossReference'}>): Loose | readonly Loose[] {
    const {page, target} = node
    const url = page === undefined ? undefined : this.#ask(context => context.placeOn(page, target).url)
    if (url !== undefined) {
      const link = this.#inline(node)
      return isGap(link) || link.type !== 'crossReference'
        ? link
        : {type: 'link', url, children: link.children, ...(node.position && {position: node.position})}
    }
    if (page === undefined && !this.#ask(({absent}) => absent.targets.has(target))) return this.#inline(node)
    if (node.missing === 'drop') return gap
    if (node.missing === 'error') this.#act(context => context.reportMissingTarget(node))
    return node.children.flatMap(child => this.#select(child))
  }

  #call(node: FootnoteReference): Loose {
    const state = this.#ask(({absent}) => absent.footnotes.get(node.identifier))
    if (state === 'hidden') this.#act(context => context.reportHiddenNote(node))
    return state === undefined ? node : gap
  }

  #footnote(node: FootnoteDefinition): readonly Loose[] {
    const children = this.flow(node.children) as FootnoteDefinition['children'] // flow in, flow out
    const definition = children.length === 0 ? undefined : (copy(node, children) as FootnoteDefinition)
    this.#act(context => context.define(node.identifier, definition))
    return []
  }

  #image(node: Image): Loose {
    const {alternative, ...image} = node
    return alternative === undefined ? node : {...image, alt: plainText(this.#normalized(alternative))}
  }

  #list(node: List): Loose {
    const items = node.children.flatMap(item => this.#item(item))
    if (items.length === 0) return gap
    return {...node, children: items, ...(items.length === 1 && {spread: false})}
  }

  #item(item: ListItem): ListItem[] {
    if (!this.#document.varying.has(item)) return [item]
    if (item.data?.condition !== undefined && !this.#holds(item.data.condition)) return []
    const children = this.flow(item.children) as ListItem['children'] // flow in, flow out
    if (children.length === 0) return []
    return [{...item, children, ...(children.length === 1 && {spread: false})}]
  }

  #table(node: Table): Loose {
    const columns = node.data?.columns
    const keep = (index: number): boolean => {
      const condition = columns?.[index]
      return condition === undefined || this.#holds(condition)
    }
    const [header, ...body] = node.children.flatMap((row, index) => this.#row(row, keep, index === 0))
    if (header === undefined || header.children.length === 0) return gap
    if (body.length === 0 && node.children.length > 1) return gap
    const {columns: _, ...data} = node.data ?? {}
    return {
      ...node,
      data,
      align: (node.align ?? []).filter((_, index) => keep(index)),
      children: [header, ...body],
    }
  }

  #row(row: TableRow, keep: (column: number) => boolean, isHeader: boolean): TableRow[] {
    if (row.data?.condition !== undefined && !this.#holds(row.data.condition)) return []
    const children = row.children
      .filter((_, index) => keep(index))
      .map(cell => this.#select(cell) as typeof cell) // a cell stays a cell
    const emptied =
      children.every(cell => cell.children.length === 0) &&
      row.children.some(cell => cell.children.length > 0)
    return emptied && !isHeader ? [] : [{...row, children}]
  }

  #box(node: Extract<Nodes, {type: 'blockquote'}> | Callout | Safety): Loose {
    // a call-out's title is selected like any block
    const children = this.flow(node.children as RootContent[])
    if (children.some(child => child.type !== 'calloutTitle')) return copy(node, children)
    if (node.type === 'safety') this.#act(context => context.reportUnsafe(node))
    return gap
  }

  /** A node of another syntax stays, even where nothing is left in it: what it means is not known here. */
  #foreign(node: Nodes): Loose {
    if (!('children' in node)) return node
    const children = holdsPhrasing(node)
      ? this.#normalized(node.children as PhrasingContent[])
      : this.flow(node.children as RootContent[])
    return copy(node, children)
  }
}

/** What selection takes away from around its blocks. */
function isTransparent(node: Nodes): boolean {
  return (node.type === 'fragment' || node.type === 'variants') && node.data?.id === undefined
}

/** The same object where nothing changed, so that variants share what they have in common. */
function copy(node: Nodes, children: readonly Loose[]): Nodes {
  const before = 'children' in node ? node.children : []
  if (before.length === children.length && children.every((child, index) => child === before[index]))
    return node
  return {...node, children} as Nodes // the same kinds of children, selected
}

function holdsGap(node: Loose): boolean {
  return isGap(node) || ('children' in node && node.children.some(holdsGap))
}

function isBlank(children: readonly Loose[]): boolean {
  return children.every(
    child => isGap(child) || child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
  )
}
