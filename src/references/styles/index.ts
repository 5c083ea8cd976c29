import type {CitationStyle} from '../../document/index.ts'
import {nlm, vancouver} from './nlm.ts'
import {numeric} from './numeric.ts'
import {plain} from './plain.ts'

/** THE table of citation styles. */
export const styles: ReadonlyMap<string, CitationStyle> = new Map(
  [numeric, plain, nlm, vancouver].map(style => [style.id, style]),
)
