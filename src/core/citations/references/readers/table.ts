import {readNbib} from './nbib.ts'
import {readRis} from './ris.ts'

/** One record of a file, which begins at a line counted from 1: a CSL-JSON item that is still to be checked, or why there is none. */
export type ReadRecord =
  | {readonly line: number; readonly item: Readonly<Record<string, unknown>>}
  | {readonly line: number; readonly problem: string}

/** Reads the records of a file. */
export type ReadRecords = (text: string) => readonly ReadRecord[]

/** Readers of reference files that a caller brings along, by the ending of a file's name without its dot. */
export type ReferenceReaders = Readonly<Record<string, ReadRecords>>

/** THE table of tagged reference formats, by the ending of a file's name. */
export const taggedReaders: ReadonlyMap<string, ReadRecords> = new Map([
  ['ris', readRis],
  ['nbib', readNbib],
])
