import {spawn, spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {inject} from 'vitest'
import type {Run} from './cli.ts'
import {patience, until} from './patience.ts'

/** Like a person's shell: no CI, no colors, none of what Vitest sets for the tests that it runs. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:CI|GITHUB_.*|VITEST.*|TEST|NODE_ENV|VITE_.*)$/.test(name),
  )
  return {...Object.fromEntries(kept), NO_COLOR: '1', FORCE_COLOR: '0', ...more}
}

/**
 * Give a project the package as it would be published, among the packages that it needs; what tools keep
 * there is its own.
 */
export function install(project: string): void {
  const {modules} = inject('packed')
  const own = join(project, 'node_modules')
  mkdirSync(own)
  for (const name of readdirSync(modules)) symlinkSync(join(modules, name), join(own, name))
}

type Command = keyof typeof commands

const commands = {
  parlance: 'parlance-md/dist/cli.js',
  astro: 'astro/astro.js',
  eleventy: '@11ty/eleventy/cmd.cjs',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
}

/** Run a command of the installed packages in a project, as its scripts would. */
export function runInstalled(
  project: string,
  command: Command,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Run {
  const {status, stdout, stderr} = spawnSync(process.execPath, [binOf(project, command), ...args], {
    cwd: project,
    env: environment(env),
    encoding: 'utf8',
    timeout: patience,
  })
  return {status, stdout, stderr}
}

function binOf(project: string, command: Command): string {
  return join(project, 'node_modules', commands[command])
}

/** A command of a project that goes on until it is stopped. */
export interface Running {
  /** All that it has printed so far. */
  readonly printed: () => string
  /**
   * Wait until it has printed a text as often as this. @throws {Error} Where it ended, with what it printed.
   */
  readonly until: (text: string, times: number) => Promise<void>
  /**
   * Save a file until something holds: a watcher may not have begun to look when a command says that it
   * watches, and some lose what happens while they build. @throws {Error} Where it ended, with what it
   * printed.
   */
  readonly saveUntil: (file: string, text: string, holds: () => boolean | Promise<boolean>) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Start a command of the installed packages that goes on: a watcher, a server. */
export function startInstalled(
  project: string,
  command: Command,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [binOf(project, command), ...args], {
    cwd: project,
    env: environment(env),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => chunks.push(text))
  const printed = (): string => chunks.join('')
  let isOver = false
  const ended = new Promise<void>(resolve =>
    child.once('close', () => {
      isOver = true
      resolve()
    }),
  )
  return {
    printed,
    until: async (text, times) => {
      await until(() => isOver || printed().split(text).length > times)
      if (printed().split(text).length <= times)
        throw new Error(`No “${text}” for the ${times}. time:\n${printed()}`)
    },
    saveUntil: async (file, text, holds) => {
      const save = (time: number): void => {
        if (time % 100 === 0) writeFileSync(file, text)
      }
      save(0)
      await until(async () => isOver || (await holds()), {again: time => save(time + 1)})
      if (isOver) throw new Error(`${file} changed nothing:\n${printed()}`)
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
