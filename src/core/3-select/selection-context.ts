import type {FootnoteDefinition, FootnoteReference, Heading, Image, Nodes} from 'mdast'
import {
  type BranchMatch,
  type CrossReference,
  type Document,
  type Fallback,
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
} from '../language/index.ts'
import type {Finding, Report} from '../messages/reporter.ts'
import type {RuleId} from '../messages/rules.ts'

/** What an earlier pass found that this variant lacks. */
export interface Absent {
  /** Targets of cross-references. */
  readonly targets: ReadonlySet<string>
  /** Identifiers of footnotes: `emptied` of all their text, or `hidden` by a condition. */
  readonly footnotes: ReadonlyMap<string, 'emptied' | 'hidden'>
}

/** One pass over a document for one reader: what can be asked of it, and what it has come upon. */
export class SelectionContext {
  readonly fallbacks: Fallback[] = []
  readonly footnotes = new Map<string, FootnoteDefinition>()
  /** Footnotes of which nothing is left for this reader, so that their calls go too. */
  readonly emptied = new Set<string>()
  readonly #matches = new Map<object, Match>()
  readonly #report: Report

  constructor(
    readonly document: Document,
    readonly reader: Reader,
    readonly absent: Absent,
    report: Report,
  ) {
    this.#report = report
  }

  /** Which branch of a group the reader gets. */
  match(group: Variants | Say): Match {
    return this.#match(group, group.children)
  }

  matchText(group: TextGroup): Match {
    return this.#match(group, group.branches)
  }

  #match(group: object, branches: readonly {readonly match: BranchMatch}[]): Match {
    const known = this.#matches.get(group)
    if (known !== undefined) return known
    const matches = branches.map(branch => branch.match)
    const match = resolve(matches, this.reader, this.document.settings.audiences)
    this.#matches.set(group, match)
    return match
  }

  /** The same reader's variant of another page: its address, or why there is none. */
  placeOn(page: string, target: string): {readonly url?: string; readonly detail: string} {
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

  /** A footnote of this reader's; `undefined` where nothing is left of it. The first of a name counts. */
  define(identifier: string, definition: FootnoteDefinition | undefined): void {
    if (definition === undefined) this.emptied.add(identifier)
    else if (!this.footnotes.has(identifier)) this.footnotes.set(identifier, definition)
  }

  noteFallback(group: string, match: Match, place?: Nodes): void {
    if (match.via !== 'fallback') return
    const wanted = this.reader.audience
    if (this.fallbacks.some(known => known.group === group && known.used === match.from)) return
    this.fallbacks.push({group, wanted, used: match.from})
    const detail = `\`${group}\`: \`${wanted}\` gets the wording for \`${match.from}\``
    this.#reportForReader('variant-fallback', {place, detail})
  }

  reportOrphan(heading: Heading): void {
    const detail = `Nothing is left below the heading “${plainText(heading.children)}”, so it is left out`
    this.#reportForReader('heading-orphaned', {place: heading, detail})
  }

  reportMissingTarget(node: CrossReference): void {
    const {page, target} = node
    const detail =
      page === undefined
        ? `\`#${target}\` is no place that \`${this.reader.audience}\` can see`
        : this.placeOn(page, target).detail
    this.#reportForReader('xref-missing', {place: node, actual: target || (page ?? ''), detail})
  }

  reportHiddenNote(node: FootnoteReference): void {
    const detail = `The footnote \`[^${node.label ?? node.identifier}]\` is called here but hidden from \`${this.reader.audience}\``
    this.#reportForReader('footnote-missing', {place: node, actual: node.identifier, detail})
  }

  reportUnsafe(node: Safety): void {
    const detail = `Nothing of the safety block \`${node.group}\` is left for \`${this.reader.audience}\``
    this.#reportForReader('safety-missing', {place: node, detail})
  }

  reportBareImage(image: Image): void {
    this.#reportForReader('image-alt-missing', {place: image, actual: image.url})
  }

  #reportForReader(rule: RuleId, finding: Finding): void {
    this.#report(rule, {...finding, audiences: [this.reader.audience]})
  }
}
