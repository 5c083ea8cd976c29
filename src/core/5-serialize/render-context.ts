import type {FootnoteDefinition, FootnoteReference} from 'mdast'
import {
  blockIndexOf,
  type Citation,
  type Labels,
  type NumberedCitation,
  type Numbering,
  type Place,
  type Read,
  type Selection,
  type Variant,
} from '../language/index.ts'
import {targetsOf} from './targets.ts'

/** What is printed for a variant may rest on. */
export interface RenderContext extends Variant {
  readonly labels: Labels
  /** The nodes at which a section stands: the first of each kind; a later one would only repeat it. */
  readonly places: ReadonlySet<Place>
  /** Ids that something on the page links to. */
  readonly targets: ReadonlySet<string>
  /** What each kind of section says, as one text: sections with the same one are printed alike. */
  readonly prints: {readonly [What in Place['what']]: string}
}

export type ReadContext = Read<RenderContext>

/** What a citation prints. */
export function citationAt(node: Citation, ask: ReadContext): NumberedCitation | undefined {
  return ask(
    ({numbering}) => numbering.citations.get(node),
    cluster => cluster?.print,
  )
}

/** The number of a note where it is called, and which call of it this is. */
export function footnoteReferenceAt(
  node: FootnoteReference,
  ask: ReadContext,
): {readonly number: number; readonly call: number} | undefined {
  return ask(
    ({numbering}) => numbering.footnoteReferences.get(node),
    called => called && `${called.number} ${called.call}`,
  )
}

/** A note at the end. */
export interface NoteFacts {
  readonly number: number
  readonly definition: FootnoteDefinition | undefined
  readonly calls: number
}

/** The notes in order of number. */
export function footnotesIn(ask: ReadContext): readonly NoteFacts[] {
  const count = ask(({numbering}) => numbering.footnotes.length)
  return Array.from({length: count}, (_, index) => ({
    number: ask(({numbering}) => numbering.footnotes[index]?.number ?? 0),
    definition: ask(({numbering}) => numbering.footnotes[index]?.definition),
    calls: ask(({numbering}) => numbering.footnotes[index]?.calls ?? 0),
  }))
}

/** The numbering that a section is made of; of it, the section looks at nothing but what its print holds. */
export function numberingFor(what: Place['what'], ask: ReadContext): Numbering {
  return ask(
    context => context,
    ({prints}) => prints[what],
  ).numbering
}

/** The facts of a variant, cached for its document. */
export function renderContextOf(selection: Selection, numbering: Numbering): RenderContext {
  const {cache, settings, locale} = selection.document
  const known = cache.memoize(renderContextOf, () => new WeakMap<Numbering, RenderContext>())
  const cached = known.get(numbering)
  if (cached !== undefined) return cached
  const places = placesOf(selection)
  const context = {
    selection,
    numbering,
    labels: settings.labels(locale),
    places,
    targets: targetsOf(selection, numbering, places),
    prints: printsOf(numbering),
  }
  known.set(numbering, context)
  return context
}

function placesOf({root, document}: Selection): ReadonlySet<Place> {
  const blockIndex = blockIndexOf(document)
  const first = new Map<Place['what'], Place>()
  for (const block of root.children) {
    for (const node of blockIndex(block).nodes)
      if (node.type === 'place' && !first.has(node.what)) first.set(node.what, node)
  }
  return new Set(first.values())
}

function printsOf({style, references, glossary, toc}: Numbering): RenderContext['prints'] {
  const listed = references.map(({label, entries}) => [
    label,
    entries.map(({key, number, calls}) => [key, number, calls]),
  ])
  return {
    references: JSON.stringify([style, listed]),
    glossary: JSON.stringify(
      glossary.map(({id, term, expansion, definition}) => [id, term, expansion ?? null, definition]),
    ),
    toc: JSON.stringify(toc),
  }
}

/** The sections that the author put somewhere; the others stand behind the body. */
export function placedIn({places}: RenderContext): ReadonlySet<Place['what']> {
  return new Set([...places].map(({what}) => what))
}
