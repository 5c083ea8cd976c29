/** One thing that is wrong with a configuration. */
export interface ConfigProblem {
  /** `audiences.2.is`; empty for the configuration as a whole. */
  readonly path: string
  readonly message: string
  /** Line of the file, from 1, where that is known. */
  readonly line?: number
}

/** A configuration that cannot be used. Its message lists every problem. */
export class ConfigError extends Error {
  /** Always `ConfigError`. */
  override readonly name = 'ConfigError'

  /**
   * @param problems What is wrong, at least one.
   * @param file Path of the file, where there is one.
   */
  constructor(
    readonly problems: readonly ConfigProblem[],
    readonly file?: string,
  ) {
    const lines = problems.map(({path, message}) => `  ${path === '' ? '' : `\`${path}\`: `}${message}`)
    super(`The configuration${file === undefined ? '' : ` \`${file}\``} cannot be used:\n${lines.join('\n')}`)
  }
}
