import type {
  Citation,
  CitationStyle,
  NumberedCitation,
  Numbering,
  Reference,
  ReferenceEntry,
  ReferenceGroup,
} from '../document/index.ts'
import type {GroupOf} from './number.ts'

/** Gives numbers by first appearance, and remembers how often each work was cited. */
export class CitationCounter {
  readonly #references: ReadonlyMap<string, Reference>
  /** Key to number; in order of number, since numbers are given in turn. */
  readonly #numbers = new Map<string, number>()
  readonly #calls = new Map<string, number>()
  readonly #clusters: {citation: Citation; calls: ReadonlyMap<string, number>}[] = []

  constructor(references: ReadonlyMap<string, Reference>) {
    this.#references = references
  }

  add(citation: Citation): void {
    const calls = new Map<string, number>()
    for (const {key} of citation.items) {
      if (!this.#references.has(key) || calls.has(key)) continue
      if (!this.#numbers.has(key)) this.#numbers.set(key, this.#numbers.size + 1)
      const call = (this.#calls.get(key) ?? 0) + 1
      this.#calls.set(key, call)
      calls.set(key, call)
    }
    this.#clusters.push({citation, calls})
  }

  finish(
    style: CitationStyle,
    locale: string,
    groups: readonly ReferenceGroup[],
    groupOf: GroupOf,
  ): Pick<Numbering, 'citations' | 'order' | 'references'> {
    const citations = new Map<Citation, NumberedCitation>()
    for (const {citation, calls} of this.#clusters)
      citations.set(citation, {
        parts: style.cluster(this.#itemsOf(citation)),
        ...(style.raised && {raised: true}),
        calls,
      })
    const listed = new Map<ReferenceGroup | undefined, ReferenceEntry[]>(groups.map(group => [group, []]))
    const order: {key: string; number: number}[] = []
    for (const [key, number] of this.#numbers) {
      const reference = this.#references.get(key)
      if (reference === undefined) continue
      order.push({key, number})
      const group = groupOf(reference, groups)
      const entry = {
        key,
        number,
        reference,
        content: style.entry(reference, locale),
        calls: this.#calls.get(key) ?? 0,
      }
      listed.set(group, [...(listed.get(group) ?? []), entry])
    }
    const sections = [...listed].filter(([, entries]) => entries.length > 0)
    return {
      citations,
      order,
      references: sections.map(([group, entries]) => ({label: group?.label ?? '', entries})),
    }
  }

  /** Items with their numbers; the same work with the same locator stands once. */
  #itemsOf(citation: Citation) {
    const seen = new Set<string>()
    return citation.items.flatMap(({key, locator}) => {
      const number = this.#numbers.get(key)
      const item = JSON.stringify([key, locator])
      if (number === undefined || seen.has(item)) return []
      seen.add(item)
      return [{key, number, ...(locator !== undefined && {locator})}]
    })
  }
}
