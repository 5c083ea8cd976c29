import type {CslDate, Reference} from '../../../language/index.ts'
import {formatYear} from './dates.ts'
import type {Forms} from './forms.ts'
import {fullRange} from './pages.ts'
import {
  doiLink,
  editionOf,
  emphasis,
  inBook,
  joined,
  type Makers,
  makersOf,
  titleOf,
  urlLink,
  versionOf,
} from './parts.ts'
import type {SentencePart} from './sentences.ts'

const makers: Makers = {most: 6, shown: 3, editors: ['ed', 'eds']}

/**
 * The forms of the AMA Manual of Style, 11th edition, by section. Publishers stand without their place.
 *
 * @see AMA Manual of Style, 11th edition, 3.11 to 3.15
 */
export const amaForms: Forms = {
  // 3.11.1 to 3.11.4; without volume and issue, the day when it came out online.
  article: reference => [...opening(reference), ...journal(reference), ...access(reference)],
  // 3.11.4.1
  preprint: reference => [
    ...opening(reference),
    emphasis(reference.publisher ?? reference['container-title'] ?? ''),
    joined(' ', 'Preprint posted online', longDate(reference.issued)),
    ...access(reference),
  ],
  // 3.12.1 to 3.12.9, 3.13.8 (theses)
  book: reference => [
    makersOf(reference, makers),
    emphasis(titleOf(reference)),
    editionOf(reference),
    reference.genre ?? '',
    published(reference),
    ...access(reference),
  ],
  // 3.12.4
  chapter: reference => [
    makersOf({...reference, editor: []}, makers),
    titleOf(reference),
    inBook(reference, makers),
    editionOf(reference),
    joined(':', published(reference), reference.page === undefined ? '' : fullRange(reference.page)),
    ...access(reference),
  ],
  // 3.13.2: reports and guidelines of agencies and societies
  report: reference => [
    makersOf(reference, makers),
    emphasis(titleOf(reference)),
    editionOf(reference),
    versionOf(reference),
    published(reference),
    reference.number === undefined ? '' : `${reference.genre ?? 'Publication'} ${reference.number}`,
    ...access(reference),
  ],
  // 3.13.6: package inserts
  label: reference => [
    ...opening(reference),
    reference.genre ?? '',
    versionOf(reference),
    published(reference),
    ...access(reference),
  ],
  // 3.15.9.1: databases of trials
  trial: reference => [
    titleOf(reference),
    reference.number === undefined
      ? (reference['container-title'] ?? '')
      : `${reference['container-title'] ?? 'Clinical trial'} identifier: ${reference.number}`,
    dated('Updated', reference.issued),
    ...access(reference),
  ],
  // 3.15.3
  webpage: reference => [
    ...opening(reference),
    reference.title === undefined ? '' : (reference['container-title'] ?? ''),
    reference.publisher ?? '',
    longDate(reference.issued),
    ...access(reference),
  ],
  // 3.15.9
  dataset: reference => [
    ...opening(reference),
    versionOf(reference),
    reference.publisher ?? reference['container-title'] ?? '',
    longDate(reference.issued),
    ...access(reference),
  ],
}

function opening(reference: Reference): readonly SentencePart[] {
  return [makersOf(reference, makers), titleOf(reference)]
}

function journal(reference: Reference): readonly SentencePart[] {
  const {volume, issue, page, issued} = reference
  const container = reference['container-title-short'] ?? reference['container-title'] ?? ''
  const pages = page === undefined ? '' : fullRange(page)
  const name = emphasis(container)
  if (volume === undefined && issue === undefined)
    return [name, joined(':', `Published online ${longDate(issued)}`, pages)]
  const place = joined(':', `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`, pages)
  return [name, joined(';', formatYear(issued), place)]
}

function published(reference: Reference): string {
  return joined('; ', reference.publisher ?? '', formatYear(reference.issued))
}

function access({DOI, URL, accessed}: Reference): readonly SentencePart[] {
  if (DOI !== undefined) return [[doiLink(DOI)]]
  return URL === undefined ? [] : [dated('Accessed', accessed), [urlLink(URL)]]
}

function dated(word: string, date: CslDate | undefined): string {
  const written = longDate(date)
  return written === '' ? '' : `${word} ${written}`
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `November 1, 2018`, as much of it as is known. */
function longDate(date: CslDate | undefined): string {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return date?.literal ?? ''
  const name = month === undefined ? undefined : months[month - 1]
  return name === undefined ? String(year) : day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`
}
