import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {environment} from './installed.ts'
import {writeIn} from './temporary.ts'

const root = join(import.meta.dirname, '../..')

/** Where the commands of a page are, below a project's `node_modules`; without one, those of this package. */
const bins: Readonly<Record<string, string>> = {
  parlance: 'dist/cli.js',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/** A fenced code block of a page: `file=` names the file that it is, `console` is a dialog with a shell. */
const block = /^```(\w*)(?: file=(\S+))?\n([\s\S]*?)^```$/gm

/** What a page of documentation becomes when it is followed. */
export interface FollowedPage {
  /** The page with what its commands really print. */
  readonly text: string
  readonly commands: number
  /** Blocks that are neither a file nor a dialog, by language. */
  readonly loose: readonly string[]
}

/**
 * Follow a page of documentation: write its files, run its commands. Of an expected output, a line `…` stands
 * for any lines.
 *
 * @param text Markdown.
 * @param folder Absolute path of the folder that it is followed in.
 */
export function followPage(text: string, folder: string): FollowedPage {
  const loose: string[] = []
  let commands = 0
  let cwd = folder
  const followed = text.replace(block, (whole, language: string, file: string | undefined, body: string) => {
    if (file !== undefined) writeIn(cwd, file, body)
    else if (language !== 'console') loose.push(language)
    if (language !== 'console') return whole
    const steps = body.split(/^(?=\$ )/m).map(step => {
      const end = step.indexOf('\n')
      const command = step.slice(2, end)
      commands++
      if (command.startsWith('cd ')) {
        cwd = join(cwd, command.slice(3))
        return step
      }
      const actual = run(command, cwd)
      return agrees(step.slice(end + 1), actual) ? step : `$ ${command}\n${actual}`
    })
    return `\`\`\`console\n${steps.join('')}\`\`\``
  })
  return {text: followed, commands, loose}
}

/** Run a line of a dialog; what a person would see, and the exit status where it is not 0. */
function run(command: string, cwd: string): string {
  const [name = '', ...args] = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
  const bin = bins[name]
  const program = bin === undefined ? args : [join(root, bin), ...args]
  const {stdout, stderr, status} = spawnSync(process.execPath, program, {
    cwd,
    encoding: 'utf8',
    env: environment(),
  })
  const said = `${stdout}${stderr}`.replaceAll(/[ \t]+$/gm, '')
  return `${said}${said === '' || said.endsWith('\n') ? '' : '\n'}${status === 0 ? '' : `[exit ${status}]\n`}`
}

function agrees(expected: string, actual: string): boolean {
  const parts = expected.split(/^…\n/m)
  const [first = '', ...others] = parts
  if (!actual.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = actual.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at === actual.length || (others.length > 0 && others.at(-1) === '')
}
