import type {SelectedTerm} from '../document/index.ts'

/** Terms in the alphabetical order of a locale; those that are alike by id, so that the order is always the same. */
export function sortTerms(terms: readonly SelectedTerm[], locale: string): readonly SelectedTerm[] {
  const {compare} = new Intl.Collator(locale)
  return [...terms].sort((left, right) => compare(left.term, right.term) || (left.id < right.id ? -1 : 1))
}
