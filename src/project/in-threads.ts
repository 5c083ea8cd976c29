import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {Tinypool} from 'tinypool'
import {isOutOfMemory, ThreadMemoryError} from './thread-memory-error.ts'

/**
 * Pages that a thread gets at a time. What one thread allocates and another frees leaves holes, which grow with the size of what
 * is sent: eight pages at a time took a quarter more memory, which rose with the number of pages, and no less time.
 */
export const chunkSize = 2

/** Chunks that are on their way for each thread, so that it need not wait for the one that reads the results. */
const ahead = 3

/** Worker threads that something is to use; `auto`: one for each core where there are many pages. */
export type Jobs = number | 'auto'

/** @param many From so many pages on threads are worth their start. */
export function threadsFor(jobs: Jobs, pages: number, many: number): number {
  if (jobs !== 'auto') return jobs
  return pages < many ? 1 : availableParallelism()
}

/** The largest page that `limits` allow, made for every reader, needs less than half of this. */
const resourceLimits = {maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512}

/**
 * Collect garbage when a heap has grown by a third since it was collected last, in every thread of this process. Left alone, V8
 * lets it grow to several times of what lives in it, and pages are rendered no faster for that.
 */
function keepHeapsSmall(): void {
  setFlagsFromString('--heap-growing-percent=33')
}

/**
 * Do something with pages in worker threads; results come in the order of the paths.
 *
 * @param worker Name of the worker's file beside this one, once built.
 * @param chunkOf What a thread gets for some paths: plain data.
 * @param jobs Worker threads.
 */
export async function* inThreads<Result>(
  worker: string,
  paths: readonly string[],
  chunkOf: (paths: readonly string[]) => object,
  jobs: number,
): AsyncGenerator<Result> {
  keepHeapsSmall()
  const filename = fileURLToPath(new URL(worker, import.meta.url))
  const pool = new Tinypool({filename, minThreads: 1, maxThreads: jobs, resourceLimits})
  const send = (start: number): Promise<readonly Result[]> => {
    const some = paths.slice(start, start + chunkSize)
    const results = run<Result>(pool, some, chunkOf(some))
    results.catch(() => undefined) // it is awaited when its turn comes, and thrown then
    return results
  }
  try {
    const running: Promise<readonly Result[]>[] = []
    let next = 0
    while (next < paths.length || running.length > 0) {
      for (; running.length < jobs * ahead && next < paths.length; next += chunkSize) running.push(send(next))
      yield* (await running.shift()) ?? []
    }
  } finally {
    await pool.destroy()
  }
}

async function run<Result>(
  pool: Tinypool,
  paths: readonly string[],
  chunk: object,
): Promise<readonly Result[]> {
  try {
    return (await pool.run(chunk)) as readonly Result[] // what the worker's one function gives
  } catch (error) {
    if (!isOutOfMemory(error)) throw error
    throw new ThreadMemoryError(paths, resourceLimits.maxOldGenerationSizeMb)
  }
}
