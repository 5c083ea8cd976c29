import type {PhrasingContent} from 'mdast'
import type {
  Citation,
  CitationStyle,
  Document,
  NumberedCitation,
  NumberedItem,
  Numbering,
  Reference,
} from '../document/index.ts'

/**
 * What a style prints for the works of one variant. A style that prints a whole variant at once is given nothing but works that
 * are cited there; of what it prints, the keys are looked at.
 */
export class PrintedWorks {
  readonly #style: CitationStyle | undefined
  readonly #locale: string
  readonly #numbers: ReadonlyMap<string, number>
  /** Entries as the style prints them, as JSON: the same for all variants. */
  readonly #entries: WeakMap<Reference, string>

  constructor({settings, locale, memory}: Document, {style, order}: Numbering) {
    const known = settings.styles.get(style)
    this.#style = known?.print === undefined ? known : undefined
    this.#locale = locale
    this.#numbers = new Map(order.map(({key, number}) => [key, number]))
    const entries = memory.keep(PrintedWorks, () => new Map<string, WeakMap<Reference, string>>())
    this.#entries = entries.get(style) ?? new WeakMap()
    entries.set(style, this.#entries)
  }

  isEntry(reference: Reference, content: readonly PhrasingContent[]): boolean {
    if (this.#style === undefined) return true
    const entry = this.#entries.get(reference) ?? JSON.stringify(this.#style.entry(reference, this.#locale))
    this.#entries.set(reference, entry)
    return JSON.stringify(content) === entry
  }

  isCluster({items}: Citation, {parts, calls}: NumberedCitation): boolean {
    const keys = new Set(items.map(({key}) => key))
    const isTheirs = (key: string): boolean => keys.has(key)
    if (
      !parts.every(part => part.type === 'text' || isTheirs(part.key)) ||
      ![...calls.keys()].every(isTheirs)
    )
      return false
    return this.#style === undefined || JSON.stringify(parts) === JSON.stringify(this.#clusterOf(items))
  }

  #clusterOf(items: Citation['items']): NumberedCitation['parts'] {
    const numbered = items.map(({key, locator}): NumberedItem => {
      const number = this.#numbers.get(key) ?? 0
      return locator === undefined ? {key, number} : {key, number, locator}
    })
    return this.#style?.cluster(numbered) ?? []
  }
}
