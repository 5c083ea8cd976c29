import type {PhrasingContent} from 'mdast'
import {type Reference, textToPhrasing} from '../../../language/index.ts'
import {formatNames} from './names.ts'
import {link, type SentencePart, text} from './sentences.ts'

/** Who made a work: authors, else editors with their title, else the authority behind it. */
export interface Makers {
  /** How many may stand there before the rest becomes `et al`; default: 6. */
  readonly most?: number
  /** How many are named where there are more; default: `most`. */
  readonly shown?: number
  /** Title of one editor and of several: `editor`, `editors`. */
  readonly editors: readonly [one: string, several: string]
}

export function makersOf(reference: Reference, makers: Makers): string {
  const {most = 6, shown = most} = makers
  const authors = formatNames(reference.author, most, shown)
  return authors || editorsOf(reference, makers) || reference.authority || ''
}

/** `Brunton LL, Knollmann BC, editors`; nothing where there is no editor. */
export function editorsOf({editor = []}: Reference, {most = 6, shown = most, editors}: Makers): string {
  const names = formatNames(editor, most, shown)
  return names === '' ? '' : `${names}, ${editors[editor.length === 1 ? 0 : 1]}`
}

/** `In: Brunton LL, editor. *Book*`. */
export function inBook(reference: Reference, makers: Makers): SentencePart {
  const editors = editorsOf(reference, makers)
  return [text(editors === '' ? 'In: ' : `In: ${editors}. `), ...emphasis(reference['container-title'] ?? '')]
}

/** What the work is called; a work without a title by what it stands in, and at last by its id. */
export function titleOf(reference: Reference): string {
  return reference.title ?? reference['container-title'] ?? reference.id
}

/** `13th ed`; an edition that is more than a number as it is written. */
export function editionOf({edition}: Reference): string {
  if (edition === undefined) return ''
  return /^\d+$/.test(edition) ? `${ordinal(Number(edition))} ed` : edition
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13
  return `${value}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`
}

export function versionOf({version}: Reference): string {
  return version === undefined ? '' : `Version ${version}`
}

/** `Place: Publisher`, as much of it as there is. */
export function imprintOf(reference: Reference): string {
  return [reference['publisher-place'], reference.publisher].filter(Boolean).join(': ')
}

/** Parts joined where there are both, without a mark left over where one is missing. */
export function joined(mark: string, ...parts: readonly string[]): string {
  return parts.filter(Boolean).join(mark)
}

/** `doi:10.1056/NEJMoa1413513`, as a link to its resolver. */
export function doiLink(doi: string): PhrasingContent {
  return link(`doi:${doi}`, doiUrl(doi))
}

/** A DOI may hold `<`, `#` or `?`, which a URL's path may not. */
export function doiUrl(doi: string): string {
  return `https://doi.org/${doi.split('/').map(encodeURIComponent).join('/')}`
}

/** A link to the record in PubMed, under a name that stands before the number. */
export function pubmedLink(name: string, pmid: string): PhrasingContent {
  return link(`${name}${pmid}`, pubmedUrl(pmid))
}

function pubmedUrl(pmid: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
}

/** The same for the full text in PubMed Central. */
export function pmcLink(name: string, pmcid: string): PhrasingContent {
  return link(`${name}${pmcid}`, pmcUrl(pmcid))
}

function pmcUrl(pmcid: string): string {
  return `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`
}

export function urlLink(url: string): PhrasingContent {
  return link(url, url)
}

export function emphasis(value: string): readonly PhrasingContent[] {
  return value === '' ? [] : [{type: 'emphasis', children: textToPhrasing(value)}]
}
