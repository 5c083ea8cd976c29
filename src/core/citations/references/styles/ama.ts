import type {CitationStyle} from '../../../language/index.ts'
import {amaForms} from './ama-forms.ts'
import {printRuns, runsOf, sorted} from './clusters.ts'
import {printEntry} from './forms.ts'

/**
 * The style of the American Medical Association: raised numbers, three authors where there are more than six,
 * whole page ranges, the DOI last and without a full stop.
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
  entry: reference => printEntry(reference, amaForms),
}
