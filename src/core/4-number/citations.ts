import type {
  Citation,
  CitationItem,
  CitationStyle,
  ClusterPart,
  NumberedCitation,
  NumberedItem,
  Numbering,
  NumberingRule,
  PrintedWorks,
  Reference,
  ReferenceEntry,
  ReferenceGroup,
} from '../language/index.ts'
import type {EntryOf} from './entries.ts'

/** Which group a reference is listed under. */
export type GroupOf = (reference: Reference, groups: readonly ReferenceGroup[]) => ReferenceGroup | undefined

/** What the numbers of a variant rest on. */
export interface NumberingContext {
  readonly style: CitationStyle
  readonly locale: string
  readonly rule: NumberingRule
  readonly groups: readonly ReferenceGroup[]
  readonly groupOf: GroupOf
  /** Keys that any reader can get cited, in source order: what stable numbers count. */
  readonly citable: readonly string[]
  readonly entryOf: EntryOf
}

type NumberedWorks = Pick<Numbering, 'citations' | 'order' | 'references' | 'numbered'>

interface Cluster {
  readonly citation: Citation
  /** Items whose work is known. */
  readonly items: readonly CitationItem[]
  readonly calls: ReadonlyMap<string, number>
}

/** Collects what a variant cites in reading order, and gives numbers once all of it is known. */
export class CitationCounter {
  readonly #references: ReadonlyMap<string, Reference>
  readonly #calls = new Map<string, number>()
  readonly #clusters: Cluster[] = []

  constructor(references: ReadonlyMap<string, Reference>) {
    this.#references = references
  }

  add(citation: Citation): void {
    const calls = new Map<string, number>()
    const items = citation.items.filter(({key}) => this.#references.has(key))
    for (const {key} of items) {
      if (calls.has(key)) continue
      const call = (this.#calls.get(key) ?? 0) + 1
      this.#calls.set(key, call)
      calls.set(key, call)
    }
    this.#clusters.push({citation, items, calls})
  }

  finish(context: NumberingContext): NumberedWorks {
    const {style, locale} = context
    const references = this.#resolve([...this.#calls.keys()])
    if (style.print === undefined) return this.#numbered(references, context)
    const clusters = this.#clusters.map(({items}) => items)
    return this.#unnumbered(style.print({clusters, references}, locale), context)
  }

  #numbered(references: readonly Reference[], context: NumberingContext): NumberedWorks {
    const {style, rule, citable, entryOf} = context
    const counted = rule.stable
      ? this.#resolve([...new Set([...citable, ...this.#calls.keys()])])
      : references
    const numbers = new Map(inOrder(counted, context).map(({id}, index) => [id, index + 1]))
    const citations = this.#clusters.map(({items}) =>
      style.cluster(items.map(({key, locator}) => numberedItem(key, numbers.get(key) ?? 0, locator))),
    )
    const entries = references
      .map(reference => ({
        reference,
        number: numbers.get(reference.id) ?? 0,
        content: entryOf(reference),
      }))
      .sort((left, right) => left.number - right.number)
    return this.#listed(citations, entries, true, context)
  }

  #unnumbered({clusters, entries}: PrintedWorks, context: NumberingContext): NumberedWorks {
    const listed = entries.flatMap(({key, content}, index) => {
      const reference = this.#references.get(key)
      return reference === undefined ? [] : [{reference, number: index + 1, content}]
    })
    return this.#listed(clusters, listed, false, context)
  }

  #listed(
    clusters: readonly NumberedCitation['parts'][],
    entries: readonly Omit<ReferenceEntry, 'key' | 'calls'>[],
    numbered: boolean,
    {style, groups, groupOf}: NumberingContext,
  ): NumberedWorks {
    const citations = this.#clusters.map(({citation, calls}, index): [Citation, NumberedCitation] => {
      const parts = clusters[index] ?? []
      return [
        citation,
        {parts, ...(style.raised && {raised: true}), calls, print: printOf(parts, calls, style)},
      ]
    })
    const sections = new Map<ReferenceGroup | undefined, ReferenceEntry[]>(groups.map(group => [group, []]))
    for (const entry of entries) {
      const {id: key} = entry.reference
      const group = groupOf(entry.reference, groups)
      const section = sections.get(group) ?? []
      section.push({...entry, key, calls: this.#calls.get(key) ?? 0})
      sections.set(group, section)
    }
    return {
      citations: new Map(citations),
      order: entries.map(({reference, number}) => ({key: reference.id, number})),
      references: [...sections]
        .filter(([, listed]) => listed.length > 0)
        .map(([group, listed]) => ({label: group?.label ?? '', entries: listed})),
      numbered,
    }
  }

  #resolve(keys: readonly string[]): readonly Reference[] {
    return keys.flatMap(key => this.#references.get(key) ?? [])
  }
}

/** With lengths before what an author may have typed, so that no two clusters look the same by chance. */
function printOf(
  parts: readonly ClusterPart[],
  calls: ReadonlyMap<string, number>,
  {raised}: CitationStyle,
): string {
  let print = raised ? '^' : ''
  for (const part of parts) {
    const {value} = part
    if (part.type === 'link') print += `${part.key.length}#${part.key}${part.number}#`
    print += `${value.length}:${value}`
  }
  for (const [key, call] of calls) print += `${key.length}@${key}${call};`
  return print
}

function numberedItem(key: string, number: number, locator: string | undefined): NumberedItem {
  return locator === undefined ? {key, number} : {key, number, locator}
}

/**
 * Works in the order in which they are numbered: as they come, or down the reference list, which shows group
 * after group. A style that sorts its list numbers down it, unless the project says otherwise.
 */
function inOrder(references: readonly Reference[], context: NumberingContext): readonly Reference[] {
  const {style, locale, rule, groups, groupOf} = context
  if ((rule.by ?? (style.order === undefined ? 'appearance' : 'list')) === 'appearance') return references
  const places = new Map(style.order?.(references, locale).map((key, place) => [key, place]))
  const ranks = new Map<ReferenceGroup | undefined, number>(groups.map((group, rank) => [group, rank]))
  const keyed = references.map((reference, index) => {
    const rank = ranks.get(groupOf(reference, groups)) ?? groups.length
    return {reference, rank, place: places.get(reference.id) ?? index}
  })
  return keyed
    .sort((left, right) => left.rank - right.rank || left.place - right.place)
    .map(({reference}) => reference)
}
