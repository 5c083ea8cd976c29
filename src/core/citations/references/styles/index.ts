import type {CitationStyle} from '../../../language/index.ts'
import {ama} from './ama.ts'
import {nlm, vancouver} from './nlm.ts'
import {numeric} from './numeric.ts'
import {plain} from './plain.ts'

/** THE table of citation styles. */
export const styles: ReadonlyMap<string, CitationStyle> = new Map(
  [numeric, plain, nlm, vancouver, ama].map(style => [style.id, style]),
)
