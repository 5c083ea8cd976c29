import type {CiteprocCitation} from 'citeproc'
import type {CitedWorks, ClusterPart, PrintedWorks, Reference} from '../../core/language/index.ts'
import type {CitationForm} from './citation-form.ts'
import {type Engine, openEngine, toItem} from './engine.ts'
import type {CslLocale} from './locales.ts'
import {toLocator} from './locators.ts'
import {readMarks} from './marks.ts'
import {numberVariable, withOwnNumbers} from './own-numbers.ts'
import {printedText, toPhrasing} from './phrasing.ts'
import {merge, text} from './print-numbers.ts'
import {fallback} from './works.ts'
import type {XmlNode} from './xml.ts'

/**
 * Print all citations and the list of one variant with an engine of its own, in reading order: so years get
 * their letters, and later citations their short forms.
 */
export function printWorks(
  {clusters, references}: CitedWorks,
  style: XmlNode,
  form: CitationForm,
  locale: CslLocale,
): PrintedWorks {
  const works = new Map(references.map((reference, index) => [`w${index}`, reference]))
  const ids = new Map([...works].map(([id, reference]) => [reference.id, id]))
  const items = new Map([...works].map(([id, reference]) => [id, toItem(reference, id)]))
  const open = (from: XmlNode, numbers: ReadonlyMap<string, number>): Engine =>
    openEngine(from, locale, id => ({
      ...items.get(id),
      id,
      [numberVariable]: numbers.get(id)?.toString() ?? '',
    }))
  const numbered = withOwnNumbers(style)
  const inOrder = numbered === style ? [] : open(numbered, new Map()).updateItems([...works.keys()])
  const engine = open(numbered, new Map(inOrder.map((id, index) => [id, index + 1])))
  const citations = clusters.map((cluster, index): CiteprocCitation => {
    const citationItems = cluster.flatMap(({key, locator}) => {
      const id = ids.get(key)
      return id === undefined ? [] : [{id, ...toLocator(locator, form, engine)}]
    })
    return {citationID: `c${index}`, citationItems, properties: {noteIndex: form.note ? index + 1 : 0}}
  })
  const full = citations.filter(({citationItems}) => citationItems.length > 0)
  const printed = new Map(
    engine.rebuildProcessorState(full, 'text', [...works.keys()]).map(([id, , value]) => [id, value]),
  )
  const entries = entriesOf(engine, works)
  const places = new Map(entries.map(({id}, index) => [id, index + 1]))
  return {
    clusters: citations.map(({citationID}) => {
      const parts = cut(printed.get(citationID) ?? '', works, places)
      return parts.length === 0 ? [] : enclose(parts, form)
    }),
    entries: entries.map(({key, content}) => ({key, content})),
  }
}

/**
 * The list in the style's order. A style without a list gives what it prints of a work that is cited alone.
 */
function entriesOf(engine: Engine, works: ReadonlyMap<string, Reference>) {
  const printed = new Map<string, string>()
  for (const value of (engine.makeBibliography() || [])[1] ?? []) {
    const id = readMarks(value)[0]?.names[0]?.slice('entry:'.length)
    if (id !== undefined) printed.set(id, value)
  }
  const missing = [...works.keys()].filter(id => !printed.has(id))
  for (const id of missing) printed.set(id, engine.makeCitationCluster([{id}]))
  return [...printed].flatMap(([id, value]) => {
    const reference = works.get(id)
    if (reference === undefined) return []
    const content = toPhrasing(value)
    return [{id, key: reference.id, content: content.length > 0 ? content : fallback(reference)}]
  })
}

/** Cut a cluster into what belongs to one work, and what stands between. */
function cut(
  marked: string,
  works: ReadonlyMap<string, Reference>,
  places: ReadonlyMap<string, number>,
): readonly ClusterPart[] {
  const parts: ClusterPart[] = []
  for (const piece of readMarks(marked)) {
    const id = piece.names.find(name => name.startsWith('cite:'))?.slice('cite:'.length) ?? ''
    const key = works.get(id)?.id
    const number = places.get(id)
    const value = printedText(piece)
    const last = parts.at(-1)
    if (key === undefined || number === undefined) parts.push(text(value))
    else if (last?.type === 'link' && last.key === key)
      parts[parts.length - 1] = {...last, value: last.value + value}
    else parts.push({type: 'link', key, number, value})
  }
  return parts
}

/** Around the cluster, with no second full stop. citeproc leaves this to us where it marks the cites. */
function enclose(parts: readonly ClusterPart[], {prefix, suffix}: CitationForm): readonly ClusterPart[] {
  const isEnded = /[.!?]$/.test(parts.at(-1)?.value ?? '')
  return merge([text(prefix), ...parts, text(isEnded && suffix.startsWith('.') ? suffix.slice(1) : suffix)])
}
