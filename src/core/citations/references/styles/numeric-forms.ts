import type {Reference} from '../../../language/index.ts'
import {formatDate, formatYear} from './dates.ts'
import type {Forms} from './forms.ts'
import {
  doiLink,
  editionOf,
  emphasis,
  imprintOf,
  inBook,
  joined,
  type Makers,
  makersOf,
  pmcLink,
  pubmedLink,
  titleOf,
  urlLink,
  versionOf,
} from './parts.ts'
import {locate, type SentencePart} from './sentences.ts'

const makers: Makers = {editors: ['editor', 'editors']}

/** Our own forms, which `numeric` and `plain` print: who, what, where, when, and how to get there. */
export const numericForms: Forms = {
  article: reference => [
    ...opening(reference),
    emphasis(reference['container-title-short'] ?? reference['container-title'] ?? ''),
    issueOf(reference),
    ...access(reference),
  ],
  preprint: reference => [
    ...opening(reference),
    `${joined(' ', reference.publisher ?? reference['container-title'] ?? '', `[${reference.genre ?? 'preprint'}]`)}`,
    formatDate(reference.issued),
    ...access(reference),
  ],
  book: reference => [
    ...opening(reference),
    editionOf(reference),
    reference.genre ?? '',
    published(reference),
    ...access(reference),
  ],
  chapter: reference => [
    ...opening({...reference, editor: []}),
    inBook(reference, makers),
    editionOf(reference),
    published(reference),
    reference.page === undefined ? '' : `p. ${reference.page.replace(/-+/g, '–')}`,
    ...access(reference),
  ],
  report: reference => [
    ...opening(reference),
    editionOf(reference),
    joined(' ', reference.genre ?? '', numberOf(reference)),
    versionOf(reference),
    published(reference),
    ...access(reference),
  ],
  label: reference => [
    ...opening(reference),
    joined(' ', reference.genre ?? '', numberOf(reference)),
    versionOf(reference),
    published(reference),
    ...access(reference),
  ],
  trial: reference => [
    ...opening(reference),
    joined(' ', reference['container-title'] ?? '', reference.number ?? ''),
    formatDate(reference.issued),
    ...access(reference),
  ],
  webpage: reference => [
    ...opening(reference),
    emphasis(reference.title === undefined ? '' : (reference['container-title'] ?? '')),
    reference.publisher ?? '',
    formatDate(reference.issued),
    ...access(reference),
  ],
  dataset: reference => [
    ...opening(reference),
    versionOf(reference),
    `[${reference.type}]`,
    published(reference),
    ...access(reference),
  ],
}

function opening(reference: Reference): readonly SentencePart[] {
  return [makersOf(reference, makers), titleOf(reference)]
}

function issueOf(reference: Reference): string {
  const place = locate(reference.volume, reference.issue, reference.page)
  return place === ''
    ? joined(' ', formatDate(reference.issued), reference.status ?? '')
    : joined(';', formatYear(reference.issued), place)
}

function published(reference: Reference): string {
  return joined('; ', imprintOf(reference), formatDate(reference.issued))
}

function numberOf({number}: Reference): string {
  return number === undefined ? '' : /^\d+$/.test(number) ? `No. ${number}` : number
}

/** DOI and PubMed where there are any, else the URL with the day when it was seen. */
function access({DOI, PMID, PMCID, URL, accessed}: Reference): readonly SentencePart[] {
  const parts: SentencePart[] = []
  if (DOI !== undefined) parts.push([doiLink(DOI)])
  if (PMID !== undefined) parts.push([pubmedLink('PMID: ', PMID)])
  else if (PMCID !== undefined) parts.push([pmcLink('', PMCID)])
  if (parts.length > 0 || URL === undefined) return parts
  const seen = formatDate(accessed)
  return [[urlLink(URL)], seen === '' ? '' : `Accessed ${seen}`]
}
