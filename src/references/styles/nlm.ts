import type {CitationStyle, Reference} from '../../document/index.ts'
import {printRuns, runsOf, sorted} from './clusters.ts'
import {formatDate} from './dates.ts'
import {encodeDoi, formatEntry} from './entry.ts'
import {shortRange} from './pages.ts'
import {link, type Part, text} from './sentences.ts'

/**
 * The style of the National Library of Medicine, citation-sequence: numbers in round brackets, journals by their short
 * titles with the full date, shortened page ranges, and the numbers of PubMed.
 *
 * @see https://www.ncbi.nlm.nih.gov/books/NBK7256/ (Citing Medicine, 2nd edition)
 */
export const nlm: CitationStyle = {
  id: 'nlm',
  cluster: items => printRuns(runsOf(sorted(items)), {open: '(', close: ')', delimiter: ','}),
  entry: reference => formatEntry(reference, {journal, access}),
}

/** The same under the name that journals know it by. */
export const vancouver: CitationStyle = {...nlm, id: 'vancouver'}

function journal(reference: Reference): readonly Part[] {
  const {volume, issue, page} = reference
  const container = reference['container-title-short'] ?? reference['container-title'] ?? ''
  const where = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`
  const pages = page === undefined ? '' : shortRange(page)
  const date = [formatDate(reference.issued), reference.status].filter(Boolean).join(' ')
  const place = [where, pages].filter(Boolean).join(where === '' ? '' : ':')
  return [container, [date, place].filter(Boolean).join(';')]
}

/** `doi:… PubMed PMID: …; PubMed Central PMCID: …`, which only the last ends with a full stop. */
function access({DOI, PMID, PMCID, URL, accessed}: Reference): readonly Part[] {
  const numbers = [
    ...(PMID === undefined ? [] : [link(`PubMed PMID: ${PMID}`, `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`)]),
    ...(PMCID === undefined
      ? []
      : [link(`PubMed Central PMCID: ${PMCID}`, `https://pmc.ncbi.nlm.nih.gov/articles/${PMCID}/`)]),
  ]
  const [first, second] = numbers
  const listed = [
    ...(first === undefined ? [] : [first]),
    ...(second === undefined ? [] : [text('; '), second]),
  ]
  const parts: Part[] = DOI === undefined ? [] : [[link(`doi:${DOI}`, `https://doi.org/${encodeDoi(DOI)}`)]]
  if (listed.length > 0) parts.push([...listed, text('.')])
  if (parts.length > 0 || URL === undefined) return parts
  const seen = formatDate(accessed)
  return [[text('Available from: '), link(URL, URL)], seen === '' ? '' : `Cited ${seen}`]
}
