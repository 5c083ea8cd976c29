import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import type {Command} from 'commander'
import {type Explanation, explainVariant, messageToJson} from '../../../internal.ts'
import {pathIn} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {assertAudiences, type GlobalOptions, oneOf, projectOf, whereOf} from '../options.ts'
import {prettyReport} from '../reporters/pretty.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal} from '../terminal.ts'

const reporters = ['pretty', 'json'] as const

interface ExplainFlags extends GlobalOptions {
  readonly audience: string
  readonly reporter: (typeof reporters)[number]
  readonly where?: Readonly<Record<string, string>>
}

export const addExplain: AddCommand = (program, shell, end) => {
  program
    .command('explain')
    .description('why each part of a page is in a variant or not')
    .argument('<file[:line]>', 'Markdown file, and a line where only what stands there matters')
    .requiredOption('-a, --audience <id>', 'reader that the variant is for')
    .option('--reporter <name>', reporters.join(', '), oneOf(reporters), 'pretty')
    .option('--where <name=value>', 'value of a further dimension; may be given several times', whereOf)
    .action(async (named: string, _: unknown, command: Command) => {
      end(await run(named, command.optsWithGlobals<ExplainFlags>(), shell))
    })
}

async function run(named: string, options: ExplainFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const project = await projectOf(options)
  assertAudiences([options.audience], project.config)
  const {cwd} = options
  const {file, line} = fileAndLine(named, cwd)
  const path = pathIn(project.root, resolve(cwd, file))
  if (line !== undefined) assertLine(line, project.text(path) ?? '', file)
  const document = project.compile(path)
  const accounts = accountsOf(document, options).filter(
    account => line === undefined || covers(account, line),
  )
  if (options.reporter === 'json') terminal.out(`${JSON.stringify(accounts, null, 2)}\n`)
  else terminal.out(accounts.map(account => `${lineOf(account, file)}\n`).join(''))
  terminal.say(prettyReport(document.messages.map(messageToJson), {...terminal, read: project.bytes}))
  return document.messages.some(({fatal}) => fatal === true) ? exitCodes.contentErrors : exitCodes.done
}

function accountsOf(
  document: Parameters<typeof explainVariant>[0],
  {audience, where}: ExplainFlags,
): readonly Explanation[] {
  try {
    return explainVariant(document, {audience, ...where})
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, {cause: error})
    throw error
  }
}

/** `page.md:12`, unless there is a file of that very name. */
function fileAndLine(named: string, cwd: string): {file: string; line: number | undefined} {
  const [, file, line] = /^(.+):(\d+)$/.exec(named) ?? []
  const isFile = existsSync(resolve(cwd, named))
  const found = file === undefined || isFile ? {file: named, line: undefined} : {file, line: Number(line)}
  if (!existsSync(resolve(cwd, found.file))) throw new UsageError(`There is no file \`${found.file}\``)
  return found
}

function assertLine(line: number, text: string, file: string): void {
  const count = text.replace(/\r?\n$/, '').split('\n').length
  if (line < 1 || line > count)
    throw new UsageError(`There is no line ${line} in \`${file}\`: it has ${count}`)
}

function covers({file, line, endLine}: Explanation, wanted: number): boolean {
  return file === undefined && line <= wanted && wanted <= endLine
}

function lineOf(
  {file, line, column, type, status, rule, detail, decidedBy, excerpt}: Explanation,
  page: string,
): string {
  const place = `${file ?? page}:${line}:${column}`
  const by = decidedBy === undefined ? '' : `, decided at ${decidedBy.line}:${decidedBy.column}`
  return `${status.padEnd(3)}  ${place.padEnd(page.length + 8)}  ${type}: ${excerpt}\n       ${rule}: ${detail}${by}`
}
