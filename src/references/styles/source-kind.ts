import type {Reference} from '../../document/index.ts'

/** What a style tells apart: each kind of source has a form of its own. */
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

/** Kinds by CSL type; any other type is printed like a report: who, what, which, by whom, when. */
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
 * Numbers of trial registries: ClinicalTrials.gov, ISRCTN, EudraCT, Australia and New Zealand, the WHO's universal number.
 *
 * @see https://www.who.int/tools/clinical-trials-registry-platform/network/primary-registries
 */
const trialNumber = /^(?:NCT\d{8}|ISRCTN\d{8}|\d{4}-\d{6}-\d{2}(?:-\d{2})?|ACTRN\d{14}p?|U\d{4}-\d{4}-\d{4})$/

/** The kind of a source: CSL has no type for drug labels and trial registrations, so `kind` and the number tell them. */
export function sourceKind({type, kind, number}: Reference): SourceKind {
  if (kind === 'drug-label') return 'label'
  if (kind === 'trial' || (number !== undefined && trialNumber.test(number))) return 'trial'
  return byType.get(type) ?? 'report'
}
