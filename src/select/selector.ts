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
  type Document,
  type Fallback,
  holds,
  type Match,
  plainText,
  type Reader,
  relativeHref,
  resolve,
  type Safety,
  type Say,
  type TextGroup,
  type Variants,
  variantFolder,
} from '../document/index.ts'
import type {Report} from '../messages/reporter.ts'
import {dropOrphans} from './orphans.ts'
import {repair} from './repair.ts'
import {isSeam, type Loose, seam} from './seam.ts'

/** What an earlier pass found that this variant lacks. */
export interface Absent {
  /** Targets of cross-references. */
  readonly targets: ReadonlySet<string>
  /** Identifiers of footnotes: `emptied` of all their text, or `hidden` by a condition. */
  readonly footnotes: ReadonlyMap<string, 'emptied' | 'hidden'>
}

/**
 * One pass over a document for one reader. Nodes that do not vary are handed on as they are; of the others only
 * what changes is copied.
 */
export class Selector {
  readonly fallbacks: Fallback[] = []
  readonly footnotes = new Map<string, FootnoteDefinition>()
  /** Footnotes of which nothing is left for this reader, so that their calls go too. */
  readonly emptied = new Set<string>()

  constructor(
    readonly document: Document,
    readonly reader: Reader,
    readonly absent: Absent,
    readonly report: Report,
  ) {}

  /** Select a run of sibling blocks; headings that lost their section are dropped with a warning. */
  flow(children: readonly RootContent[]): RootContent[] {
    const selected = children.flatMap(child => this.#select(child))
    const kept = dropOrphans(selected, this.report, this.reader.audience)
    return kept.filter(node => !isSeam(node)) as RootContent[] // flow in, flow out
  }

  #select(node: Nodes): Loose | readonly Loose[] {
    if (!this.document.varying.has(node)) return node
    if (node.data?.condition !== undefined && !holds(node.data.condition, this.reader)) return seam
    switch (node.type) {
      case 'variants':
      case 'say':
        return this.#group(node)
      case 'fragment':
        return this.#wrap(
          node,
          node.children.flatMap(child => this.#select(child)),
        )
      case 'span':
        return this.#wrap(
          node,
          node.children.flatMap(child => this.#select(child)),
        )
      case 'paragraph':
      case 'heading':
      case 'calloutTitle':
        return this.#textBlock(node)
      case 'tableCell':
        return {...node, children: this.#mended(node.children)}
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
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
      default:
        return node
    }
  }

  /** Resolve a plain text for this reader. */
  text(group: TextGroup | undefined): string | undefined {
    if (group === undefined) return undefined
    const match = resolve(
      group.branches.map(branch => branch.match),
      this.reader,
      this.document.settings.audiences,
    )
    this.#note(group.group, match)
    return 'branch' in match ? group.branches[match.branch]?.text : undefined
  }

  #group(node: Variants | Say): Loose | readonly Loose[] {
    const match = resolve(
      node.children.map(branch => branch.match),
      this.reader,
      this.document.settings.audiences,
    )
    this.#note(node.group, match, node)
    const branch: Branch | undefined = 'branch' in match ? node.children[match.branch] : undefined
    if (branch === undefined || branch.omit !== undefined) return seam
    const children = branch.children.flatMap(child => this.#select(child))
    if (node.data?.id === undefined) return children.length === 0 ? seam : children
    const {position, data} = node
    const id = {id: data.id, ...(data.file !== undefined && {file: data.file})}
    const wrapper = node.type === 'say' ? 'span' : 'fragment'
    return this.#wrap({type: wrapper, children: [], data: id, position} as Nodes, children) // filled with the branch at once
  }

  #note(group: string, match: Match, place?: Nodes): void {
    if (match.via !== 'fallback') return
    const wanted = this.reader.audience
    if (this.fallbacks.some(known => known.group === group && known.used === match.from)) return
    this.fallbacks.push({group, wanted, used: match.from})
    const detail = `\`${group}\`: \`${wanted}\` gets the wording for \`${match.from}\``
    this.report('variant-fallback', {place, detail, audiences: [wanted]})
  }

