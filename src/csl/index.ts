import type {CitationStyle, CitedWorks, ClusterPart, PrintedWorks, Reference} from '../document/index.ts'
import {printRuns, runsOf, sorted} from '../references/styles/clusters.ts'
import {CslError, type CslSource, type Engine, listOf, openEngine} from './engine.ts'
import {EntryPrinter} from './entry-printer.ts'
import {type Marked, readMarks, toPhrasing, wordsOf} from './marks.ts'
import {languageOf, readStyle, type StyleFacts} from './read-style.ts'
import {clusterSettings, toLocator} from './settings.ts'

export {CslError}

/** A CSL style as a user has it on disk. */
export interface CslFiles {
  /** Id that `citationStyle` knows it by. */
  readonly id: string
  /** Text of a `.csl` file. */
  readonly style: string
  /** Text of one or more locale files (`locales-en-US.xml`). */
  readonly locales: string | readonly string[]
}

/**
 * Any CSL style as a citation style: citeproc formats, Parlance numbers.
 *
 * A numeric style's entries are formatted once each, without numbers; numbers, order and ranges of clusters are ours. Any other
 * style prints each variant as a whole, since what an author-date citation says depends on what else is cited.
 *
 * @throws {CslError} For a text that is no independent CSL style, a style whose citations are notes, or a missing locale.
 * @see https://docs.citationstyles.org/en/stable/specification.html
 */
export function cslStyle({id, style, locales}: CslFiles): CitationStyle {
  const facts = readStyle(id, style)
  const source: CslSource = {id, style, locales: localesOf(id, locales)}
  openEngine(source, new Map(), 'en-US') // an unreadable style is told now, not at the first page
  return facts.numeric ? numericStyle(source, facts) : wholeStyle(source, facts)
}

function numericStyle(source: CslSource, {sortsList}: StyleFacts): CitationStyle {
  const settings = clusterSettings(source, 'en-US')
  const printer = new EntryPrinter(source)
  return {
    id: source.id,
    ...(settings.raised && {raised: true}),
    ...(settings.dropsLocators && {dropsLocators: true}),
    cluster: items => {
      const ordered = settings.sorts ? sorted(items) : items
      return printRuns(settings.collapses ? runsOf(ordered) : ordered.map(item => [item]), settings)
    },
    entry: (reference, locale) => printer.print(reference, locale),
    ...(sortsList && {
      order: (references: readonly Reference[], locale: string) =>
        listOf(engineFor(source, references, locale)).map(({key}) => key),
    }),
  }
}

function wholeStyle(source: CslSource, facts: StyleFacts): CitationStyle {
  const printer = new EntryPrinter(source)
  return {
    id: source.id,
    cluster: () => [],
    entry: (reference, locale) => printer.print(reference, locale),
    print: (cited, locale) => printWhole(source, facts, cited, locale),
  }
}

function engineFor(source: CslSource, references: readonly Reference[], locale: string): Engine {
  const engine = openEngine(source, new Map(references.map(work => [work.id, work])), locale)
  engine.updateItems(references.map(({id}) => id))
  return engine
}

/** Citations in reading order, then the list: only so can works of one author and year be told apart. */
function printWhole(
  source: CslSource,
  {prefix, suffix}: StyleFacts,
  {clusters, references}: CitedWorks,
  locale: string,
): PrintedWorks {
  const engine = engineFor(source, references, locale)
  engine.opt.development_extensions.apply_citation_wrapper = true // marks each cite; affixes of the cluster are then ours
  const citations = clusters.map((items, index) => ({
    citationID: String(index),
    citationItems: items.map(({key, locator}) => ({
      id: key,
      ...(locator !== undefined && toLocator(locator)),
    })),
    properties: {noteIndex: 0},
  }))
  const printed = new Map(
    engine.rebuildProcessorState(citations, 'parlance').map(([id, , text]) => [id, text]),
  )
  const entries = listOf(engine)
  const places = new Map(entries.map(({key}, index) => [key, index + 1]))
  return {
    clusters: clusters.map((_, index) => {
      const parts = partsOf(readMarks(printed.get(String(index)) ?? ''), places)
      return parts.length === 0 ? [] : [...affix(prefix), ...parts, ...affix(suffix)]
    }),
    entries: entries.map(({key, text}) => ({key, content: toPhrasing(readMarks(text))})),
  }
}

function affix(value: string): readonly ClusterPart[] {
  return value === '' ? [] : [{type: 'text', value}]
}

/** Cites as links, what stands between them as text. */
function partsOf(marked: readonly Marked[], places: ReadonlyMap<string, number>): readonly ClusterPart[] {
  return marked.flatMap((node): readonly ClusterPart[] => {
    if (typeof node === 'string') return [{type: 'text', value: node}]
    const key = node.kind.startsWith('cite ') ? decodeURIComponent(node.kind.slice(5)) : undefined
    if (key === undefined) return partsOf(node.children, places)
    const value = wordsOf(node.children)
    return value === '' ? [] : [{type: 'link', key, number: places.get(key) ?? 0, value}]
  })
}

function localesOf(id: string, locales: string | readonly string[]): ReadonlyMap<string, string> {
  const texts = typeof locales === 'string' ? [locales] : locales
  if (texts.length === 0)
    throw new CslError(`The style \`${id}\` needs a locale, such as \`locales-en-US.xml\``)
  return new Map(texts.map(text => [languageOf(id, text), text]))
}
