import type {JobState, Queue, QueueEvents} from 'bullmq'
import {createMessage, messageToJson} from '../../internal.ts'
import type {PageRenderer, PageStore, RenderedPage, RenderRequest} from '../../project/index.ts'
import type {QueueConnection} from './connection.ts'
import {attempts, firstBackoff, losses, type PageJob, type PageMade, queuePrefix} from './page-job.ts'
import {FleetError, loadPeers} from './peers.ts'

export interface QueueOptions {
  readonly connection: QueueConnection
  readonly queueName: string
  /** Whether pages are made even where the cache has them. */
  readonly force: boolean
  /** Seconds without a worker after which waiting ends. */
  readonly patience: number
  /** Called once when there is no worker. */
  readonly onNoWorker?: () => void
}

/**
 * Pages that are submitted before the first of them is collected: enough for many workers, few enough for
 * Redis.
 */
const queueDepth = 1000

/** Milliseconds without news after which the queue is asked. */
const pollInterval = 1000

/** Times that a page is submitted again which Redis has forgotten, or which was made of other files. */
const again = 5

/** A page on its way. */
interface Submitted {
  readonly path: string
  readonly id: string
  readonly job: PageJob
  state: 'waiting' | 'made' | 'failed'
  /** Why it failed. */
  reason: string
  /** Times that it was submitted again. */
  times: number
  /** What a worker said of it. */
  made: PageMade | undefined
}

/**
 * Renders pages by workers elsewhere. What they made is taken from the cache, and only where it was made of
 * the very files that are here.
 *
 * @throws {FleetError} Where the queue cannot be used, or has no worker.
 */
export function queueRenderer(options: QueueOptions): PageRenderer {
  return request => renderInQueue(request, options)
}

async function* renderInQueue(request: RenderRequest, options: QueueOptions): AsyncGenerator<RenderedPage> {
  const {paths, stamp, store} = request
  if (paths.length === 0) return
  if (stamp === undefined || store === undefined)
    throw new FleetError(
      'A configuration with functions cannot be compared from machine to machine: build it without `--queue`',
    )
  const {connection, queueName} = options
  const {bullmq} = await loadPeers()
  const means = {connection: connection.redis, prefix: queuePrefix}
  const queue: Queue<PageJob, PageMade> = new bullmq.Queue(queueName, means)
  const events = new bullmq.QueueEvents(queueName, means)
  queue.on('error', () => undefined) // the connection tells of itself
  events.on('error', () => undefined)
  const line = new WaitingLine(request, store, options, queue, events)
  try {
    await connection.orLost(events.waitUntilReady())
    for (let at = 0; at < paths.length; at++) {
      if (at % (queueDepth / 2) === 0)
        await line.submit(paths.slice(at === 0 ? 0 : at + queueDepth / 2, at + queueDepth))
      yield await line.collect(paths[at] ?? '')
    }
  } finally {
    await Promise.race([
      Promise.allSettled([events.close(), queue.close()]),
      new Promise(done => setTimeout(done, pollInterval).unref()),
    ])
  }
}

/** Pages in the order in which they are wanted, some of them on their way. */
class WaitingLine {
  readonly #request: RenderRequest & {readonly stamp: string | undefined}
  readonly #store: PageStore
  readonly #options: QueueOptions
  readonly #queue: Queue<PageJob, PageMade>
  readonly #byPath = new Map<string, Submitted>()
  readonly #byId = new Map<string, Submitted>()
  /** Called when there are news. */
  #wake: () => void = () => undefined
  /** Milliseconds since 1970, when somebody was seen to work last. */
  #seen = Date.now()
  #wasTold = false

  constructor(
    request: RenderRequest,
    store: PageStore,
    options: QueueOptions,
    queue: Queue<PageJob, PageMade>,
    events: QueueEvents,
  ) {
    this.#request = request
    this.#store = store
    this.#options = options
    this.#queue = queue
    events.on('completed', ({jobId, returnvalue}) => {
      const page = this.#byId.get(jobId)
      if (page !== undefined) this.#settle(page, 'made')
      if (page !== undefined) page.made = returnvalue as unknown as PageMade // BullMQ has parsed it
    })
    events.on('failed', ({jobId, failedReason}) => {
      const page = this.#byId.get(jobId)
      if (page !== undefined) this.#settle(page, 'failed', failedReason)
    })
    events.on('active', () => {
      this.#seen = Date.now()
    })
  }

  /** Pages that are on their way for another build are waited for, not made twice. */
  async submit(paths: readonly string[]): Promise<void> {
    const {stamp = '', options} = this.#request
    const {audiences, formats} = options
    const pages = paths.map((path): Submitted => {
      const key = this.#store.keyOf(path)
      const {force} = this.#options
      const job = {path, stamp, key, ...(audiences && {audiences}), ...(formats && {formats})}
      return {
        path,
        id: force ? `${key}-anew` : key,
        job,
        state: 'waiting',
        reason: '',
        times: 0,
        made: undefined,
      }
    })
    for (const page of pages) {
      this.#byPath.set(page.path, page)
      this.#byId.set(page.id, page)
    }
    const states = await this.#statesOf(pages)
    // Try again what failed for an earlier build.
    const failed = pages.filter((_, at) => states[at] === 'failed')
    await this.#ask(() => Promise.all(failed.map(({id}) => this.#queue.remove(id))))
    await this.#add(pages)
  }