  /** A transparent wrapper goes; one with an id stays around what is left. */
  #wrap(node: Nodes, children: readonly Loose[]): Loose | readonly Loose[] {
    if (children.every(isSeam)) return seam
    return node.data?.id === undefined
      ? children
      : copy(node, node.type === 'span' ? children : children.filter(child => !isSeam(child)))
  }

  #mended(children: readonly PhrasingContent[]): PhrasingContent[] {
    const selected = children.flatMap(child => this.#select(child))
    return selected.some(holdsSeam) ? repair(selected, this.document.locale) : (selected as PhrasingContent[]) // phrasing in, phrasing out
  }

  #textBlock(node: Extract<Nodes, {type: 'paragraph' | 'heading' | 'calloutTitle'}>): Loose {
    const children = this.#mended(node.children)
    return isBlank(children) ? seam : copy(node, children)
  }

  /** Seams stay inside until the block around mends its text. */
  #inline(node: Extract<Nodes, {children: PhrasingContent[]}>): Loose {
    const children = node.children.flatMap(child => this.#select(child))
    return isBlank(children) ? seam : copy(node, children)
  }

  #crossReference(node: Extract<Nodes, {type: 'crossReference'}>): Loose | readonly Loose[] {
    const place = node.page === undefined ? undefined : this.#placeOn(node.page, node.target)
    if (place?.url !== undefined) {
      const link = this.#inline(node)
      return isSeam(link) || link.type !== 'crossReference'
        ? link
        : {
            type: 'link',
            url: place.url,
            children: link.children,
            ...(node.position && {position: node.position}),
          }
    }
    if (place === undefined && !this.absent.targets.has(node.target)) return this.#inline(node)
    if (node.missing === 'drop') return seam
    if (node.missing === 'error') {
      const {audience} = this.reader
      const detail = place?.detail ?? `\`#${node.target}\` is no place that \`${audience}\` can see`
      this.report('xref-missing', {
        place: node,
        actual: node.target || (node.page ?? ''),
        detail,
        audiences: [audience],
      })
    }
    return node.children.flatMap(child => this.#select(child))
  }

  /** The same reader's variant of another page: its address, or why there is none. */
  #placeOn(page: string, target: string): {readonly url?: string; readonly detail: string} {
    const {audience} = this.reader
    const info = this.document.pages.get(page)
    if (info === undefined) return {detail: `There is no page \`${page}\``}
    if (info.slug === undefined || !info.audiences.includes(audience))
      return {detail: `The page \`${page}\` has no variant for \`${audience}\``}
    if (target !== '' && !info.anchors.get(audience)?.has(target))
      return {detail: `\`#${target}\` is no place on \`${page}\` that \`${audience}\` can see`}
    const {slug = ''} = this.document
    const href = relativeHref(variantFolder(audience, slug), variantFolder(audience, info.slug))
    return {url: target === '' ? href : `${href}#${encodeURIComponent(target)}`, detail: ''}
  }

  #call(node: FootnoteReference): Loose {
    const state = this.absent.footnotes.get(node.identifier)
    if (state === 'hidden') {
      const detail = `The footnote \`[^${node.label ?? node.identifier}]\` is called here but hidden from \`${this.reader.audience}\``
      this.report('footnote-missing', {
        place: node,
        actual: node.identifier,
        detail,
        audiences: [this.reader.audience],
      })
    }
    return state === undefined ? node : seam
  }

  #footnote(node: FootnoteDefinition): readonly Loose[] {
    const children = this.flow(node.children) as FootnoteDefinition['children'] // flow in, flow out
    if (children.length === 0) this.emptied.add(node.identifier)
    else if (!this.footnotes.has(node.identifier))
      this.footnotes.set(node.identifier, copy(node, children) as FootnoteDefinition)
    return []
  }

  #image(node: Image): Loose {
    const {alternative, ...image} = node
    return alternative === undefined ? node : {...image, alt: plainText(this.#mended(alternative))}
  }

  #list(node: List): Loose {
    const items = node.children.flatMap(item => this.#item(item))
    if (items.length === 0) return seam
    return {...node, children: items, ...(items.length === 1 && {spread: false})}
  }

  #item(item: ListItem): ListItem[] {
    if (!this.document.varying.has(item)) return [item]
    if (item.data?.condition !== undefined && !holds(item.data.condition, this.reader)) return []
    const children = this.flow(item.children) as ListItem['children'] // flow in, flow out
    if (children.length === 0) return []
    return [{...item, children, ...(children.length === 1 && {spread: false})}]
  }

  #table(node: Table): Loose {
    const columns = node.data?.columns
    const keep = (index: number): boolean => {
      const condition = columns?.[index]
      return condition === undefined || holds(condition, this.reader)
    }
    const [header, ...body] = node.children.flatMap((row, index) => this.#row(row, keep, index === 0))
    if (header === undefined || header.children.length === 0) return seam
    if (body.length === 0 && node.children.length > 1) return seam
    const {columns: _, ...data} = node.data ?? {}
    return {
      ...node,
      data,
      align: (node.align ?? []).filter((_, index) => keep(index)),
      children: [header, ...body],
    }
  }

  #row(row: TableRow, keep: (column: number) => boolean, isHeader: boolean): TableRow[] {
    if (row.data?.condition !== undefined && !holds(row.data.condition, this.reader)) return []
    const children = row.children
      .filter((_, index) => keep(index))
      .map(cell => this.#select(cell) as typeof cell) // a cell stays a cell
    const emptied =
      children.every(cell => cell.children.length === 0) &&
      row.children.some(cell => cell.children.length > 0)
    return emptied && !isHeader ? [] : [{...row, children}]
  }

  #box(node: Extract<Nodes, {type: 'blockquote'}> | Callout | Safety): Loose {
    const children = this.flow(node.children as RootContent[]) // a call-out's title is selected like any block
    if (children.some(child => child.type !== 'calloutTitle')) return copy(node, children)
    if (node.type === 'safety') {
      const detail = `Nothing of the safety block \`${node.group}\` is left for \`${this.reader.audience}\``
      this.report('safety-missing', {place: node, detail, audiences: [this.reader.audience]})
    }
    return seam
  }
}

/** The same object where nothing changed, so that variants share what they have in common. */
function copy(node: Nodes, children: readonly Loose[]): Nodes {
  const before = 'children' in node ? node.children : []
  if (before.length === children.length && children.every((child, index) => child === before[index]))
    return node
  return {...node, children} as Nodes // the same kinds of children, selected
}

function holdsSeam(node: Loose): boolean {
  return isSeam(node) || ('children' in node && node.children.some(holdsSeam))
}

function isBlank(children: readonly Loose[]): boolean {
  return children.every(
    child => isSeam(child) || child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
  )
}
