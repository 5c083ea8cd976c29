/**
 * One record of a file, which begins at a line counted from 1: a CSL-JSON item that is still to be checked, or why
 * there is none.
 */
export type ReadRecord =
  | {readonly line: number; readonly item: Readonly<Record<string, unknown>>}
  | {readonly line: number; readonly problem: string}

/** Reads the records of a file. */
export type ReadRecords = (text: string) => readonly ReadRecord[]
