import type {CiteprocCite} from 'citeproc'
import type {CitationForm} from './citation-form.ts'
import type {Engine} from './engine.ts'

/** CSL's names of places in a work, and how authors write them. */
const written: Readonly<Record<string, string>> = {
  page: 'pp?|pgs?|pages?',
  section: '§§?|secs?|sects?|sections?',
  chapter: 'chs?|chaps?|chapters?',
  figure: 'figs?|figures?',
  table: 'tabs?|tables?',
  paragraph: '¶¶?|paras?|paragraphs?',
  part: 'pts?|parts?',
  column: 'cols?|columns?',
  line: 'll?|lines?',
  note: 'nn?|notes?',
  volume: 'vols?|volumes?',
  appendix: 'apps?|appendix|appendices',
}

const patterns = Object.entries(written).map(
  ([label, words]) => [label, new RegExp(`^(?:${words})(?:\\.\\s*|\\s+|(?=\\d))(?=\\S)`, 'i')] as const,
)

/**
 * A locator for citeproc. Its words are the author's where the style or the locale has none for that kind of
 * place.
 *
 * @param locator `p. 5`, `section 12.1`, `Table S2`; a number alone is a page, as CSL has it.
 */
export function toLocator(
  locator: string | undefined,
  {locators, locatorLabels}: CitationForm,
  engine: Engine,
): Pick<CiteprocCite, 'locator' | 'label' | 'suffix'> {
  if (locator === undefined) return {}
  if (!locators) return {suffix: unplaced(locator)}
  if (/^\d/.test(locator)) return {label: 'page', locator}
  const [label, pattern] = patterns.find(([, words]) => words.test(locator)) ?? []
  const isSaid = locatorLabels ? label !== undefined && engine.getTerm(label) !== undefined : label === 'page'
  return label === undefined || pattern === undefined || !isSaid
    ? {label: 'custom', locator}
    : {label, locator: locator.replace(pattern, '')}
}

/** A locator in a style that has no place for one: what an author wrote is not dropped. */
export function unplaced(locator: string): string {
  return `, ${locator}`
}
