import type {Labels, ReferenceGroup} from '../../document/index.ts'
import {arabic} from './arabic.ts'
import {english} from './english.ts'
import {spanish} from './spanish.ts'

/** Words that a project sets in place of the built-in ones: texts only, by the same keys. */
export type OwnLabels = Readonly<
  Record<string, {readonly labels?: Readonly<Record<string, unknown>> | undefined}>
>

/** THE table of languages. */
const languages: ReadonlyMap<string, Labels> = new Map([
  ['en', english],
  ['es', spanish],
  ['ar', arabic],
])

/**
 * The words of a locale: the project's own for it, then for its language, then the built-in ones of its language, then
 * English.
 *
 * @param locale BCP 47 tag.
 * @param own What the project sets.
 */
export function labelsFor(locale: string, own: OwnLabels = {}): Labels {
  const language = languageOf(locale)
  const builtIn = languages.get(language) ?? english
  const mine = {...own[language]?.labels, ...own[locale]?.labels}
  return Object.keys(mine).length === 0 ? builtIn : merge(builtIn, mine)
}

/** Texts replace texts, and maps are merged; words that are made from numbers stay as they are. */
function merge<T extends object>(base: T, own: Readonly<Record<string, unknown>>): T {
  const entries = Object.entries(base).map(([key, value]: [string, unknown]) => {
    const mine = own[key]
    if (typeof value === 'string' && typeof mine === 'string') return [key, mine]
    if (typeof value === 'object' && value !== null && typeof mine === 'object' && mine !== null)
      return [key, merge(value, mine as Record<string, unknown>)] // a map of texts
    return [key, value]
  })
  return Object.fromEntries(entries) as T // the same keys
}

/** CSL types of the built-in groups, in the order of the reference list. */
const groupTypes: readonly (readonly [string, readonly string[]])[] = [
  ['guideline', ['report', 'standard']],
  ['drug-label', ['pamphlet', 'regulation']],
  ['research', ['article-journal', 'paper-conference', 'review', 'thesis']],
  ['preprint', ['article']],
  ['trial', []],
  ['dataset', ['dataset', 'software']],
  ['book', ['book', 'chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia']],
  ['web', ['webpage', 'post', 'post-weblog']],
  ['other', []],
]

/** The built-in groups of the reference list, with their headings in a locale's language. */
export function referenceGroupsFor(locale: string): readonly ReferenceGroup[] {
  const labels = languages.get(languageOf(locale)) ?? english
  return groupTypes.map(([id, types]) => ({id, label: labels.referenceGroups[id] ?? id, types}))
}

function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? ''
}
