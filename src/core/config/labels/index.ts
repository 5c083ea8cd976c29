import type {Audience, AudienceWords, Labels, ReferenceGroup} from '../../language/index.ts'
import {arabic, arabicAudiences} from './arabic.ts'
import {english} from './english.ts'
import {spanish, spanishAudiences} from './spanish.ts'

interface OwnWords {
  /** In place of the built-in labels, by the same keys. */
  readonly labels?: Readonly<Record<string, unknown>> | undefined
  /** By audience id. */
  readonly audiences?:
    | Readonly<Record<string, {readonly [field in keyof AudienceWords]?: string | undefined}>>
    | undefined
}

/** Words that a project sets, by locale or language. */
export type OwnLabels = Readonly<Record<string, OwnWords>>

interface Language {
  readonly labels: Labels
  /** What the built-in audiences are called. */
  readonly audiences: Readonly<Record<string, AudienceWords>>
}

/** THE table of languages. English audiences are the built-in ones themselves. */
const languages: ReadonlyMap<string, Language> = new Map([
  ['en', {labels: english, audiences: {}}],
  ['es', {labels: spanish, audiences: spanishAudiences}],
  ['ar', {labels: arabic, audiences: arabicAudiences}],
])

/**
 * The words of a locale: the project's own for it, then for its language, then the built-in ones of its
 * language, then English.
 *
 * @param locale BCP 47 tag.
 * @param own What the project sets.
 */
export function labelsFor(locale: string, own: OwnLabels = {}): Labels {
  const language = languageOf(locale)
  const builtIn = languages.get(language)?.labels ?? english
  const mine = {...own[language]?.labels, ...own[locale]?.labels}
  return Object.keys(mine).length === 0 ? builtIn : merge(builtIn, mine)
}

/**
 * What readers of a locale see of an audience: the project's words for the locale, for its language, those of
 * a built-in audience in that language, else the audience's own.
 *
 * @param isBuiltIn Whether the audience is one of the default ones.
 */
export function audienceWords(
  {id, label, description, disclaimer}: Audience,
  locale: string,
  isBuiltIn: boolean,
  own: OwnLabels = {},
): AudienceWords {
  const language = languageOf(locale)
  const layers = [
    {label, description, disclaimer},
    isBuiltIn ? languages.get(language)?.audiences[id] : undefined,
    own[language]?.audiences?.[id],
    own[locale]?.audiences?.[id],
  ]
  const words = layers.flatMap(layer => Object.entries(layer ?? {}).filter(([, text]) => text !== undefined))
  return Object.fromEntries(words) as unknown as AudienceWords // the first layer has a label
}

/** Labels that a project may set, by their path: `safety`, `callouts.note`. */
export function labelPaths(): readonly string[] {
  return Object.entries(english).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : Object.keys(value).map(below => `${key}.${below}`),
  )
}

/** Texts replace texts, and maps are merged. */
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
  const labels = languages.get(languageOf(locale))?.labels ?? english
  return groupTypes.map(([id, types]) => ({id, label: labels.referenceGroups[id] ?? id, types}))
}

function languageOf(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? ''
}
