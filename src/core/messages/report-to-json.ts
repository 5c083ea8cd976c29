import type {CheckReport} from './check-report.ts'
import type {MatrixCell, MatrixRow} from './matrix.ts'
import {type JsonMessage, messageToJson} from './to-json.ts'

/** What `check` found, as programs read it. */
export interface JsonReport {
  /** Messages in the order of the report. */
  readonly messages: readonly JsonMessage[]
  /** A row for each group: how each audience is served. */
  readonly matrix: readonly JsonMatrixRow[]
  /** Numbers by the name of the reader, where these readers get the work cited. */
  readonly citations: readonly {
    /** Key of the reference. */
    readonly key: string
    /** Its number by audience. */
    readonly numbers: Readonly<Record<string, number | undefined>>
  }[]
}

/** A row of the completeness matrix as JSON can hold it. */
export type JsonMatrixRow = Omit<MatrixRow, 'cells'> & {readonly cells: Readonly<Record<string, MatrixCell>>}

export function reportToJson({messages, matrix, citations}: CheckReport): JsonReport {
  return {
    messages: messages.map(messageToJson),
    matrix: matrix.map(({cells, ...row}) => ({...row, cells: Object.fromEntries(cells)})),
    citations: citations.map(({key, numbers}) => ({key, numbers: Object.fromEntries(numbers)})),
  }
}
