import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {closeSync, openSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {setTimeout as wait} from 'node:timers/promises'
import {onTestFinished} from 'vitest'
import {until} from './patience.ts'

const bin = join(import.meta.dirname, '../../dist/cli.js')

/** A line of a server's log. */
export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly [key: string]: unknown
}

/** `parlance serve` as a process of its own. */
export interface Served {
  /** Without a slash at the end. */
  readonly url: string
  readonly child: ChildProcess
  readonly log: readonly LogLine[]
  /** The next line from now on with a message, and of which something holds. */
  readonly next: (message: string, holds?: (line: LogLine) => boolean) => Promise<LogLine>
  /** A header or body, as text. */
  readonly get: (path: string, init?: RequestInit) => Promise<Response>
  readonly post: (path: string, body: unknown, init?: RequestInit) => Promise<Response>
  /** Ends it as an orchestrator does; gives its exit status. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Serve a folder on a free port until the test ends. */
export async function serve(
  folder: string,
  {args = [], env = {}}: {args?: readonly string[]; env?: Readonly<Record<string, string>>} = {},
): Promise<Served> {
  const served = await startServe(folder, {args, env})
  onTestFinished(async () => {
    await served.stop('SIGKILL') // to end as it should takes a second, for connections that are idle
  })
  return served
}

/** The same for tests that stop it themselves. */
export async function startServe(
  folder: string,
  {args = [], env = {}}: {args?: readonly string[]; env?: Readonly<Record<string, string>>} = {},
): Promise<Served> {
  const child = spawn(process.execPath, [bin, 'serve', folder, '--port', '0', ...args], {
    env: {...process.env, ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: LogLine[] = []
  const waiting = new Set<(line: LogLine) => void>()
  let complaint = ''
  child.stderr.on('data', chunk => {
    complaint += String(chunk)
  })
  createInterface(child.stdout).on('line', text => {
    const line = JSON.parse(text) as LogLine // it writes nothing else
    log.push(line)
    for (const look of waiting) look(line)
  })
  const next: Served['next'] = (message, holds = () => true) =>
    new Promise(resolve => {
      const look = (line: LogLine): void => {
        if (line.msg !== message || !holds(line)) return
        waiting.delete(look)
        resolve(line)
      }
      waiting.add(look)
    })
  const exit = once(child, 'exit')
  const started = await Promise.race([next('listening'), exit])
  if (Array.isArray(started)) throw new Error(`The server did not start: ${complaint}`)
  const url = String((started as LogLine).url)
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}${path}`, {redirect: 'manual', ...init})
  return {
    url,
    child,
    log,
    next,
    get,
    post: (path, body, init = {}) =>
      get(path, {
        method: 'POST',
        body:
          typeof body === 'string'
            ? body
            : body instanceof Uint8Array
              ? new Uint8Array(body)
              : JSON.stringify(body),
        ...init,
        headers: {'Content-Type': 'application/json', ...init.headers},
      }),
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      const [status] = (await exit) as [number | null]
      return status
    },
  }
}

/** A number of a server's metrics; `NaN` where there is none. */
export async function numberOf(served: Pick<Served, 'get'>, name: string): Promise<number> {
  const text = await (await served.get('/metrics')).text()
  const line = text.split('\n').find(candidate => candidate.startsWith(`${name} `))
  return Number(line?.slice(name.length + 1) ?? Number.NaN)
}

/** Waits until a number of the server's metrics is what it is to be. */
export async function untilMetric(served: Served, name: string, value: number): Promise<void> {
  await until(async () => (await numberOf(served, name)) === value, {every: 10})
}

/** A server whose log goes to a file. */
export async function serveWithLog(folder: string, file: string): Promise<Pick<Served, 'get' | 'stop'>> {
  const port = await new Promise<number>(resolve => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const {port} = taken.address() as {port: number} // it listens on a port
      taken.close(() => resolve(port))
    })
  })
  const log = openSync(file, 'a')
  const child = spawn(process.execPath, [bin, 'serve', folder, '--port', String(port), '--log', 'debug'], {
    stdio: ['ignore', log, 'inherit'],
  })
  closeSync(log)
  const exit = once(child, 'exit')
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, init)
  for (let attempt = 0; ; attempt++) {
    const isUp = await get('/healthz').then(
      () => true,
      () => false,
    )
    if (isUp) break
    if (attempt > 600) throw new Error('The server did not start')
    await wait(100)
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    child.kill(signal)
    const [status] = (await exit) as [number | null]
    return status
  }
  return {get, stop}
}
