import type {CitationStyle} from '../../document/index.ts'
import {numeric} from './numeric.ts'

/** THE table of citation styles. */
export const styles: ReadonlyMap<string, CitationStyle> = new Map([numeric].map(style => [style.id, style]))
