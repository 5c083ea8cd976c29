import type {Reference} from '../../language/index.ts'

/** Variables of which one at least is needed. */
type Need = readonly string[]

const title: Need = ['title']
const date: Need = ['issued', 'status']
const way: Need = ['DOI', 'URL']

/**
 * What a reader needs to find a work, by CSL type: Citing Medicine's required elements, as far as references
 * commonly have them.
 *
 * @see https://www.ncbi.nlm.nih.gov/books/NBK7256/
 */
const needs: ReadonlyMap<string, readonly Need[]> = new Map([
  ['article-journal', [title, ['container-title', 'container-title-short'], date]],
  ['article-magazine', [title, ['container-title'], date]],
  ['article-newspaper', [title, ['container-title'], date]],
  ['article', [title, ['publisher', 'container-title'], date, way]],
  ['book', [title, ['publisher'], date]],
  ['chapter', [title, ['container-title'], ['publisher'], date]],
  ['paper-conference', [title, ['container-title', 'event-title'], date]],
  ['report', [title, ['publisher', 'author', 'authority'], date]],
  ['thesis', [title, ['author'], ['publisher'], date]],
  ['webpage', [title, ['URL']]],
  ['post-weblog', [title, ['URL']]],
  ['dataset', [title, ['publisher', 'container-title', 'author'], way]],
  ['software', [title, ['publisher', 'author', 'URL']]],
])

/**
 * What a reference lacks that works of its type need: each an only choice, or several of which one would do.
 *
 * @example
 * missingVariables({id: 'a', type: 'article-journal', title: 'A'})
 * // [['container-title', …], ['issued', …]]
 */
export function missingVariables(reference: Reference): readonly (readonly string[])[] {
  const found = needs.get(reference.type) ?? [title]
  return found.filter(need => need.every(variable => reference[variable] === undefined))
}
