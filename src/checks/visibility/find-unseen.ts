/**
 * The leak check: whatever a variant says must come from a range of the source that its reader may see, or be
 * a constant of the configuration. What comes from neither is a leak as well.
 *
 * It is independent of `select` and `number`: it shares the analyzed tree, the front matter, the library and
 * the audiences with them, and no code. It derives from the authoring language (docs/language.md) by itself
 *
 * - “Text for some readers”: the conditions of nodes, rows and columns, and of what stands in them; sections
 *   and includes are
 *   fragments of the tree, link definitions have become links (`sources.ts`);
 * - “Groups”: exactly one branch, by exact id, parent, fallback, `otherwise` (`sight.ts`);
 * - “Terms, variables”: a glossary entry belongs to those who meet the term; “Citations”: a work to those who
 *   get it cited;
 * - “After selection”: a footnote belongs to those who get a call of it; contents list, numbers and glossary
 *   say only what the
 *   variant says.
 *
 * A variant may say less than its reader may see (a link whose target is not there is dropped), never more.
 * Text may have lost blanks and punctuation at its edges, where something beside it went.
 */
import type {Heading, Nodes} from 'mdast'
import type {Position} from 'unist'
import {
  blockIndexOf,
  type CrossReference,
  childrenOf,
  type Document,
  type GlossaryEntry,
  type GroupRecord,
  type NodeTable,
  type NodeType,
  noMarkdown,
  plainText,
  type Reader,
  relativeHref,
  type SelectedTerm,
  type TextGroup,
  type TocEntry,
  type Variant,
  variantFolder,
  walk,
} from '../../core/language/index.ts'
import type {Guard} from './guard.ts'
import {PrintedWorksCheck} from './printed-works.ts'
import {Sight} from './sight.ts'
import type {Source} from './sources.ts'
import {fieldOf, isMadeOf, isSilent, plainValue, spokenData, spokenFields, withoutJoints} from './spoken.ts'

/** Parts of a variant. */
export type VariantPart =
  | 'text'
  | 'footnotes'
  | 'title'
  | 'description'
  | 'follow-up'
  | 'disclaimer'
  | 'citations'
  | 'references'
  | 'glossary'
  | 'contents list'
  | 'fallbacks'
  | 'messages'

/** Something in a variant that its reader may not see. */
export interface Unseen {
  readonly part: VariantPart
  /** Where it was written, as far as that is known. */
  readonly place: Nodes | Position | undefined
  /** File of the place, where that is an included one. */
  readonly file?: string | undefined
}

/** Everything in a variant that its reader may not see; nothing in a sound one. */
export function findUnseen(variant: Variant): readonly Unseen[] {
  return new Inspection(variant).run()
}

type Sees = (guard: Guard) => boolean

/**
 * What else a node can have been: a link to another page a cross-reference, what is left of a group with an
 * id that group.
 */
const originals = {
  ...noMarkdown,
  branch: false,
  callout: false,
  calloutTitle: false,
  citation: false,
  crossReference: false,
  fragment: 'variants',
  link: 'crossReference',
  place: false,
  safety: false,
  say: false,
  span: 'say',
  subscript: false,
  superscript: false,
  term: false,
  variants: false,
} satisfies NodeTable<NodeType | false>

class Inspection {
  readonly #variant: Variant
  readonly #document: Document
  readonly #reader: Reader
  readonly #sight: Sight
  readonly #unseen: Unseen[] = []

  constructor(variant: Variant) {
    this.#variant = variant
    this.#document = variant.selection.document
    this.#reader = variant.selection.reader
    this.#sight = new Sight(this.#document, this.#reader)
  }

  run(): readonly Unseen[] {
    const {root} = this.#variant.selection
    this.#tree(root, 'text', this.#sight.sees, undefined)
    this.#footnotes()
    this.#frontMatter()
    this.#terms()
    this.#contents()
    this.#works()
    this.#notices()
    return this.#unseen
  }

