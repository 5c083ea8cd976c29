import {readFile} from 'node:fs/promises'
import {dirname, resolve} from 'node:path'
import type {Command} from 'commander'
import {type Document, type Format, messageToJson, render} from '../../../internal.ts'
import {pathIn, removeLeftovers, writeWhole} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {assertAudiences, formatOf, type GlobalOptions, projectOf, whereOf, wholeNumber} from '../options.ts'
import {prettyReport} from '../reporters/pretty.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal} from '../terminal.ts'

interface RenderFlags extends GlobalOptions {
  readonly audience: string
  readonly format: Format
  readonly page?: boolean
  readonly width?: number
  readonly style?: string
  readonly draft?: boolean
  readonly where?: Readonly<Record<string, string>>
  readonly output?: string
}

export const addRender: AddCommand = (program, shell, end) => {
  program
    .command('render')
    .description('one variant of a page, to standard output')
    .argument('<file>', 'Markdown file, or `-` for standard input')
    .requiredOption('-a, --audience <id>', 'reader that the variant is for')
    .option('-f, --format <format>', 'html, text, markdown or json', formatOf, 'html')
    .option('--page', 'a whole page with title, review status, disclaimer and so on')
    .option('--width <columns>', 'where text wraps; 0 never wraps', wholeNumber(0))
    .option('--style <id>', 'citation style')
    .option('--where <name=value>', 'value of a further dimension; may be given several times', whereOf)
    .option('--draft', 'render in spite of errors; what is in doubt is left out')
    .option('-o, --output <file>', 'write to a file instead')
    .action(async (file: string, _: unknown, command: Command) => {
      end(await run(file, command.optsWithGlobals<RenderFlags>(), shell))
    })
}

async function run(file: string, options: RenderFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const project = await projectOf(options)
  assertAudiences([options.audience], project.config)
  const {cwd} = options
  const path = pathIn(project.root, file === '-' ? resolve(cwd, 'stdin.md') : resolve(cwd, file))
  const source = file === '-' ? await readAll(shell.stdin) : await readSource(resolve(cwd, file), file)
  const {value, messages} = renderWith(project.compileText(source, path), options)
  terminal.say(
    prettyReport(messages.map(messageToJson), {
      ...terminal,
      read: name => (name === path ? source : project.bytes(name)),
    }),
  )
  if (messages.some(({fatal}) => fatal === true) && !options.draft) return exitCodes.contentErrors
  if (options.output === undefined) terminal.out(value)
  else {
    const output = resolve(cwd, options.output)
    removeLeftovers(dirname(output))
    writeWhole(output, value)
  }
  return exitCodes.done
}

function renderWith(document: Document, {audience, format, page, width, style, draft, where}: RenderFlags) {
  try {
    return render(document, {
      audience,
      format,
      ...(page !== undefined && {page}),
      ...(width !== undefined && {width}),
      ...(style !== undefined && {citationStyle: style}),
      ...(draft !== undefined && {draft}),
      ...where,
    })
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, {cause: error})
    throw error
  }
}

async function readSource(path: string, named: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : 'it cannot be read'
    throw new UsageError(`Cannot read \`${named}\`: ${why}`, {cause: error})
  }
}

async function readAll(stdin: ShellName['stdin']): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stdin) chunks.push(chunk as Uint8Array) // no encoding is set: chunks are bytes
  return Buffer.concat(chunks)
}
