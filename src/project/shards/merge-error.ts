/** Output folders that cannot be joined; nothing was written. */
export class MergeError extends Error {
  /** Always `MergeError`. */
  override readonly name = 'MergeError'
  /** What was found where, and what to do about it. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`These folders cannot be merged:\n${problems.map(problem => `  - ${problem}`).join('\n')}`)
    this.problems = problems
  }
}
