import type {BranchMatch} from './condition.ts'

/** One wording of a plain text that differs between readers. */
export interface TextBranch {
  readonly match: BranchMatch
  readonly text: string
}

/**
 * A plain text from front matter, glossary, variables or configuration: a group, resolved like one. A text that
 * is the same for all has one branch that is `otherwise`.
 */
export interface TextGroup {
  /** Name in fallback reports and in the completeness matrix: `title`, `var:brand`, `term:neutropenia` … */
  readonly group: string
  readonly branches: readonly TextBranch[]
}
