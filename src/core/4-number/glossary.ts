import {type Document, type SelectedTerm, withoutMarkup} from '../language/index.ts'

/**
 * Terms in the alphabetical order of a page's locale; those that are alike by id, so that the order is always
 * the same.
 */
export function sortTerms(
  terms: readonly SelectedTerm[],
  {cache, locale}: Document,
): readonly SelectedTerm[] {
  if (terms.length < 2) return terms
  const {compare} = cache.memoize(sortTerms, () => new Intl.Collator(locale)) // it takes long to make
  return [...terms].sort(
    (left, right) =>
      compare(withoutMarkup(left.term), withoutMarkup(right.term)) || (left.id < right.id ? -1 : 1),
  )
}
