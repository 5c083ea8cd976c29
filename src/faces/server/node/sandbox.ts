import {fileURLToPath} from 'node:url'
import {MessageChannel} from 'node:worker_threads'
import {Tinypool} from 'tinypool'
import {isOutOfMemory, type ProjectOptions} from '../../../project/index.ts'
import type {ProblemKind} from '../web/problem.ts'
import type {SubmissionOutcome, SubmissionTask} from '../web/submission.ts'
import type {SubmissionJob} from './submission-worker.ts'

export interface SandboxOptions {
  readonly project: ProjectOptions
  /** Threads. */
  readonly threads: number
  /** Sources that may wait for a thread. */
  readonly queue: number
  /** Milliseconds that one source may take. */
  readonly timeout: number
  /** Of the heap of one thread. */
  readonly heapMegabytes: number
  /** Called with what became of each source: `done`, or the kind of the problem. */
  readonly onDone?: (outcome: 'done' | ProblemKind) => void
  /** Called with what should not have happened. */
  readonly onError?: (error: unknown) => void
}

/** Milliseconds that a thread may take to load before it begins. */
const loading = 30_000

/**
 * Milliseconds that a source may wait for a thread, or as long as another one may take, if that is longer.
 */
const waiting = 10_000

/** Seconds after which a caller may try again. */
const retryAfter = '2'

interface WaitingTask {
  readonly start: () => void
}

/**
 * Renders and checks posted sources in worker threads. A source that takes too long or too much memory costs
 * its thread, which is replaced, and nothing else.
 */
export class Sandbox {
  readonly #options: SandboxOptions
  readonly #pool: Tinypool
  #waiting: WaitingTask[] = []
  #running = 0
  #revision = 1

  constructor(options: SandboxOptions) {
    this.#options = options
    this.#pool = new Tinypool({
      filename: fileURLToPath(new URL('./submission-worker.js', import.meta.url)),
      minThreads: 0,
      maxThreads: options.threads,
      idleTimeout: 60_000,
      resourceLimits: {maxOldGenerationSizeMb: options.heapMegabytes},
    })
  }

  get load(): {readonly running: number; readonly waiting: number} {
    return {running: this.#running, waiting: this.#waiting.length}
  }

  /** Threads open the project again before their next source. */
  reopen(): void {
    this.#revision++
  }

  /**
   * @param signal Aborted when the caller has gone.
   * @returns The outcome, which is a problem where the source takes too much or there is no place for it.
   */
  async run(task: SubmissionTask, signal: AbortSignal): Promise<SubmissionOutcome> {
    const outcome = await this.#admit(task, signal)
    this.#options.onDone?.('problem' in outcome ? outcome.problem.kind : 'done')
    return outcome
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }

  async #admit(task: SubmissionTask, signal: AbortSignal): Promise<SubmissionOutcome> {
    const {threads, queue} = this.#options
    if (this.#running >= threads) {
      if (this.#waiting.length >= queue)
        return refusal('overloaded', 'Too many sources are waiting. Try again in a moment.', retryAfter)
      const patience = AbortSignal.timeout(Math.max(waiting, this.#options.timeout))
      if (!(await this.#turn(AbortSignal.any([signal, patience]))))
        return patience.aborted
          ? refusal('overloaded', 'No thread became free in time. Try again in a moment.', retryAfter)
          : refusal('unavailable', 'The caller has gone.')
    } else this.#running++
    try {
      return await this.#work(task, signal)
    } finally {
      this.#next()
    }
  }

  /**
   * Wait for a place in the queue. Resolves to whether there is one; a caller that gives up leaves the queue.
   */
  #turn(signal: AbortSignal): Promise<boolean> {
    return new Promise(tell => {
      const leave = (): void => {
        this.#waiting = this.#waiting.filter(({start}) => start !== begin)
        tell(false)
      }
      const begin = (): void => {
        signal.removeEventListener('abort', leave)
        tell(true)
      }
      signal.addEventListener('abort', leave, {once: true})
      this.#waiting.push({start: begin})
    })
  }

  /** Hand the place of a source that is done to the next one. */
  #next(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#running--
    else next.start()
  }

  async #work(task: SubmissionTask, signal: AbortSignal): Promise<SubmissionOutcome> {
    if (signal.aborted) return refusal('unavailable', 'The caller has gone.')
    const {project, timeout, heapMegabytes, onError} = this.#options
    const budget = new AbortController()
    const stop = (): void => budget.abort()
    const {port1, port2} = new MessageChannel()
    let timer = setTimeout(stop, loading)
    port1.once('message', () => {
      clearTimeout(timer)
      timer = setTimeout(stop, timeout)
    })
    signal.addEventListener('abort', stop)
    const job: SubmissionJob = {task, project, revision: this.#revision, started: port2}
    try {
      // of its one function
      return (await this.#pool.run(job, {signal: budget.signal, transferList: [port2]})) as SubmissionOutcome
    } catch (error) {
      if (signal.aborted) return refusal('unavailable', 'The caller has gone.')
      if (budget.signal.aborted) return refusal('too-expensive', `The source takes more than ${timeout} ms.`)
      if (isOutOfMemory(error))
        return refusal('too-expensive', `The source takes more than ${heapMegabytes} MB of memory.`)
      onError?.(error)
      return refusal('internal-error', 'Something went wrong.')
    } finally {
      clearTimeout(timer)
      port1.close()
      signal.removeEventListener('abort', stop)
    }
  }
}

function refusal(kind: ProblemKind, detail: string, after?: string): SubmissionOutcome {
  return {problem: {kind, details: {detail, ...(after !== undefined && {headers: {'Retry-After': after}})}}}
}
