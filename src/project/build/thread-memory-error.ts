/** A page took more memory than a thread may have, which they can where `limits` were raised. */
export class ThreadMemoryError extends Error {
  /** Always `ThreadMemoryError`. */
  override readonly name = 'ThreadMemoryError'

  /** @param megabytes What a thread may have. */
  constructor(path: string, megabytes: number) {
    super(
      `\`${path}\` takes more than the ${megabytes} MB that a thread may have: use \`--jobs 1\`, which has no such bound`,
    )
  }
}

/**
 * Whether a thread ended because it needed more than its `resourceLimits`.
 *
 * @param error What a thread or a pool of threads rejected with.
 */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
