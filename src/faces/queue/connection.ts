import type {Redis} from 'ioredis'
import {FleetError, loadRedis} from './peers.ts'
import {shownAddress} from './redis-address.ts'

/** A connection to Redis. */
export interface QueueConnection {
  readonly redis: Redis
  /** As it may be shown. */
  readonly address: string
  /** What comes of a promise, unless the connection is lost for too long before. */
  orLost<Value>(promise: Promise<Value>): Promise<Value>
  /**
   * Ask Redis something that may be asked twice: what was on its way when the connection broke is asked
   * again.
   */
  ask<Value>(question: () => Promise<Value>): Promise<Value>
  close(): void
}

export interface ConnectionOptions {
  /** Seconds without Redis after which waiting ends; absent: never. */
  readonly patience?: number
  /** Called when the connection is lost, and when it is back. */
  readonly onChange?: (isConnected: boolean) => void
}

/** Seconds until a first connection must be there. */
const firstConnection = 10

/**
 * Connect to Redis.
 *
 * @throws {FleetError} Where it does not answer, or does not let us in.
 */
export async function connect(
  address: string,
  {patience, onChange}: ConnectionOptions = {},
): Promise<QueueConnection> {
  const shown = shownAddress(address)
  const {Redis: Client} = await loadRedis()
  let wasConnected = false
  const redis = new Client(address, {
    lazyConnect: true,
    connectTimeout: firstConnection * 1000,
    // What is asked for waits for Redis to be back, as a worker of BullMQ requires.
    maxRetriesPerRequest: null,
    retryStrategy: times => (wasConnected ? Math.min(times * 100, 2000) : null),
  })
  let reason = ''
  redis.on('error', (error: Error) => {
    reason = reasonOf(error)
  })
  try {
    await redis.connect()
    await redis.ping()
  } catch (error) {
    redis.disconnect()
    throw new FleetError(`Redis at ${shown} cannot be used: ${reason || reasonOf(error)}`)
  }
  wasConnected = true
  const watched = watch(redis, patience, onChange)
  const lost = watched.gone.then((): never => {
    throw new FleetError(`Redis at ${shown} has been away for ${patience} seconds: ${reason}`)
  })
  lost.catch(() => undefined) // reject what waits
  const orLost: QueueConnection['orLost'] = promise =>
    patience === undefined ? promise : Promise.race([promise, lost])
  return {
    redis,
    address: shown,
    orLost,
    ask: async question => {
      for (;;) {
        try {
          return await orLost(question())
        } catch (error) {
          if (!(error instanceof Error && broken.test(error.message))) throw error
          await orLost(isReady(redis))
        }
      }
    },
    close: () => {
      watched.stop()
      redis.disconnect()
    },
  }
}

/**
 * What ioredis says of commands that a broken connection took along; most it sends again, but for those of
 * transactions.
 */
const broken = /connection (?:is closed|close|lost)|ECONNRESET|EPIPE|^LOADING /i

/** Milliseconds after which a question is asked again. */
const soon = 100

async function isReady(redis: Redis): Promise<void> {
  do await new Promise(resolve => setTimeout(resolve, soon))
  while (redis.status !== 'ready' && redis.status !== 'end')
}

/** Sees whether Redis is away, and for how long: `gone` comes true when it has been for too many seconds. */
function watch(redis: Redis, patience: number | undefined, onChange: ConnectionOptions['onChange']) {
  let away: NodeJS.Timeout | undefined
  let stop = (): void => undefined
  const gone = new Promise<void>(resolve => {
    const onClose = (): void => {
      if (away !== undefined) return
      onChange?.(false)
      away = setTimeout(() => patience !== undefined && resolve(), (patience ?? 1) * 1000)
    }
    const onReady = (): void => {
      if (away !== undefined) onChange?.(true)
      clearTimeout(away)
      away = undefined
    }
    redis.on('close', onClose).on('ready', onReady)
    stop = () => {
      redis.off('close', onClose).off('ready', onReady)
      clearTimeout(away)
    }
  })
  return {gone, stop}
}

/** Why Redis cannot be used, in one line. Its own answers never hold the password. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
