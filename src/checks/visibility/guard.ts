import type {BranchMatch, Condition} from '../../core/language/index.ts'

/**
 * Who may see a range of a source: a reader who may see the range around it and passes one more test. Ranges
 * that the same readers may see for the same reason share one guard.
 */
export interface Guard {
  readonly within: Guard | undefined
  readonly test: GuardTest
  /** Footnotes that the range stands in: it is seen where these are called. */
  readonly notes: readonly string[]
}

export type GuardTest =
  | {readonly is: 'condition'; readonly condition: Condition}
  /** One branch of a group. */
  | {readonly is: 'branch'; readonly branches: readonly BranchMatch[]; readonly index: number}
  /** A branch that leaves its readers out. */
  | {readonly is: 'omitted'}
  | {readonly is: 'note'}

export function guardWithin(within: Guard | undefined, test: GuardTest, note?: string): Guard {
  const notes = within?.notes ?? []
  return {within, test, notes: note === undefined ? notes : [...notes, note]}
}
