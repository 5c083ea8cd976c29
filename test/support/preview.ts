import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'

const bin = join(import.meta.dirname, '../../dist/cli.js')

/** `parlance preview` as a process of its own. */
export interface Previewed {
  /** Without a slash at the end. */
  readonly url: string
  readonly child: ChildProcess
  /** What it wrote on standard error. */
  readonly said: () => string
  /** Ends it as `Ctrl+C` does; gives its exit status. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Preview a folder on a free port. */
export async function startPreview(folder: string, args: readonly string[] = []): Promise<Previewed> {
  const child = spawn(process.execPath, [bin, 'preview', folder, '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', chunk => {
    said += String(chunk)
  })
  const exit = once(child, 'exit').then(([status]) => status as number | null)
  const first = await Promise.race([once(child.stdout, 'data').then(([chunk]) => String(chunk)), exit])
  if (typeof first !== 'string') throw new Error(`The preview did not start: ${said}`)
  return {
    url: first.trim(),
    child,
    said: () => said,
    stop: async (signal = 'SIGINT') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return exit
    },
  }
}