  #found(part: VariantPart, place: Unseen['place'], file?: string): void {
    this.#unseen.push({part, place, file})
  }

  /** @param around Place of what stands around the node. */
  #tree(node: Nodes, part: VariantPart, sees: Sees, around: Position | undefined): void {
    const place = node.position ?? around
    const source = this.#sight.sources.byNode.get(node)
    if (source === undefined ? !this.#isCopy(node, sees) : !sees(source.guard)) {
      this.#found(part, node.position === undefined ? place : node)
      return
    }
    if (source?.uniform) return
    for (const child of childrenOf(node)) this.#tree(child, part, sees, place)
  }

  /** Whether a node that selection made says what a node of the source says which the reader may see. */
  #isCopy(node: Nodes, sees: Sees): boolean {
    if (isSilent(node)) return true
    if (node.type === 'text' && withoutJoints(node.value) === '') return true
    const sources = this.#sight.sources.byPlace.get(node.position) ?? []
    return sources.some(source => sees(source.guard) && this.#agrees(node, source.node, sees))
  }

  #agrees(copy: Nodes, source: Nodes, sees: Sees): boolean {
    const fields = spokenFields(copy)
    if (copy.type !== source.type && originals[copy.type] !== source.type) return false
    const same = fields.every(
      name => fieldOf(copy, name) === fieldOf(source, name) || this.#isDerived(name, copy, source, sees),
    )
    return same && spokenData(copy).every(name => fieldOf(copy.data, name) === fieldOf(source.data, name))
  }

  #isDerived(field: string, copy: Nodes, source: Nodes, sees: Sees): boolean {
    if (copy.type === 'text' && source.type === 'text')
      return field === 'value' && withoutJoints(copy.value) === withoutJoints(source.value)
    if (copy.type === 'image' && source.type === 'image')
      return field === 'alt' && isMadeOf(copy.alt ?? '', this.#alternative(source, sees))
    return (
      field === 'url' &&
      copy.type === 'link' &&
      source.type === 'crossReference' &&
      copy.url === this.#addressOf(source)
    )
  }

  /** Texts of an image's alternative that the reader may see. */
  #alternative({alternative = []}: Extract<Nodes, {type: 'image'}>, sees: Sees): readonly string[] {
    const pieces: string[] = []
    for (const node of alternative)
      walk(node, below => {
        const source = this.#sight.sources.byNode.get(below)
        if (source === undefined || !sees(source.guard)) return false
        pieces.push(plainValue(below))
        return true
      })
    return pieces
  }

  /** Where a link to another page leads this reader. */
  #addressOf({page = '', target}: CrossReference): string | undefined {
    const {audience} = this.#reader
    const {pages, slug = ''} = this.#document
    const info = pages.get(page)
    if (info?.slug === undefined || !info.audiences.includes(audience)) return undefined
    if (target !== '' && !info.anchors.get(audience)?.has(target)) return undefined
    const folder = relativeHref(variantFolder(audience, slug), variantFolder(audience, info.slug))
    return target === '' ? folder : `${folder}#${encodeURIComponent(target)}`
  }

  /** A note that is not called is never printed; its conditions hold all the same. */
  #footnotes(): void {
    const {selection, numbering} = this.#variant
    const {called, sees, permits} = this.#sight
    for (const [name, note] of selection.footnotes) {
      if (note.identifier !== name) this.#found('footnotes', note)
      else this.#tree(note, 'footnotes', called.has(name) ? sees : permits, undefined)
    }
    for (const {identifier, definition} of numbering.footnotes) {
      if (!called.has(identifier) || selection.footnotes.get(identifier) !== definition)
        this.#found('footnotes', definition)
    }
    for (const call of numbering.footnoteReferences.keys()) this.#own(call, 'footnotes')
  }

  /** A node that no step makes again: the very one of the source. */
  #own(node: Nodes, part: VariantPart): void {
    const source = this.#sight.sources.byNode.get(node)
    if (source === undefined || !this.#sight.sees(source.guard)) this.#found(part, node)
  }

  #frontMatter(): void {
    const {title, description, followUp, disclaimer} = this.#variant.selection
    const document = this.#document
    this.#text('title', title, document.title)
    this.#text('description', description, document.description)
    this.#text('follow-up', followUp?.text, document.followUp?.text)
    if (followUp?.href !== undefined && followUp.href !== document.followUp?.href)
      this.#found('follow-up', undefined)
    if (disclaimer !== undefined && disclaimer !== this.#disclaimer()) this.#found('disclaimer', undefined)
  }

  #text(part: VariantPart, text: string | undefined, group: TextGroup | undefined): void {
    if (text !== undefined && text !== this.#sight.text(group)) this.#foundIn(part, group?.group)
  }

  #foundIn(part: VariantPart, group: string | undefined): void {
    const record: GroupRecord | undefined = this.#document.groups.find(known => known.group === group)
    this.#found(part, record?.place, record?.file)
  }

  #disclaimer(): string | undefined {
    const {settings, locale} = this.#document
    const {audiences, audienceWords, disclaimers} = settings
    for (let id: string | undefined = this.#reader.audience; id !== undefined; id = audiences.get(id)?.is) {
      const {disclaimer} = audienceWords(id, locale)
      if (disclaimer !== undefined) return disclaimer
    }
    return this.#sight.text(disclaimers)
  }

  #terms(): void {
    const {selection, numbering} = this.#variant
    const met = new Set(
      this.#seen(this.#sight.sources.terms).flatMap(node => (node.type === 'term' ? node.id : [])),
    )
    for (const [id, term] of selection.terms) {
      const entry = this.#document.glossary.get(id)
      if (entry === undefined || term.id !== id || !met.has(id) || !this.#isExplained(term, entry))
        this.#foundTerm(id)
    }
    for (const term of numbering.glossary) if (selection.terms.get(term.id) !== term) this.#foundTerm(term.id)
    for (const [node, expansion] of numbering.expandedTerms)
      if (selection.terms.get(node.id)?.expansion !== expansion) this.#found('glossary', node)
  }

  #foundTerm(id: string): void {
    const use = this.#sight.sources.terms.find(({node}) => node.type === 'term' && node.id === id)
    this.#found('glossary', use?.node)
  }

  #isExplained({term, expansion, definition}: SelectedTerm, entry: GlossaryEntry): boolean {
    return (
      term === (this.#sight.text(entry.term) ?? entry.id) &&
      (expansion === undefined || expansion === this.#sight.text(entry.expansion)) &&
      (definition === undefined || definition === this.#sight.text(entry.definition))
    )
  }

  #seen(sources: readonly Source[], sees = this.#sight.sees): readonly Nodes[] {
    return sources.filter(({guard}) => sees(guard)).map(({node}) => node)
  }

  /** A contents list says what the headings of the variant say, which have been looked at. */
  #contents(): void {
    const {selection, numbering} = this.#variant
    if (numbering.toc.length === 0) return
    const blockIndex = blockIndexOf(this.#document)
    const headings = new Map<string | undefined, Heading[]>()
    for (const block of [...selection.root.children, ...selection.footnotes.values()])
      for (const node of blockIndex(block).nodes) {
        if (node.type !== 'heading') continue
        const known = headings.get(node.data?.id)
        if (known === undefined) headings.set(node.data?.id, [node])
        else known.push(node)
      }
    const check = ({id, text, children}: TocEntry): void => {
      const said = (headings.get(id) ?? []).some(
        heading => plainText(heading.children).replace(/\s+/g, ' ').trim() === text,
      )
      if (!said) this.#found('contents list', this.#headingOf(id))
      children.forEach(check)
    }
    numbering.toc.forEach(check)
  }

  #headingOf(id: string): Nodes | undefined {
    for (const node of this.#sight.sources.byNode.keys())
      if (node.type === 'heading' && node.data?.id === id) return node
    return undefined
  }

  /** Works are known by their keys; what is printed for them is the style's. */
  #works(): void {
    const {numbering} = this.#variant
    const {settings, locale, references} = this.#document
    const cited = new Set(
      this.#seen(this.#sight.sources.citations).flatMap(node =>
        node.type === 'citation' ? node.items.map(({key}) => key) : [],
      ),
    )
    const labels = new Set(['', ...settings.referenceGroups(locale).map(({label}) => label)])
    const print = new PrintedWorksCheck(this.#document, numbering)
    for (const {key} of numbering.order) if (!cited.has(key)) this.#foundWork('references', key)
    for (const {label, entries} of numbering.references) {
      if (!labels.has(label)) this.#found('references', undefined)
      for (const {key, reference, content} of entries) {
        const isTheirs = cited.has(key) && references.get(key) === reference
        if (!isTheirs || !print.isEntry(reference, content)) this.#foundWork('references', key)
      }
    }
    for (const [citation, numbered] of numbering.citations) {
      this.#own(citation, 'citations')
      if (!print.isCluster(citation, numbered)) this.#found('citations', citation)
    }
  }

  #foundWork(part: VariantPart, key: string): void {
    const cited = this.#document.cited.get(key)
    this.#found(part, cited?.place, cited?.file)
  }

  /**
   * Published JSON names groups in whose place another wording stands, and holds messages about what the
   * reader gets; of notes that are not called, too.
   */
  #notices(): void {
    const {selection, numbering} = this.#variant
    const {settings, title, description, followUp} = this.#document
    const {terms, groups} = this.#sight.sources
    const seen = [title, description, followUp?.text, settings.disclaimers]
    for (const node of this.#seen(terms, this.#sight.permits)) {
      const entry = node.type === 'term' ? this.#document.glossary.get(node.id) : undefined
      seen.push(entry?.term, entry?.expansion, entry?.definition)
    }
    const named = new Set(seen.map(group => group?.group))
    for (const node of this.#seen(groups, this.#sight.permits)) if ('group' in node) named.add(node.group)
    for (const {group, used} of selection.fallbacks)
      if (!named.has(group) || !settings.audiences.has(used)) this.#foundIn('fallbacks', group)
    for (const message of [...selection.messages, ...numbering.messages]) {
      const place = message.place !== undefined && 'start' in message.place ? message.place : undefined
      const sources = place === undefined ? [] : (this.#sight.sources.byPlace.get(place) ?? [])
      if (sources.length > 0 && !sources.some(({guard}) => this.#sight.permits(guard)))
        this.#found('messages', place, message.file)
    }
  }
}
