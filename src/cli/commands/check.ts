import {statSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Command} from 'commander'
import {check, explain, type Message, reportToJson, severityOf} from '../../index.ts'
import {accept, loadProject, type Project, pathIn, readAccepted, staleGroups} from '../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {type GlobalOptions, oneOf, wholeNumber} from '../options.ts'
import {githubReport} from '../reporters/github.ts'
import {prettyReport} from '../reporters/pretty.ts'
import {sarifReport} from '../reporters/sarif.ts'
import {type TabulatedPage, tablesReport} from '../reporters/tables.ts'
import {openTerminal, type Terminal} from '../terminal.ts'
import {version} from '../version.ts'

const reporters = ['pretty', 'json', 'github', 'sarif'] as const

interface Options extends GlobalOptions {
  readonly reporter: (typeof reporters)[number]
  readonly maxWarnings?: number
  readonly accept?: boolean
}

interface CheckedPage extends TabulatedPage {
  readonly messages: readonly Message[]
}

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('all diagnostics, and who gets which wording')
    .argument('[path...]', 'files or folders; default: every page of the project')
    .option('--reporter <name>', reporters.join(', '), oneOf(reporters), 'pretty')
    .option('--accept', 'record the wordings of each group as read together')
    .option('--max-warnings <n>', 'fail where there are more warnings', wholeNumber(0))
    .action(async (paths: readonly string[], _: unknown, command: Command) => {
      process.exitCode = await run(paths, command.optsWithGlobals<Options>())
    })
}

async function run(paths: readonly string[], options: Options): Promise<number> {
  const terminal = openTerminal(options)
  const project = await loadProject(options)
  const wanted = await pagesAt(paths, project, resolve(options.cwd ?? '.'))
  if (options.accept) await accept(project.root, new Map(wanted.map(path => [path, project.compile(path)])))
  const accepted = readAccepted(project.root)
  const pages = wanted.map((path): CheckedPage => {
    const document = project.compile(path)
    const {messages, ...tables} = check(document)
    return {path, messages: [...messages, ...staleGroups(document, path, accepted)], ...tables}
  })
  const messages = pages.flatMap(page => page.messages)
  print(pages, messages, options.reporter, terminal)
  const count = (severity: string): number =>
    messages.filter(message => severityOf(message) === severity).length
  const tooMany = options.maxWarnings !== undefined && count('warning') > options.maxWarnings
  if (tooMany) {
    const found = count('warning')
    terminal.complain(
      `${found} ${found === 1 ? 'warning' : 'warnings'}; at most ${options.maxWarnings} are allowed\n`,
    )
  }
  return count('error') > 0 || tooMany ? exitCodes.contentErrors : exitCodes.done
}

function print(
  pages: readonly CheckedPage[],
  messages: readonly Message[],
  reporter: Options['reporter'],
  terminal: Terminal,
): void {
  switch (reporter) {
    case 'json': {
      const report = pages.map(({path, ...found}) => ({path, ...reportToJson(found)}))
      terminal.out(`${JSON.stringify({pages: report}, null, 2)}\n`)
      break
    }
    case 'github':
      terminal.out(githubReport(messages))
      break
    case 'sarif':
      terminal.out(sarifReport(messages, version))
      break
    case 'pretty':
      terminal.say(prettyReport(messages, terminal.color))
      terminal.say(tablesReport(pages))
      terminal.say(`${pages.length} ${pages.length === 1 ? 'page' : 'pages'} checked\n`)
  }
}

/** Pages at paths from the current folder; a folder stands for the project's pages in it. */
async function pagesAt(paths: readonly string[], project: Project, cwd: string): Promise<readonly string[]> {
  const all = await project.pages()
  if (paths.length === 0) return all
  return [...new Set(paths.flatMap(named => pagesOf(named, resolve(cwd, named), all, project)))]
}

function pagesOf(named: string, path: string, all: readonly string[], project: Project): readonly string[] {
  const stats = statSync(path, {throwIfNoEntry: false})
  if (stats === undefined)
    throw new UsageError(`There is no file \`${named}\`${explain(pathIn(project.root, path), all)}`)
  const inProject = pathIn(project.root, path)
  if (!stats.isDirectory()) return [inProject]
  return inProject === '' ? all : all.filter(page => page.startsWith(`${inProject}/`))
}
