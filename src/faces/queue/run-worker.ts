import {fileURLToPath} from 'node:url'
import type {Job, Worker} from 'bullmq'
import {Tinypool} from 'tinypool'
import {
  type CacheStore,
  fileStore,
  type PageTask,
  type ProjectOptions,
  type TaskDone,
} from '../../project/index.ts'
import {connect, type QueueConnection} from './connection.ts'
import {losses, offers, type PageJob, type PageMade, queuePrefix, silence} from './page-job.ts'
import {loadPeers} from './peers.ts'
import {redisStore} from './redis-store.ts'

export interface WorkerOptions {
  /** Address of the Redis server. */
  readonly queue: string
  readonly queueName: string
  /** The project whose pages are rendered. */
  readonly project: ProjectOptions
  /** Where pages are put, by absolute path or by address; default: the queue’s Redis. */
  readonly cache?: {readonly folder: string} | {readonly redis: string}
  /** Pages that are rendered at a time, each in a process of its own. */
  readonly jobs: number
  /** Seconds that a page may take. */
  readonly timeout: number
  /** Called for each page, with why it failed, or nothing. */
  readonly onPage?: (path: string, problem: string | undefined) => void
  /** Called when Redis is away, and when it is back. */
  readonly onConnection?: (isConnected: boolean) => void
}

export interface RunningWorker {
  /** Address of the queue as it may be shown. */
  readonly address: string
  /** Take no more pages, and wait for those that are being rendered. */
  close(milliseconds: number): Promise<void>
}

/**
 * Render pages for builds that are elsewhere, until it is closed. Each page is rendered in a process of its
 * own, so that one that ends its process ends nothing else.
 *
 * @throws {FleetError} Where Redis cannot be used, or what is needed for it is not installed.
 */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const {bullmq} = await loadPeers()
  const connection = await connect(options.queue, {
    ...(options.onConnection && {onChange: options.onConnection}),
  })
  const {cache} = options
  const shelfConnection = cache !== undefined && 'redis' in cache ? await connect(cache.redis) : connection
  const store =
    cache !== undefined && 'folder' in cache ? fileStore(cache.folder) : redisStore(shelfConnection)
  const pool = new Tinypool({
    filename: fileURLToPath(new URL('./page-worker.js', import.meta.url)),
    runtime: 'child_process',
    env: environment(),
    minThreads: 1,
    maxThreads: options.jobs,
  })
  const worker: Worker<PageJob, PageMade> = new bullmq.Worker(
    options.queueName,
    async (job, token) => {
      const made = await render(job, {store, pool, ...options})
      if ('name' in made) return made
      if (job.attemptsStarted >= offers) throw new bullmq.UnrecoverableError(made.refused)
      // Another worker may have the right files: this one was asked in vain, and that is no failure.
      await job.moveToDelayed(Date.now() + 1000, token)
      throw new bullmq.DelayedError()
    },
    {
      connection: connection.redis,
      prefix: queuePrefix,
      concurrency: options.jobs,
      lockDuration: silence * 1000,
      stalledInterval: (silence * 1000) / 2,
      maxStalledCount: losses,
    },
  )
  worker.on('error', () => undefined) // the connection tells of itself
  worker.on('completed', job => options.onPage?.(job.data.path, undefined))
  worker.on('failed', (job, error) => options.onPage?.(job?.data.path ?? 'a page', error.message))
  return {
    address: connection.address,
    close: async milliseconds => {
      const late = new Promise<void>(done => setTimeout(done, milliseconds).unref())
      await Promise.race([worker.close(), late])
      await Promise.race([pool.destroy(), late])
      closeAll([connection, shelfConnection])
    },
  }
}

/** A configuration may look at the environment; the address of the queue is no business of pages. */
function environment(): Record<string, string> {
  const {PARLANCE_QUEUE: _, ...others} = process.env
  return Object.fromEntries(
    Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

function closeAll(connections: readonly QueueConnection[]): void {
  for (const connection of new Set(connections)) connection.close()
}

interface Means extends WorkerOptions {
  readonly store: CacheStore
  readonly pool: Tinypool
}

/** Render a page, and put it where the build finds it. */
async function render(
  {data: {path, stamp, key, audiences, formats}}: Job<PageJob>,
  {store, pool, project, timeout}: Means,
): Promise<PageMade | {readonly refused: string}> {
  const task: PageTask = {
    project,
    path,
    stamp,
    key,
    options: {...(audiences && {audiences}), ...(formats && {formats})},
  }
  const signal = AbortSignal.timeout(timeout * 1000)
  const running = pool.run(task, {signal}) as Promise<TaskDone> // what `page-worker` gives
  const done = await running.catch((error: unknown) => {
    throw new Error(signal.aborted ? `It took longer than ${timeout} seconds` : messageOf(error))
  })
  if ('refused' in done) return done
  if ('problem' in done) throw new Error(done.problem)
  const {name, inputs, page} = done
  await store.add({key, name, inputs, page: Buffer.from(page, 'base64')})
  return {key, name}
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message === 'Worker exited unexpectedly' ? 'The process that rendered it ended' : message
}
