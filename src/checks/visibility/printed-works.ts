import type {PhrasingContent} from 'mdast'
import type {
  Citation,
  CitationStyle,
  ClusterPart,
  Document,
  NumberedCitation,
  NumberedItem,
  Numbering,
  Reference,
} from '../../core/language/index.ts'

/**
 * What a style prints for the works of one variant. A style that prints a whole variant at once is given
 * nothing but works that are cited there; of what it prints, the keys are looked at.
 */
export class PrintedWorksCheck {
  readonly #style: CitationStyle | undefined
  readonly #locale: string
  readonly #numbers: ReadonlyMap<string, number>
  /**
   * Entries that have been compared with what the style prints, by their content: the same for all variants.
   */
  readonly #compared: WeakMap<readonly PhrasingContent[], Reference>

  constructor({settings, locale, cache}: Document, {style, order}: Numbering) {
    const known = settings.styles.get(style)
    this.#style = known?.print === undefined ? known : undefined
    this.#locale = locale
    this.#numbers = new Map(order.map(({key, number}) => [key, number]))
    const compared = cache.memoize(
      PrintedWorksCheck,
      () => new Map<string, WeakMap<readonly PhrasingContent[], Reference>>(),
    )
    this.#compared = compared.get(style) ?? new WeakMap()
    compared.set(style, this.#compared)
  }

  isEntry(reference: Reference, content: readonly PhrasingContent[]): boolean {
    if (this.#style === undefined) return true
    if (this.#compared.get(content) === reference) return true
    const isSame = JSON.stringify(content) === JSON.stringify(this.#style.entry(reference, this.#locale))
    if (isSame) this.#compared.set(content, reference)
    return isSame
  }

  isCluster({items}: Citation, {parts, calls}: NumberedCitation): boolean {
    const keys = new Set(items.map(({key}) => key))
    const isTheirs = (key: string): boolean => keys.has(key)
    if (
      !parts.every(part => part.type === 'text' || isTheirs(part.key)) ||
      ![...calls.keys()].every(isTheirs)
    )
      return false
    if (this.#style === undefined) return true
    const printed = this.#clusterOf(items)
    return parts.length === printed.length && parts.every((part, index) => isSamePart(part, printed[index]))
  }

  #clusterOf(items: Citation['items']): NumberedCitation['parts'] {
    const numbered = items.map(({key, locator}): NumberedItem => {
      const number = this.#numbers.get(key) ?? 0
      return locator === undefined ? {key, number} : {key, number, locator}
    })
    return this.#style?.cluster(numbered) ?? []
  }
}

function isSamePart(part: ClusterPart, other: ClusterPart | undefined): boolean {
  if (part.value !== other?.value) return false
  if (part.type === 'text' || other.type === 'text') return part.type === other.type
  return part.key === other.key && part.number === other.number
}
