import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Command} from 'commander'
import picocolors from 'picocolors'
import {explain, type JsonMessage} from '../../../internal.ts'
import {
  accept,
  type CheckedPage,
  type CheckResult,
  cacheFile,
  checkProject,
  noPages,
  type Project,
  pathIn,
} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {type GlobalOptions, oneOf, projectOf, wholeNumber} from '../options.ts'
import {openProgress} from '../progress.ts'
import {githubReport} from '../reporters/github.ts'
import {jsonReport} from '../reporters/json.ts'
import {countLine, prettyMessages, prettyReport} from '../reporters/pretty.ts'
import {sarifReport} from '../reporters/sarif.ts'
import {rulesReport, tablesReport} from '../reporters/tables.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal, type Terminal} from '../terminal.ts'
import {version} from '../version.ts'

const reporters = ['pretty', 'json', 'github', 'sarif'] as const

interface CheckFlags extends GlobalOptions {
  readonly reporter?: (typeof reporters)[number]
  readonly maxWarnings?: number
  readonly accept?: boolean
  readonly jobs?: number
  readonly cache: boolean
  readonly cacheLocation?: string
}

/**
 * From this many pages on earlier reports are kept, unless a place for them is named: a few pages are checked
 * as fast as they are found.
 */
const worthKeeping = 20

/** Of more pages the tables are left out and notes are only counted, by rule: they would fill the screen. */
const maxTables = 20

export const addCheck: AddCommand = (program, shell, end) => {
  program
    .command('check')
    .description('all diagnostics, and who gets which wording')
    .argument('[path...]', 'files or folders; default: every page of the project')
    .option(
      '--reporter <name>',
      `${reporters.join(', ')}; default: pretty, and github as well in its Actions`,
      oneOf(reporters),
    )
    .option('--accept', 'record the wordings of each group as read together')
    .option('--max-warnings <n>', 'fail where there are more warnings', wholeNumber(0))
    .option(
      '--jobs <n>',
      'worker threads; default: one for each core where there are many pages',
      wholeNumber(1),
    )
    .option('--no-cache', 'check unchanged pages again')
    .option('--cache-location <file>', 'where reports of unchanged pages are kept')
    .action(async (paths: readonly string[], _: unknown, command: Command) => {
      end(await run(paths, command.optsWithGlobals<CheckFlags>(), shell))
    })
}

async function run(paths: readonly string[], options: CheckFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const project = await projectOf(options)
  const {cwd} = options
  const wanted = await pagesAt(paths, project, cwd)
  if (options.accept) await accept(project.root, new Map(wanted.map(path => [path, project.compile(path)])))
  const cache = cacheOf(options, cwd, project, wanted.length)
  const bar = await openProgress(terminal, shell)
  const result = await checkProject(project, wanted, {
    jobs: options.jobs ?? 'auto',
    ...(cache !== undefined && {cache}),
    onPage: bar.show,
  }).finally(bar.stop)
  const messages = result.pages.flatMap(page => page.messages)
  print(result, messages, options, terminal, project, shell.env)
  const count = (wanted: string): number => messages.filter(({severity}) => severity === wanted).length
  const warnings = count('warning')
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings
  if (tooMany) {
    const found = `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
    terminal.complain(`${found}; at most ${options.maxWarnings} are allowed\n`)
  }
  return count('error') > 0 || tooMany ? exitCodes.contentErrors : exitCodes.done
}

function cacheOf(
  {cache, cacheLocation}: CheckFlags,
  cwd: string,
  project: Project,
  pages: number,
): string | undefined {
  if (!cache) return undefined
  if (cacheLocation !== undefined) return resolve(cwd, cacheLocation)
  return pages < worthKeeping ? undefined : cacheFile(project.root, 'check.json')
}

function print(
  result: CheckResult,
  messages: readonly JsonMessage[],
  {reporter, quiet = false}: CheckFlags,
  terminal: Terminal,
  project: Project,
  env: ShellName['env'],
): void {
  const fileOf = pathInRepository(project.root, env.GITHUB_WORKSPACE)
  switch (reporter) {
    case 'json':
      terminal.out(jsonReport(result.pages))
      break
    case 'github':
      terminal.out(githubReport(messages, fileOf))
      break
    case 'sarif':
      terminal.out(sarifReport(messages, version, fileOf))
      break
    default:
      printPretty(result, messages, quiet, terminal, project)
      if (reporter === undefined && env.GITHUB_ACTIONS === 'true')
        terminal.out(githubReport(messages, fileOf))
  }
}

/**
 * What a person wants to see last comes last: how many messages there are, and before it where they stand.
 */
function printPretty(
  {pages, unchanged}: CheckResult,
  messages: readonly JsonMessage[],
  quiet: boolean,
  terminal: Terminal,
  project: Project,
): void {
  const look = {...terminal, read: project.bytes}
  if (quiet) {
    terminal.complain(
      prettyReport(
        messages.filter(({severity}) => severity === 'error'),
        look,
      ),
    )
    return
  }
  const isMany = pages.length > maxTables
  const read = isMany ? messages.filter(({severity}) => severity !== 'info') : messages
  const parts = [
    isMany ? '' : tablesReport(pages),
    prettyMessages(read, look),
    isMany ? rulesReport(messages) : '',
    `${countLine(messages, picocolors.createColors(terminal.color))}\n`,
  ]
  terminal.say(parts.filter(part => part !== '').join('\n'))
  if (read.length < messages.length)
    terminal.say(
      `Notes are only counted here: check a folder or a file to read them, or use --reporter json\n`,
    )
  terminal.say(`${summary(pages, unchanged)}\n`)
}

function summary(pages: readonly CheckedPage[], unchanged: number): string {
  const checked = `${pages.length} ${pages.length === 1 ? 'page' : 'pages'} checked`
  const again = unchanged === 0 ? '' : `, ${unchanged} of them unchanged since the last check`
  return `${checked}${again}`
}

/** Annotations are about files of the repository, and a project may stand in a folder of it. */
function pathInRepository(root: string, workspace: string | undefined): (path: string) => string {
  const prefix = workspace === undefined || workspace === '' ? '' : pathIn(workspace, root)
  return path => (prefix === '' || prefix.startsWith('..') ? path : `${prefix}/${path}`)
}

/** Pages at paths from the current folder; a folder stands for the project's pages in it. */
async function pagesAt(paths: readonly string[], project: Project, cwd: string): Promise<readonly string[]> {
  const all = await project.pages()
  if (all.length === 0 && paths.length === 0) throw new UsageError(noPages(project))
  if (paths.length === 0) return all
  return [...new Set(paths.flatMap(named => pagesOf(named, resolve(cwd, named), all, project)))]
}

function pagesOf(named: string, path: string, all: readonly string[], project: Project): readonly string[] {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (stats === undefined)
    throw new UsageError(`There is no file \`${named}\`${nearest(pathIn(project.root, path), all)}`)
  const inProject = pathIn(project.root, path)
  if (!stats.isDirectory()) return [inProject]
  const pages = inProject === '' ? all : all.filter(page => page.startsWith(`${inProject}/`))
  if (pages.length === 0)
    throw new UsageError(all.length === 0 ? noPages(project) : `No page of the project is in \`${named}\``)
  return pages
}

/** What was probably meant; all that may be named only where that is not much. */
function nearest(path: string, all: readonly string[]): string {
  if (all.length === 0) return ', and the project has no pages'
  const explained = explain(path, all)
  return all.length > maxTables ? explained.replace(/ Allowed: [\s\S]*/, '') : explained
}
