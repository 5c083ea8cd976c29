import type {CitationStyle, CslDate, Reference} from '../../document/index.ts'
import {printRuns, runsOf, sorted} from './clusters.ts'
import {formatYear} from './dates.ts'
import {encodeDoi, formatEntry} from './entry.ts'
import {fullRange} from './pages.ts'
import {link, type Part, text} from './sentences.ts'

/**
 * The style of the American Medical Association: raised numbers, three authors where there are more than six, whole page
 * ranges, the DOI last and without a full stop.
 *
 * @see AMA Manual of Style, 11th edition, chapter 3
 */
export const ama: CitationStyle = {
  id: 'ama',
  raised: true,
  cluster: items =>
    printRuns(runsOf(sorted(items)), {
      delimiter: ',',
      range: '-',
      locator: locator => `(${locator.replace(/^p\. /, 'p')})`,
    }),
  entry: reference => formatEntry(reference, {journal, access, authors: {most: 6, shown: 3}}),
}

function journal(reference: Reference): readonly Part[] {
  const {volume, issue, page, issued} = reference
  const container = reference['container-title-short'] ?? reference['container-title'] ?? ''
  const pages = page === undefined ? '' : fullRange(page)
  const name: Part = [{type: 'emphasis', children: [text(container)]}]
  if (volume === undefined && issue === undefined) {
    const online = `Published online ${longDate(issued)}`
    return [name, pages === '' ? online : `${online}:${pages}`]
  }
  const place = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}${pages === '' ? '' : `:${pages}`}`
  return [name, [formatYear(issued), place].filter(Boolean).join(';')]
}

function access({DOI, URL, accessed}: Reference): readonly Part[] {
  if (DOI !== undefined) return [[link(`doi:${DOI}`, `https://doi.org/${encodeDoi(DOI)}`)]]
  if (URL === undefined) return []
  const seen = longDate(accessed)
  return [...(seen === '' ? [] : [`Accessed ${seen}`]), [link(URL, URL)]]
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
