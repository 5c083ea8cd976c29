import {readNbib} from './nbib.ts'
import {readRis} from './ris.ts'

/** One record of a file, as a CSL-JSON item that is still to be checked. */
export interface ReadRecord {
  /** Line where it begins, from 1. */
  readonly line: number
  readonly item: Record<string, unknown>
}

/** THE table of tagged reference formats, by the ending of a file's name. */
export const taggedReaders: ReadonlyMap<string, (text: string) => readonly ReadRecord[]> = new Map([
  ['ris', readRis],
  ['nbib', readNbib],
])
