import type {CitationStyle} from '../../document/index.ts'
import {bracket, runsOf, sorted} from './clusters.ts'
import {formatEntry} from './entry.ts'

/** Numbers in brackets, in order, runs of three or more as ranges: `[1–3, 5, section 12.1]`. */
export const numeric: CitationStyle = {
  id: 'numeric',
  cluster: items => bracket(runsOf(sorted(items)), '[', ']', ', '),
  entry: reference => formatEntry(reference),
}
