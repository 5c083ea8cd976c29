import type {PhrasingContent} from 'mdast'
import type {Reference} from '../../document/index.ts'
import {formatDate, formatYear} from './dates.ts'
import {formatNames} from './names.ts'
import {link, locate, type Part, sentences, text} from './sentences.ts'

/** What styles print in their own way. */
export interface EntryForm {
  /** Journal, date and place of an article. */
  readonly journal: (reference: Reference) => readonly Part[]
  /** How to get there. */
  readonly access: (reference: Reference) => readonly Part[]
  /** How many authors may stand there, and how many are named where there are more; default: 6 and 6. */
  readonly authors?: {readonly most: number; readonly shown: number}
}

const common: EntryForm = {
  journal: reference => [
    emphasis(reference['container-title-short'] ?? reference['container-title']),
    issueOf(reference),
  ],
  access,
}

/** One reference as phrasing: who, what, where, when, and how to get there. */
export function formatEntry(reference: Reference, form: EntryForm = common): PhrasingContent[] {
  const {most = 6, shown = most} = form.authors ?? {}
  const who = formatNames(reference.author, most, shown) || reference.authority || ''
  const editors = formatNames(reference.editor)
  const title = reference.title ?? reference['container-title'] ?? reference.id
  return sentences([
    who || (editors && `${editors}, editors`),
    title,
    ...publication(reference, who === '' ? '' : editors, form),
    ...form.access(reference),
  ])
}

function publication(reference: Reference, editors: string, form: EntryForm): readonly Part[] {
  const container = reference['container-title']
  switch (reference.type) {
    case 'article-journal':
    case 'article-magazine':
    case 'article-newspaper':
    case 'review':
      return form.journal(reference)
    case 'chapter':
    case 'entry':
    case 'entry-encyclopedia':
    case 'paper-conference':
      return [
        [text('In: '), ...(editors ? [text(`${editors}, editors. `)] : []), ...emphasis(container)],
        edition(reference),
        publisherOf(reference),
        reference.page === undefined ? '' : `p. ${reference.page.replace(/-+/g, '–')}`,
      ]
    case 'article':
      return [
        `${reference.publisher ?? container ?? ''}${reference.genre ? ` [${reference.genre}]` : ' [preprint]'}`,
        formatDate(reference.issued),
      ]
    case 'dataset':
    case 'software':
      return [version(reference), `[${reference.type}]`, publisherOf(reference)]
    case 'webpage':
    case 'post':
    case 'post-weblog':
      return [emphasis(container), reference.publisher ?? '', formatDate(reference.issued)]
    default:
      return [
        edition(reference),
        reference.genre ?? '',
        numberOf(reference),
        version(reference),
        publisherOf(reference),
      ]
  }
}

function issueOf(reference: Reference): string {
  const date = formatDate(reference.issued)
  const place = locate(reference.volume, reference.issue, reference.page)
  if (place === '') return [date, reference.status].filter(Boolean).join(' ')
  const year = formatYear(reference.issued)
  return year === '' ? place : `${year};${place}`
}

function publisherOf(reference: Reference): string {
  const publisher = [reference['publisher-place'], reference.publisher].filter(Boolean).join(': ')
  return [publisher, formatDate(reference.issued)].filter(Boolean).join('; ')
}

function edition({edition: value}: Reference): string {
  if (value === undefined) return ''
  return /^\d+$/.test(value) ? `${ordinal(Number(value))} ed` : value
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

function version({version: value}: Reference): string {
  return value === undefined ? '' : `Version ${value}`
}

function numberOf({number: value}: Reference): string {
  return value === undefined ? '' : /^\d+$/.test(value) ? `No. ${value}` : value
}

/** DOI and PubMed where there are any, else the URL with the day when it was seen. */
function access({DOI, PMID, PMCID, URL, accessed}: Reference): readonly Part[] {
  const parts: Part[] = []
  if (DOI !== undefined) parts.push([link(`doi:${DOI}`, `https://doi.org/${encodeDoi(DOI)}`)])
  if (PMID !== undefined) parts.push([link(`PMID: ${PMID}`, `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`)])
  else if (PMCID !== undefined) parts.push([link(PMCID, `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`)])
  if (parts.length > 0 || URL === undefined) return parts
  const seen = formatDate(accessed)
  return [[link(URL, URL)], seen === '' ? '' : `Accessed ${seen}`]
}

/** A DOI may hold `<`, `#` or `?`, which a URL's path may not. */
export function encodeDoi(doi: string): string {
  return doi.split('/').map(encodeURIComponent).join('/')
}

function emphasis(value: string | undefined): PhrasingContent[] {
  return value === undefined || value === '' ? [] : [{type: 'emphasis', children: [text(value)]}]
}
