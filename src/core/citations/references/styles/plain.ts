import type {CitationStyle} from '../../../language/index.ts'
import {printRuns, sorted} from './clusters.ts'
import {printEntry} from './forms.ts'
import {numericForms} from './numeric-forms.ts'

/** Bare numbers, each for itself, a locator in brackets: `3, 4 (p. 5), 6`. */
export const plain: CitationStyle = {
  id: 'plain',
  cluster: items =>
    printRuns(
      sorted(items).map(item => [item]),
      {delimiter: ', ', locator: locator => ` (${locator})`},
    ),
  entry: reference => printEntry(reference, numericForms),
}
