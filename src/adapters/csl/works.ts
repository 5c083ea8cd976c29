import type {PhrasingContent} from 'mdast'
import {deepFreeze, type Reference} from '../../core/language/index.ts'
import type {CitationForm} from './citation-form.ts'
import {openEngine, toItem} from './engine.ts'
import type {CslLocale} from './locales.ts'
import {toLocator, unplaced} from './locators.ts'
import {hole, plainOf} from './marks.ts'
import {numberVariable, withOwnNumbers} from './own-numbers.ts'
import {toPhrasing} from './phrasing.ts'
import type {XmlNode} from './xml.ts'

/** Works of a numbered style, each by itself: what is printed of one does not depend on the others. */
export interface Works {
  /** Its entry without its number, frozen. */
  entry(reference: Reference): readonly PhrasingContent[]
  /** By the sort keys of the list; as given where they are equal. */
  sort(references: readonly Reference[]): readonly Reference[]
  /** What stands around the number of a cite. */
  cite(locator: string | undefined): CiteSurroundings
  /** Between the ends of a range. */
  readonly range: string
}

export interface CiteSurroundings {
  readonly before: string
  readonly after: string
}

interface Work {
  readonly content: readonly PhrasingContent[]
  readonly sortkeys: readonly string[]
}

/** Locators that are cached with what stands around them. */
const maxLocators = 1000

/** Opens a numbered style for one locale. Each work is formatted once, as long as its reference lives. */
export function openWorks(style: XmlNode, form: CitationForm, locale: CslLocale): Works {
  let item = {id: 'hole', system_id: 'hole', type: 'book', [numberVariable]: hole}
  const engine = openEngine(withOwnNumbers(style), locale, () => item)
  const works = new WeakMap<Reference, Work>()
  const cites = new Map<string | undefined, CiteSurroundings>()
  const probe = item

  const workOf = (reference: Reference): Work => {
    const known = works.get(reference)
    if (known !== undefined) return known
    item = {...toItem(reference, 'work'), system_id: 'work', type: reference.type, [numberVariable]: ''}
    engine.updateItems([])
    engine.updateItems(['work'])
    const [printed = ''] = (engine.makeBibliography() || [])[1] ?? []
    const content = toPhrasing(printed)
    const sortkeys = [...(engine.registry.registry.work?.sortkeys ?? [])]
    const work = deepFreeze({content: content.length > 0 ? content : fallback(reference), sortkeys})
    works.set(reference, work)
    return work
  }

  const surroundingsOf = (locator: string | undefined): CiteSurroundings => {
    item = probe
    engine.updateItems([])
    engine.updateItems(['hole'])
    const place = toLocator(locator, form, engine)
    const cite = {id: 'hole', ...(place.suffix === undefined && place)}
    const [before = '', after = ''] = plainOf(engine.makeCitationCluster([cite])).split(hole)
    return {
      before,
      after: locator !== undefined && place.suffix !== undefined ? unplaced(locator) + after : after,
    }
  }

  return {
    entry: reference => workOf(reference).content,
    sort: references => {
      const keyed = references.map((reference, seq) => ({reference, seq, ...workOf(reference)}))
      return keyed
        .sort((left, right) => engine.registry.sorter.compareKeys(left, right))
        .map(({reference}) => reference)
    },
    cite: locator => {
      const known = cites.get(locator)
      if (known !== undefined) return known
      if (cites.size >= maxLocators) cites.clear()
      const found = surroundingsOf(locator)
      cites.set(locator, found)
      return found
    },
    range: engine.getTerm('citation-range-delimiter') ?? '–',
  }
}

/** A work of which the style prints nothing. */
export function fallback({title, id}: Reference): PhrasingContent[] {
  return [{type: 'text', value: title ?? id}]
}
