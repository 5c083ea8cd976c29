/**
 * One record of a file, which begins at a line counted from 1: a CSL-JSON item that is still to be checked,
 * or why there is none.
 */
export type ReadRecord =
  | {
      /** Line of the file, from 1. */
      readonly line: number
      /** The work as CSL-JSON. */
      readonly item: Readonly<Record<string, unknown>>
    }
  | {
      /** Line of the file, from 1. */
      readonly line: number
      /** Why the record cannot be read. */
      readonly problem: string
    }

/** Reads the records of a file. */
export type ReadRecords = (text: string) => readonly ReadRecord[]
