import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Redis} from 'ioredis'
import {onTestFinished} from 'vitest'

/** A Redis of its own on loopback. */
export interface RedisServer {
  readonly url: string
  readonly port: number
  /** Kill it, and start it again on the same port and with what it has on disk. */
  restart(): Promise<void>
  kill(): Promise<void>
  /** Ask it something. */
  ask<Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer>
}

/**
 * Start a Redis in a temporary folder; both go when the test ends.
 *
 * @param keeps Whether a write is on disk before it is confirmed.
 */
export async function startRedis({
  keeps = false,
  password = '',
}: {
  keeps?: boolean
  password?: string
} = {}): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-redis-'))
  const port = await freePort()
  const own = keeps ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no']
  const secret = password === '' ? [] : ['--requirepass', password]
  const url = `redis://${password === '' ? '' : `:${password}@`}127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const ask = async <Answer>(question: (redis: Redis) => Promise<Answer>): Promise<Answer> => {
    const redis = new Redis(url, {lazyConnect: true})
    redis.on('error', () => undefined)
    try {
      await redis.connect()
      return await question(redis)
    } finally {
      redis.disconnect()
    }
  }
  const start = async (): Promise<void> => {
    const place = ['--dir', folder, '--bind', '127.0.0.1', '--port', String(port), '--save', '']
    server = spawn('redis-server', [...place, ...own, ...secret], {stdio: 'ignore'})
    for (let tries = 0; ; tries++) {
      const answer = await ask(redis => redis.ping()).catch((error: Error) => error)
      if (answer === 'PONG') return
      if (tries > 200) throw new Error('Redis does not start')
      await pause(50)
    }
  }
  const kill = async (): Promise<void> => {
    const running = server
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise<void>(resolve => running.once('exit', () => resolve()))
    running.kill('SIGKILL')
    await ended
  }
  onTestFinished(async () => {
    await kill()
    rmSync(folder, {recursive: true, force: true})
  })
  await start()
  return {
    url,
    port,
    ask,
    kill,
    restart: async () => {
      await kill()
      await start()
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
