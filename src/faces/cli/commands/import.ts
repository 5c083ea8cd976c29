import {readFileSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {type Command, InvalidArgumentError} from 'commander'
import picocolors from 'picocolors'
import {glob} from 'tinyglobby'
import {
  choicesIn,
  type DitavalFile,
  type Imported,
  importDita,
  importLiquid,
} from '../../../adapters/import/index.ts'
import {explain, type ResolvedConfig} from '../../../internal.ts'
import {loadConfig, removeLeftovers, writeWhole} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {assertAudiences, type GlobalOptions} from '../options.ts'
import {countLine, prettyMessages} from '../reporters/pretty.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal, type Terminal} from '../terminal.ts'

interface ImportFlags extends GlobalOptions {
  readonly out: string
  readonly map?: ReadonlyMap<string, readonly string[]>
  readonly force?: boolean
  readonly dryRun?: boolean
  readonly tag?: readonly string[]
  readonly variable?: string
  readonly dimension?: string
  readonly ditaval?: readonly string[]
}

/** What one of the systems needs: its files, and how one of them is read. */
interface System {
  /** Of the files that are taken from a folder. */
  readonly pattern: string
  readonly read: (source: string, path: string) => Imported
}

export const addImport: AddCommand = (program, shell, end) => {
  const command = program
    .command('import')
    .description('pages from other systems, with their conditions as directives')
  withShared(command.command('dita'))
    .description('DITA topics: audience and other attributes, with DITAVAL files, become directives')
    .option(
      '--ditaval <[audience=]file...>',
      'what an audience does not get; without an audience: what no reader gets',
    )
    .action(async (paths: readonly string[], _: unknown, used: Command) => {
      const options = used.optsWithGlobals<ImportFlags>()
      end(await run(paths, options, config => dita(options, config), shell))
    })
  withShared(command.command('liquid'))
    .description(
      'Markdown with Liquid: `{% ifversion %}`, `{% if audience == "…" %}` and `case` become directives',
    )
    .option('--tag <name...>', 'tags that name readers; default: ifversion, ifaudience')
    .option('--variable <name>', 'variable that conditions compare; default: audience')
    .option('--dimension <name>', 'what conditions choose between; default: audiences')
    .action(async (paths: readonly string[], _: unknown, used: Command) => {
      const options = used.optsWithGlobals<ImportFlags>()
      end(await run(paths, options, config => liquid(options, config), shell))
    })
}

function withShared(command: Command): Command {
  return command
    .argument('<path...>', 'files or folders')
    .option('--out <dir>', 'folder that pages are written to', 'content')
    .option(
      '--map <name=id>',
      'declared reader that a name stands for; several: `name=a,b`; may be given several times',
      nameOf,
    )
    .option('--force', 'write over files that are there')
    .option('--dry-run', 'write nothing; say what would happen')
}

/** `staff=clinician,student` pairs. */
function nameOf(
  value: string,
  before: ReadonlyMap<string, readonly string[]> = new Map(),
): ReadonlyMap<string, readonly string[]> {
  const [, name, ids] = /^([^=]+)=([^=]+)$/.exec(value) ?? []
  if (name === undefined || ids === undefined)
    throw new InvalidArgumentError(`\`${value}\` is not a pair like \`physician=clinician\`.`)
  return new Map([...before, [name, ids.split(',')]])
}

function liquid(options: ImportFlags, config: ResolvedConfig): System {
  const {map, tag, variable, dimension} = options
  assertNames(options, config)
  const read: System['read'] = (source, path) =>
    importLiquid(source, {
      path,
      config,
      ...(map !== undefined && {names: map}),
      ...(tag !== undefined && {tags: tag}),
      ...(variable !== undefined && {variable}),
      ...(dimension !== undefined && {dimension}),
    })
  return {pattern: '**/*.{md,markdown}', read}
}

function dita(options: ImportFlags, config: ResolvedConfig): System {
  const {map, cwd} = options
  assertNames(options, config)
  const ditavals = (options.ditaval ?? []).map((value): DitavalFile => {
    const [, audience, path = value] = /^([\w-]+)=(.+)$/.exec(value) ?? []
    if (audience !== undefined) assertAudiences([audience], config)
    return {path, audience, source: readText(resolve(cwd, path), path)}
  })
  const read: System['read'] = (source, path) =>
    importDita(source, {path, config, ditavals, ...(map !== undefined && {names: map})})
  return {pattern: '**/*.dita', read}
}

/** @throws {UsageError} For ids and dimensions that the configuration does not declare. */
function assertNames({map = new Map(), dimension}: ImportFlags, config: ResolvedConfig): void {
  const ids = choicesIn(config, dimension)
  if (ids === undefined)
    throw new UsageError(
      `Unknown dimension \`${dimension}\`${explain(dimension ?? '', [...config.settings.dimensions.keys()])}`,
    )
  for (const id of [...map.values()].flat())
    if (!ids.includes(id)) throw new UsageError(`Unknown reader \`${id}\`${explain(id, ids)}`)
}

/** A file to import: where it is, how messages call it, and where its page goes. */
interface ImportEntry {
  readonly file: string
  readonly path: string
  readonly to: string
}

async function run(
  paths: readonly string[],
  options: ImportFlags,
  systemFor: (config: ResolvedConfig) => System,
  shell: ShellName,
): Promise<number> {
  const terminal = openTerminal(options, shell)
  const {cwd} = options
  const {config} = await loadConfig(cwd, options.config)
  const system = systemFor(config)
  const entries = await entriesAt(paths, system.pattern, cwd, resolve(cwd, options.out))
  const imported = entries.map(entry => ({
    ...entry,
    ...system.read(readText(entry.file, entry.path), entry.path),
  }))
  const pages = imported.flatMap(({to, markdown}) => (markdown === undefined ? [] : [{to, markdown}]))
  if (!options.force) assertFree(pages, cwd)
  if (!options.dryRun) {
    const staging = resolve(cwd, options.out)
    removeLeftovers(staging)
    for (const {to, markdown} of pages) writeWhole(to, markdown, {staging})
  }
  terminal.out(pages.map(({to}) => `${relative(cwd, to)}\n`).join(''))
  report(imported, pages.length, options, terminal, cwd)
  return pages.length < entries.length ? exitCodes.contentErrors : exitCodes.done
}

/** @throws {UsageError} For what is not there, and for a folder without any such file. */
async function entriesAt(
  paths: readonly string[],
  pattern: string,
  cwd: string,
  out: string,
): Promise<readonly ImportEntry[]> {
  const found = await Promise.all(
    paths.map(async (path): Promise<readonly ImportEntry[]> => {
      const base = resolve(cwd, path)
      const stat = statSync(base, {throwIfNoEntry: false})
      if (stat === undefined) throw new UsageError(`Cannot read \`${path}\`: there is no such file`)
      const folder = stat.isDirectory() ? base : dirname(base)
      const files = stat.isDirectory() ? (await glob(pattern, {cwd: base})).sort() : [basename(base)]
      if (files.length === 0) throw new UsageError(`\`${path}\` holds no file like \`${pattern}\``)
      return files.map(file => ({
        file: join(folder, file),
        path: relative(cwd, join(folder, file)),
        to: join(out, file.replace(/\.(?:dita|xml|markdown)$/, '.md')),
      }))
    }),
  )
  const entries = found.flat()
  for (const {path, to} of entries) {
    const twin = entries.find(other => other.to === to && other.path !== path)
    if (twin !== undefined)
      throw new UsageError(`\`${path}\` and \`${twin.path}\` would both become \`${relative(cwd, to)}\``)
  }
  return entries
}

/** @throws {UsageError} Where files are in the way; nothing has been written then. */
function assertFree(pages: readonly {to: string; markdown: string}[], cwd: string): void {
  const taken = pages.filter(({to, markdown}) => {
    const stat = statSync(to, {throwIfNoEntry: false})
    return stat !== undefined && !(stat.isFile() && readFileSync(to, 'utf8') === markdown)
  })
  if (taken.length === 0) return
  const list = taken.map(({to}) => `\n  ${relative(cwd, to)}`).join('')
  throw new UsageError(
    `Files are in the way and stay as they are; nothing was written:${list}\nName another folder with \`--out\`, or write over them with \`--force\`.`,
  )
}

/** @throws {UsageError} */
function readText(file: string, named: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`Cannot read \`${named}\``, {cause: error})
  }
}

function report(
  imported: readonly (ImportEntry & Imported)[],
  written: number,
  {dryRun, quiet = false}: ImportFlags,
  terminal: Terminal,
  cwd: string,
): void {
  const messages = imported
    .flatMap(page => page.messages)
    .filter(({severity}) => !quiet || severity === 'error')
  const held = imported.length - written
  const look = {...terminal, read: (path: string) => readText(resolve(cwd, path), path)}
  if (messages.length > 0) {
    const counts = countLine(messages, picocolors.createColors(terminal.color))
    terminal.complain(`${prettyMessages(messages, look)}\n${counts}\n`)
  }
  const pages = `${written} ${written === 1 ? 'page' : 'pages'} ${dryRun ? 'would be written' : 'written'}`
  terminal.say(
    `${pages}${held === 0 ? '' : `; ${held} held back, since something in them cannot be carried over`}\n`,
  )
}
