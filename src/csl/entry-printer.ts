import type {PhrasingContent} from 'mdast'
import type {Reference} from '../document/index.ts'
import {type CslSource, type Engine, listOf, openEngine} from './engine.ts'
import {readMarks, toPhrasing} from './marks.ts'

/** An engine that prints one work at a time. */
interface Desk {
  readonly engine: Engine
  readonly works: Map<string, Reference>
  /** How many works it has printed: each gets an id of its own, since the engine remembers what it knows of an id. */
  count: number
}

/**
 * Prints entries without their numbers, each once for a reference and a language: without its number an entry is the same in
 * every variant.
 */
export class EntryPrinter {
  readonly #source: CslSource
  readonly #desks = new Map<string, Desk>()
  readonly #printed = new WeakMap<Reference, Map<string, readonly PhrasingContent[]>>()

  constructor(source: CslSource) {
    const unnumbered = /<(?:text|number)\b[^>]*\bvariable="citation-number"[^>]*\/>/g
    this.#source = {...source, style: source.style.replace(unnumbered, '')}
  }

  print(reference: Reference, locale: string): PhrasingContent[] {
    const byLocale = this.#printed.get(reference) ?? new Map<string, readonly PhrasingContent[]>()
    this.#printed.set(reference, byLocale)
    const entry = byLocale.get(locale) ?? this.#make(reference, locale)
    byLocale.set(locale, entry)
    return [...entry]
  }

  #make(reference: Reference, locale: string): readonly PhrasingContent[] {
    const works = new Map<string, Reference>()
    const desk = this.#desks.get(locale) ?? {engine: openEngine(this.#source, works, locale), works, count: 0}
    this.#desks.set(locale, desk)
    const id = `work-${++desk.count}`
    desk.works.set(id, reference)
    desk.engine.updateItems([id])
    desk.works.delete(id)
    const [entry] = listOf(desk.engine)
    return toPhrasing(readMarks(entry?.text ?? ''))
  }
}
