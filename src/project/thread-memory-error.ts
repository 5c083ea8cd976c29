/** Pages took more memory than a thread may have, which they can where `limits` were raised. */
export class ThreadMemoryError extends Error {
  override readonly name = 'ThreadMemoryError'

  /**
   * @param paths Pages that the thread had; one of them was too much.
   * @param megabytes What it may have.
   */
  constructor(paths: readonly string[], megabytes: number) {
    const named = paths.map(path => `\`${path}\``).join(' or ')
    super(
      `${named} takes more than the ${megabytes} MB that a thread may have: use \`--jobs 1\`, which has no such bound`,
    )
  }
}

/** Whether a thread ended because it needed more than its `resourceLimits`. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
