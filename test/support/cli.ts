import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {Readable, Writable} from 'node:stream'
import {pathToFileURL} from 'node:url'
import type * as Program from '../../src/faces/cli/program.ts'
import {environment} from './installed.ts'

/** What a run of the command left. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Options {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
}

const built = (file: string): string => join(import.meta.dirname, '../../dist', file)

const bin = built('cli.js')

/**
 * Run the built command within this process, as its entry would: it finds its threads and its library beside
 * it.
 */
export async function parlance(
  args: readonly string[],
  {cwd = process.cwd(), input = '', env = {}}: Options = {},
): Promise<Run> {
  const {runProgram} = (await import(pathToFileURL(built('cli-program.js')).href)) as typeof Program
  const [stdout, stderr] = [new Collector(), new Collector()]
  const status = await runProgram(args, {
    cwd,
    env: environment(env),
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    shutdownSignal: () => new Promise(() => undefined),
  })
  return {status, stdout: stdout.text, stderr: stderr.text}
}

/**
 * Run the built command as a process of its own, as a user would: where signals, limits or the entry itself
 * matter.
 */
export function spawnParlance(args: readonly string[], {cwd, input, env = {}}: Options = {}): Run {
  const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return {status, stdout, stderr}
}

class Collector extends Writable {
  readonly #chunks: Buffer[] = []

  get text(): string {
    return Buffer.concat(this.#chunks).toString('utf8')
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk)
    done()
  }
}
