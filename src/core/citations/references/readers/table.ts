import {readNbib} from './nbib.ts'
import type {ReadRecords} from './read-record.ts'
import {readRis} from './ris.ts'

/** Readers of reference files that a caller brings along, by the ending of a file's name without its dot. */
export type ReferenceReaders = Readonly<Record<string, ReadRecords>>

/** THE table of tagged reference formats, by the ending of a file's name. */
export const taggedReaders: ReadonlyMap<string, ReadRecords> = new Map([
  ['ris', readRis],
  ['nbib', readNbib],
])
