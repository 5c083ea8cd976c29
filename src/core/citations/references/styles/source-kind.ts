import type {Reference} from '../../../language/index.ts'

/** Kinds of source that a style distinguishes: each has a form of its own. */
export type SourceKind =
  | 'article'
  | 'preprint'
  | 'book'
  | 'chapter'
  | 'report'
  | 'label'
  | 'trial'
  | 'webpage'
  | 'dataset'

/** Kinds by CSL type; any other type is printed like a report: author, title, publisher, date. */
const byType: ReadonlyMap<string, SourceKind> = new Map([
  ['article-journal', 'article'],
  ['article-magazine', 'article'],
  ['article-newspaper', 'article'],
  ['review', 'article'],
  ['review-book', 'article'],
  ['article', 'preprint'],
  ['book', 'book'],
  ['thesis', 'book'],
  ['chapter', 'chapter'],
  ['entry', 'chapter'],
  ['entry-dictionary', 'chapter'],
  ['entry-encyclopedia', 'chapter'],
  ['paper-conference', 'chapter'],
  ['webpage', 'webpage'],
  ['post', 'webpage'],
  ['post-weblog', 'webpage'],
  ['dataset', 'dataset'],
  ['software', 'dataset'],
])

/**
 * Numbers of trial registries: ClinicalTrials.gov, ISRCTN, EudraCT, Australia and New Zealand, the WHO's
 * universal number.
 *
 * @see https://www.who.int/tools/clinical-trials-registry-platform/network/primary-registries
 */
const trialNumber = /^(?:NCT\d{8}|ISRCTN\d{8}|\d{4}-\d{6}-\d{2}(?:-\d{2})?|ACTRN\d{14}p?|U\d{4}-\d{4}-\d{4})$/

/** How a drug label calls itself, in its genre or at the end of its title. */
const labelName =
  /(?:prescribing information|package (?:insert|leaflet)|product (?:information|characteristics))$/i

/**
 * The kind of a source. CSL has no type for drug labels and trial registrations: the name of the one and the
 * number of the other distinguish them from pages and reports. `kind` says where a work is listed, and
 * changes nothing of what is printed.
 */
export function sourceKind({type, number = '', genre = '', title = ''}: Reference): SourceKind {
  const kind = byType.get(type) ?? 'report'
  if (kind !== 'report' && kind !== 'webpage' && kind !== 'dataset') return kind
  if (trialNumber.test(number)) return 'trial'
  return kind === 'report' && (labelName.test(genre) || labelName.test(title)) ? 'label' : kind
}
