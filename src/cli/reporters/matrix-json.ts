import type {MatrixRow} from '../../index.ts'

/** A row of the completeness matrix as JSON can hold it. */
export function rowToJson({cells, ...row}: MatrixRow): object {
  return {...row, cells: Object.fromEntries(cells)}
}
