/**
 * Who may see a node. Worked out once per source, so that selecting is a look-up: parents (`is`) and `not`
 * are already resolved into the set of declared audiences.
 */
export interface Condition {
  /** Declared audience ids that pass. */
  readonly audiences: ReadonlySet<string>
  /** Per further dimension the values that pass; a dimension that is not named does not matter. */
  readonly dimensions: ReadonlyMap<string, ReadonlySet<string>>
}

/** The readers that one branch of a group names. */
export interface BranchMatch {
  /**
   * Ids that the branch names, as written, in `for`; for `not` all other declared ids; `undefined` for a
   * branch that only names further dimensions, which fits any audience after the more exact ones.
   */
  readonly audiences: readonly string[] | undefined
  readonly dimensions: ReadonlyMap<string, ReadonlySet<string>>
  /** `otherwise`, the label of `:say`, `default` of a map: stands in when nothing else fits. */
  readonly otherwise: boolean
}

/** The readers of a branch in words: its ids, its dimensions, or everyone else. */
export function describeBranch({audiences, dimensions, otherwise}: BranchMatch): string {
  return otherwise ? 'everyone else' : (audiences ?? [...dimensions.keys()]).map(id => `\`${id}\``).join(', ')
}
