import type {CitationStyle} from '../../../language/index.ts'
import {printRuns, runsOf, sorted} from './clusters.ts'
import {printEntry} from './forms.ts'
import {numericForms} from './numeric-forms.ts'

/** Numbers in brackets, in order, runs of three or more as ranges: `[1–3, 5, section 12.1]`. */
export const numeric: CitationStyle = {
  id: 'numeric',
  cluster: items => printRuns(runsOf(sorted(items)), {open: '[', close: ']', delimiter: ', '}),
  entry: reference => printEntry(reference, numericForms),
}
