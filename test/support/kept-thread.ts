import type {Plugin} from 'vitest/config'
import {type PoolOptions, ThreadsPoolWorker, type WorkerRequest} from 'vitest/node'

/** Runs of one thread: it keeps a little of each, so it is made again now and then. */
const most = 50

type Listener = (message: unknown) => void

/** A thread that outlives a run of Vitest, so that what tests import is read once for many mutants. */
class KeptThread extends ThreadsPoolWorker {
  override readonly name: string = 'kept'
  readonly #listeners: (readonly [event: string, listener: Listener])[] = []
  #runs = 0

  override async start(): Promise<void> {
    if (this.#runs++ === 0) await super.start()
  }

  override on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener])
    super.on(event, listener)
  }

  /**
   * Vitest asks a thread to take leave before it ends it: the one that stays has nothing to take leave of.
   */
  override send(message: WorkerRequest): void {
    const stays = message.type === 'stop' && this.#runs < most
    if (!stays) super.send(message)
    else
      for (const [event, listener] of [...this.#listeners])
        if (event === 'message') listener({type: 'stopped', __vitest_worker_response__: true})
  }

  override async stop(): Promise<void> {
    for (const [event, listener] of this.#listeners.splice(0)) super.off(event, listener)
    if (this.#runs >= most) await this.end()
  }

  async end(): Promise<void> {
    if (this.#runs > 0) await super.stop()
    this.#runs = 0
  }
}

/**
 * Stryker runs tests in threads of its own choice, a new one for each mutant: this puts a kept one in their
 * place.
 */
export function keptThread(): Plugin {
  return {
    name: 'kept-thread',
    configureVitest({project, vitest}) {
      let thread: KeptThread | undefined
      vitest.onClose(() => thread?.end())
      project.config.pool = 'kept'
      project.config.poolRunner = {
        name: 'kept',
        createPoolWorker(options: PoolOptions) {
          thread ??= new KeptThread(options)
          return thread
        },
      }
    },
  }
}
