import type {CitationStyle} from '../../document/index.ts'
import {bracket, sorted} from './clusters.ts'
import {formatEntry} from './entry.ts'

/** Bare numbers, each for itself: `3, 4, 5, 6`. */
export const plain: CitationStyle = {
  id: 'plain',
  cluster: items =>
    bracket(
      sorted(items).map(item => [item]),
      '',
      '',
      ', ',
    ),
  entry: reference => formatEntry(reference),
}
