import type {CitationStyle} from '../../document/index.ts'
import {printRuns, sorted} from './clusters.ts'
import {formatEntry} from './entry.ts'

/** Bare numbers, each for itself: `3, 4, 5, 6`. */
export const plain: CitationStyle = {
  id: 'plain',
  cluster: items =>
    printRuns(
      sorted(items).map(item => [item]),
      {delimiter: ', '},
    ),
  entry: reference => formatEntry(reference),
}
