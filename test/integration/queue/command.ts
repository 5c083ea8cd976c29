import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {pause} from './redis-server.ts'

const cli = join(import.meta.dirname, '../../../dist/cli.js')

/** A command that runs. */
export interface Running {
  readonly pid: number
  /** All that it has printed so far, on both outputs. */
  printed(): string
  /** Wait until it has printed something. */
  until(said: RegExp): Promise<void>
  kill(signal: NodeJS.Signals): void
  /** Exit status; `null` where a signal ended it. */
  readonly ended: Promise<number | null>
}

/** Start the built command; it is killed when the test ends. */
export function start(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: {...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env},
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => chunks.push(text))
  const ended = new Promise<number | null>(resolve => child.once('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed = (): string => chunks.join('')
  return {
    pid: child.pid ?? 0,
    printed,
    until: async said => {
      for (let tries = 0; !said.test(printed()); tries++) {
        if (tries > 2400) throw new Error(`It did not say ${said}:\n${printed()}`)
        await pause(50)
      }
    },
    kill: signal => void child.kill(signal),
    ended,
  }
}

/** A worker that is ready. */
export async function startWorker(cwd: string, queue: string, ...args: readonly string[]): Promise<Running> {
  const worker = start(cwd, ['worker', '--queue', queue, '--jobs', '1', ...args])
  await worker.until(/^Rendering pages/m)
  return worker
}
