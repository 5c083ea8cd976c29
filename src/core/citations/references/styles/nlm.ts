import type {CitationStyle} from '../../../language/index.ts'
import {printRuns, runsOf, sorted} from './clusters.ts'
import {printEntry} from './forms.ts'
import {nlmForms} from './nlm-forms.ts'

/**
 * The style of the National Library of Medicine, citation-sequence: numbers in round brackets, journals by
 * their short titles with the full date, shortened page ranges, and the numbers of PubMed.
 *
 * @see https://www.ncbi.nlm.nih.gov/books/NBK7256/ (Citing Medicine, 2nd edition)
 */
export const nlm: CitationStyle = {
  id: 'nlm',
  cluster: items => printRuns(runsOf(sorted(items)), {open: '(', close: ')', delimiter: ','}),
  entry: reference => printEntry(reference, nlmForms),
}

/** The same under the name that journals know it by. */
export const vancouver: CitationStyle = {...nlm, id: 'vancouver'}
