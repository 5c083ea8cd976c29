import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {setFlagsFromString} from 'node:v8'
import {Tinypool} from 'tinypool'
import {isOutOfMemory, ThreadMemoryError} from './thread-memory-error.ts'

/**
 * Pages that are on their way for each thread, so that it need not wait for the one that reads the results.
 */
const queueDepth = 3

/**
 * Pages after which a thread ends and another takes its place. What one thread allocates and another frees
 * leaves holes, some 10 kB for each page, which the system gets back when the thread ends; a start takes as
 * long as a few pages.
 */
const pagesOfThread = 1000

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
 * Collect garbage when a heap has grown by a third since it was collected last, in every thread of this
 * process. Left alone, V8 lets it grow to several times of what lives in it, and pages are rendered no faster
 * for that.
 */
function keepHeapsSmall(): void {
  setFlagsFromString('--heap-growing-percent=33')
}

/**
 * Do something with pages in worker threads; results come in the order of the paths.
 *
 * @param worker Name of the worker's file beside this one, once built.
 * @param taskOf What a thread gets for a path: plain data.
 * @param jobs Worker threads.
 */
export async function* inThreads<Result>(
  worker: string,
  paths: readonly string[],
  taskOf: (path: string) => object,
  jobs: number,
): AsyncGenerator<Result> {
  keepHeapsSmall()
  for (let start = 0; start < paths.length; start += jobs * pagesOfThread)
    yield* inFreshThreads<Result>(worker, paths.slice(start, start + jobs * pagesOfThread), taskOf, jobs)
}

async function* inFreshThreads<Result>(
  worker: string,
  paths: readonly string[],
  taskOf: (path: string) => object,
  jobs: number,
): AsyncGenerator<Result> {
  const filename = fileURLToPath(new URL(worker, import.meta.url))
  const threads = Math.min(jobs, paths.length)
  // As few as as many: a thread that has nothing to do for a moment would be ended, and another started.
  const pool = new Tinypool({filename, minThreads: threads, maxThreads: threads, resourceLimits})
  const send = (path: string): Promise<Result> => {
    const result = run<Result>(pool, path, taskOf(path))
    result.catch(() => undefined) // it is awaited when its turn comes, and thrown then
    return result
  }
  try {
    const running: Promise<Result>[] = paths.slice(0, threads * queueDepth).map(send)
    let next = running.length
    for (let result = running.shift(); result !== undefined; result = running.shift()) {
      yield await result
      const path = paths[next++]
      if (path !== undefined) running.push(send(path))
    }
  } finally {
    await pool.destroy()
  }
}

async function run<Result>(pool: Tinypool, path: string, task: object): Promise<Result> {
  try {
    return (await pool.run(task)) as Result // what the worker's one function gives
  } catch (error) {
    if (!isOutOfMemory(error)) throw error
    throw new ThreadMemoryError(path, resourceLimits.maxOldGenerationSizeMb)
  }
}
