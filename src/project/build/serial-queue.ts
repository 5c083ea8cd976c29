/**
 * Jobs that must not run at the same time.
 *
 * @returns Runs a job once all earlier ones have ended, however they ended. Its own caller gets its result.
 */
export function serialQueue(): <Value>(job: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return job => {
    const done = last.then(job, job)
    last = done
    return done
  }
}
