import {basename, relative, resolve} from 'node:path'
import type {Command} from 'commander'
import {slug} from 'github-slugger'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {
  conflicts,
  type ProjectAnswers,
  projectFiles,
  type StarterAudience,
  starterAudiences,
  writeProject,
} from '../init/index.ts'
import {type GlobalOptions, listOf} from '../options.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal, type Terminal} from '../terminal.ts'
import {version} from '../version.ts'

interface InitFlags extends GlobalOptions {
  readonly title?: string
  readonly audience?: readonly StarterAudience[]
  readonly yes?: boolean
}

type InitAnswers = Pick<ProjectAnswers, 'title' | 'audiences'>

const known = Object.keys(starterAudiences) as readonly StarterAudience[] // the table's own keys

const defaults: InitAnswers = {title: 'My Articles', audiences: known}

export const addInit: AddCommand = (program, shell, end) => {
  program
    .command('init')
    .description('a small working project: one article for three audiences, with its tests')
    .argument('[dir]', 'folder to make it in; default: the current one')
    .option('--title <text>', `title of the site; default: ${defaults.title}`)
    .option('-a, --audience <id...>', `${known.join(', ')}; default: all`, listOf(known))
    .option('-y, --yes', 'ask nothing, as where there is no terminal')
    .action(async (dir: string | undefined, _: unknown, command: Command) => {
      end(await run(dir, command.optsWithGlobals<InitFlags>(), shell))
    })
}

async function run(dir: string | undefined, options: InitFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const folder = resolve(options.cwd, dir ?? '.')
  const given = {...defaults, ...answersIn(options)}
  assertFree(folder, given)
  const answers = await ask(given, options, shell)
  if (answers === undefined) {
    terminal.complain('Nothing was written.\n')
    return exitCodes.interrupted
  }
  const files = filesFor(folder, answers)
  await writeProject(folder, files)
  report(folder, files, shell.cwd, terminal)
  return exitCodes.done
}

function answersIn({title, audience}: InitFlags): Partial<InitAnswers> {
  return {
    ...(title !== undefined && {title}),
    ...(audience && {audiences: known.filter(id => audience.includes(id))}),
  }
}

function filesFor(folder: string, answers: InitAnswers): ReadonlyMap<string, string> {
  const today = new Date().toISOString().slice(0, 10)
  return projectFiles({...answers, name: slug(basename(folder)) || 'content', today, version})
}

/** @throws {UsageError} Where files are in the way; nothing has been asked or written then. */
function assertFree(folder: string, answers: InitAnswers): void {
  const found = conflicts(folder, filesFor(folder, answers))
  if (found.length === 0) return
  const list = found.map(path => `\n  ${path}`).join('')
  const are =
    found.length === 1
      ? 'This file is in the way and stays as it is'
      : 'These files are in the way and stay as they are'
  throw new UsageError(`${are}; nothing was written:${list}\nChoose another folder, or move them away.`)
}

/** `undefined` where the user cancels. */
async function ask(
  given: InitAnswers,
  options: InitFlags,
  shell: ShellName,
): Promise<InitAnswers | undefined> {
  const isWatched = shell.stdin.isTTY === true && shell.stdout.isTTY === true
  if (!isWatched || options.yes || options.quiet) return given
  const streams = {input: shell.stdin, output: shell.stdout}
  const {group, isCancel, multiselect, text} = await import('@clack/prompts')
  try {
    const {title, audiences} = await group(
      {
        title: () =>
          options.title === undefined
            ? text({
                ...streams,
                message: 'Title of the site',
                initialValue: given.title,
                validate: titleProblem,
              })
            : Promise.resolve(options.title),
        audiences: () =>
          options.audience === undefined
            ? multiselect({
                ...streams,
                message: 'Who reads it? (others can be declared in the configuration)',
                options: known.map(value => ({value, label: value, hint: starterAudiences[value]})),
                initialValues: [...given.audiences],
                required: true,
              })
            : Promise.resolve([...given.audiences]),
      },
      {
        onCancel: () => {
          throw new Canceled()
        },
      },
    )
    return isCancel(title) || isCancel(audiences) ? undefined : {title, audiences}
  } catch (error) {
    if (error instanceof Canceled) return undefined
    throw error
  }
}

class Canceled extends Error {}

function titleProblem(title: string | undefined): string | undefined {
  return title === undefined || title.trim() === '' ? 'Pages need a title' : undefined
}

function report(folder: string, files: ReadonlyMap<string, string>, cwd: string, terminal: Terminal): void {
  const where = relative(cwd, folder)
  terminal.out([...files.keys()].map(path => `${path}\n`).join(''))
  const enter = where === '' ? '' : `  cd ${where}\n`
  terminal.say(
    `\n${files.size} files written. Next:\n${enter}  npm install\n  npm run check\n  npm test\n  npm run build\n`,
  )
}