  /** A page once it was made; one that could not be made has an error. */
  async collect(path: string): Promise<RenderedPage> {
    const page = this.#byPath.get(path)
    if (page === undefined) throw new Error(`\`${path}\` was not submitted`)
    for (;;) {
      if (page.state === 'waiting') await this.#news(page)
      if (page.state === 'made') {
        const rendered = await this.#take(page)
        if (rendered !== undefined) return this.#done(page, rendered)
      }
      if (page.state === 'failed') return this.#done(page, this.#failure(page))
    }
  }

  #done(page: Submitted, rendered: RenderedPage): RenderedPage {
    this.#byPath.delete(page.path)
    this.#byId.delete(page.id)
    return rendered
  }

  /** A page from the cache, if it was made of what is here; else it is submitted again. */
  async #take(page: Submitted): Promise<RenderedPage | undefined> {
    const entry = await this.#store.find(page.path)
    const rendered = entry && (await this.#store.load(entry))
    if (rendered !== undefined) return rendered
    if (page.made !== undefined && !(await this.#store.has(page.made)))
      throw new FleetError(
        `A worker has made \`${page.path}\`, and it is not in the cache of this build: give the build and the workers the same \`--cache\``,
      )
    await this.#submitAgain(
      page,
      'Workers made it of other files than are here, or its files changed meanwhile',
    )
    return undefined
  }

  async #submitAgain(page: Submitted, reason: string): Promise<void> {
    if (++page.times > again) this.#settle(page, 'failed', reason)
    else {
      page.state = 'waiting'
      page.made = undefined
      await this.#add([page])
    }
  }

  async #add(pages: readonly Submitted[]): Promise<void> {
    const jobs = pages.map(({id, job}) => ({
      name: 'page',
      data: job,
      opts: {
        jobId: id,
        attempts,
        backoff: {type: 'exponential', delay: firstBackoff},
        removeOnComplete: true, // its page is in the cache
        removeOnFail: {age: 7 * 24 * 60 * 60, count: 1000},
      },
    }))
    await this.#ask(() => this.#queue.addBulk(jobs))
  }

  #settle(page: Submitted, state: 'made' | 'failed', reason = ''): void {
    this.#seen = Date.now()
    page.state = state
    page.reason = reason
    this.#wake()
  }

  /**
   * Wait until something is said of a page. News can be lost with the connection: when it is quiet, the queue
   * is asked.
   */
  async #news(page: Submitted): Promise<void> {
    while (page.state === 'waiting') {
      const before = this.#seen
      await this.#options.connection.orLost(
        new Promise<void>(resolve => {
          const timer = setTimeout(resolve, pollInterval)
          this.#wake = () => {
            clearTimeout(timer)
            resolve()
          }
        }),
      )
      if (page.state === 'waiting' && this.#seen === before) await this.#inquire()
    }
  }

  async #inquire(): Promise<void> {
    const waiting = [...this.#byPath.values()].filter(({state}) => state === 'waiting')
    const states = await this.#statesOf(waiting)
    for (const [at, page] of waiting.entries()) {
      if (page.state !== 'waiting') continue
      if (states[at] === 'failed') {
        const job = await this.#ask(() => this.#queue.getJob(page.id))
        this.#settle(page, 'failed', job?.failedReason ?? 'It failed')
      } else if (states[at] === 'unknown') {
        if (await this.#store.find(page.path)) this.#settle(page, 'made')
        else await this.#submitAgain(page, 'Redis forgets what it is told')
      } else if (states[at] === 'active') this.#seen = Date.now()
    }
    await this.#lookForWorkers()
  }

  async #lookForWorkers(): Promise<void> {
    const {connection, queueName, patience, onNoWorker} = this.#options
    if ((await this.#ask(() => this.#queue.getWorkersCount())) > 0) {
      this.#seen = Date.now()
      return
    }
    if (!this.#wasTold) onNoWorker?.()
    this.#wasTold = true
    if (Date.now() - this.#seen > patience * 1000)
      throw new FleetError(
        `No worker has been on the queue \`${queueName}\` at ${connection.address} for ${patience} seconds: start some with \`parlance worker --queue …\``,
      )
  }

  #statesOf(pages: readonly Submitted[]): Promise<readonly (JobState | 'unknown')[]> {
    return this.#ask(() => Promise.all(pages.map(({id}) => this.#queue.getJobState(id))))
  }

  #ask<Value>(question: () => Promise<Value>): Promise<Value> {
    return this.#options.connection.ask(question)
  }

  /** A page that no worker could render: an error like any other, so that the rest is built. */
  #failure({path, reason}: Submitted): RenderedPage {
    const {project} = this.#request
    const slug = project.optionsFor(path).slug ?? path
    const why = /stalled more than/.test(reason)
      ? `${losses + 1} workers were lost while they rendered it`
      : reason
    const found = createMessage(project.config.settings, path, 'render-failed', {
      actual: path,
      detail: `No worker could render this page. ${why.replace(/\.$/, '')}`,
    })
    return {
      path,
      slug,
      messages: found.map(messageToJson),
      outputs: [],
      served: [],
      listed: {
        slug,
        title: slug,
        description: undefined,
        status: undefined,
        locale: '',
        audiences: [],
        updated: undefined,
        variants: {},
      },
      search: [],
      inputs: undefined,
    }
  }
}
