import type {BranchMatch} from './condition.ts'

/** One wording of a plain text that differs between readers. */
export interface TextBranch {
  readonly match: BranchMatch
  readonly text: string
}

/**
 * A plain text from front matter, glossary, variables or configuration: a group, resolved like one. A text
 * that is the same for all has one branch that is `otherwise`.
 */
export interface TextGroup {
  /** Name in fallback reports and in the completeness matrix: `title`, `var:brand`, `term:neutropenia` … */
  readonly group: string
  readonly branches: readonly TextBranch[]
  /**
   * A wording was not understood, which is an error: no use of the text is shown, and no wording of it is
   * missing.
   */
  readonly withheld?: true
}
