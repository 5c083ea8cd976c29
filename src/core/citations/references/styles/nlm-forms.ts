import type {Reference} from '../../../language/index.ts'
import {formatDate, formatYear} from './dates.ts'
import type {Forms} from './forms.ts'
import {shortRange} from './pages.ts'
import {
  doiLink,
  editionOf,
  editorsOf,
  imprintOf,
  joined,
  type Makers,
  makersOf,
  pmcLink,
  pubmedLink,
  titleOf,
  urlLink,
  versionOf,
} from './parts.ts'
import {type SentencePart, text} from './sentences.ts'

const makers: Makers = {editors: ['editor', 'editors']}

/**
 * The forms of Citing Medicine, 2nd edition, by chapter.
 *
 * @see https://www.ncbi.nlm.nih.gov/books/NBK7256/
 */
export const nlmForms: Forms = {
  // Chapters 1 and 23: journals by their short titles, with the full date; what is ahead of print says so
  // behind its DOI.
  article: reference => [
    makersOf(reference, makers),
    titleOf(reference),
    reference['container-title-short'] ?? reference['container-title'] ?? '',
    issueOf(reference),
    ...access(reference, reference.status),
  ],
  // PubMed's own form of preprints.
  preprint: reference => [
    makersOf(reference, makers),
    titleOf(reference),
    `${reference.publisher ?? reference['container-title'] ?? ''} [Preprint]`.trim(),
    joined(' ', formatDate(reference.issued), seen(reference)),
    ...access(reference),
  ],
  // Chapters 2, 5 (dissertations) and 22.
  book: reference => [
    makersOf(reference, makers),
    entitled(reference, reference.genre),
    editionOf(reference),
    published(reference, formatYear(reference.issued)),
    extent(reference),
    ...access(reference),
  ],
  // Chapter 2, Chapters.
  chapter: reference => [
    makersOf({...reference, editor: []}, makers),
    titleOf(reference),
    `In: ${joined('. ', editorsOf(reference, makers), reference['container-title'] ?? '')}`,
    editionOf(reference),
    published(reference, formatYear(reference.issued)),
    reference.page === undefined ? '' : `p. ${shortRange(reference.page)}`,
    ...access(reference),
  ],
  // Chapters 4 and 24: scientific and technical reports, guidelines among them.
  report: reference => [
    makersOf(reference, makers),
    entitled(reference, reference.genre),
    editionOf(reference),
    versionOf(reference),
    published(reference, formatDate(reference.issued)),
    reference.number === undefined ? '' : `${reference.genre ?? 'Report'} no.: ${reference.number}`,
    ...access(reference),
  ],
  label: reference => [
    makersOf(reference, makers),
    entitled(reference, reference.genre),
    versionOf(reference),
    published(reference, formatDate(reference.issued)),
    reference.number === undefined ? '' : `Label no.: ${reference.number}`,
    ...access(reference),
  ],
  // Chapter 24, Parts of databases: the registry, then the registration.
  trial: reference => [
    `${reference['container-title'] ?? reference.publisher ?? 'Clinical trial registry'} [Internet]`,
    reference['container-title'] === undefined ? '' : imprintOf(reference),
    joined(
      '; ',
      joined(
        ', ',
        reference.number === undefined ? '' : `Identifier ${reference.number}`,
        titleOf(reference),
      ),
      joined(' ', formatDate(reference.issued), seen(reference)),
    ),
    ...access(reference),
  ],
  // Chapter 25: a page of a site after the site, a site of its own by its title.
  webpage: reference => {
    const site = reference.title === undefined ? undefined : reference['container-title']
    const when = joined(' ', formatDate(reference.issued), seen(reference))
    return site === undefined
      ? [
          makersOf(reference, makers),
          entitled(reference),
          published(reference, formatDate(reference.issued)),
          ...access(reference),
        ]
      : [
          makersOf(reference, makers),
          `${site} [Internet]`,
          imprintOf(reference),
          joined('; ', titleOf(reference), when),
          ...access(reference),
        ]
  },
  dataset: reference => [
    makersOf(reference, makers),
    entitled(reference, reference.type),
    versionOf(reference),
    published(reference, formatDate(reference.issued)),
    ...access(reference),
  ],
}

function issueOf(reference: Reference): string {
  const {volume = '', issue, page, issued} = reference
  const where = `${volume}${issue === undefined ? '' : `(${issue})`}`
  const place = joined(where === '' ? '' : ':', where, page === undefined ? '' : shortRange(page))
  return joined(';', formatDate(issued), place)
}

/** Title with its type of work and, where one reads it online, its medium, in square brackets. */
function entitled(reference: Reference, genre = ''): string {
  return joined(
    ' ',
    titleOf(reference),
    genre === '' ? '' : `[${genre}]`,
    isOnline(reference) ? '[Internet]' : '',
  )
}

/** `London: NICE; 2018 Jul [cited 2024 Jan 5]`. */
function published(reference: Reference, date: string): string {
  return joined('; ', imprintOf(reference), joined(' ', date, seen(reference)))
}

/** `1440 p.`, where the number of pages is known. */
function extent({'number-of-pages': pages}: Reference): string {
  return typeof pages === 'string' || typeof pages === 'number' ? `${pages} p.` : ''
}

function isOnline({DOI, URL}: Reference): boolean {
  return URL !== undefined && DOI === undefined
}

function seen(reference: Reference): string {
  const date = formatDate(reference.accessed)
  return date === '' || !isOnline(reference) ? '' : `[cited ${date}]`
}

/**
 * `doi:… Epub ahead of print. PubMed PMID: …; PubMed Central PMCID: ….`; where there is none of these
 * numbers, the URL.
 */
function access({DOI, PMID, PMCID, URL}: Reference, status = ''): readonly SentencePart[] {
  const numbers = [
    ...(PMID === undefined ? [] : [pubmedLink('PubMed PMID: ', PMID)]),
    ...(PMCID === undefined ? [] : [pmcLink('PubMed Central PMCID: ', PMCID)]),
  ]
  const listed = numbers.flatMap((number, index) => (index === 0 ? [number] : [text('; '), number]))
  const isFound = DOI !== undefined || listed.length > 0
  return [
    DOI === undefined ? '' : [doiLink(DOI)],
    status,
    listed.length === 0 ? '' : [...listed, text('.')],
    isFound || URL === undefined ? '' : [text('Available from: '), urlLink(URL)],
  ]
}
