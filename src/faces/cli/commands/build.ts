import {relative, resolve} from 'node:path'
import type {Command} from 'commander'
import {type Format, formatNames, type Severity} from '../../../internal.ts'
import {
  type BuildOptions,
  type BuildResult,
  type BuiltPage,
  buildProject,
  loadProject,
} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {
  assertAudiences,
  defaultQueueName,
  type GlobalOptions,
  isAddress,
  listOf,
  queueNameOption,
  queueOption,
  shardOf,
  wholeNumber,
} from '../options.ts'
import {openProgress} from '../progress.ts'
import {prettyReport} from '../reporters/pretty.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal, type Terminal} from '../terminal.ts'

interface BuildFlags extends GlobalOptions {
  readonly out?: string
  readonly audience?: readonly string[]
  readonly format?: readonly Format[]
  readonly shard?: {index: number; count: number}
  readonly force?: boolean
  readonly cache?: string
  readonly cacheReadOnly?: boolean
  readonly jobs?: number
  readonly queue?: string
  readonly queueName: string
  readonly queueWait?: number
}

export const addBuild: AddCommand = (program, shell, end) => {
  program
    .command('build')
    .description('every page for every audience in every format')
    .argument('[dir]', 'folder of the project')
    .option('--out <dir>', 'output folder; default: `outDir` of the configuration')
    .option('-a, --audience <id...>', 'only these audiences')
    .option(
      '-f, --format <format...>',
      'html, text, markdown, json; default: html and text',
      listOf(formatNames),
    )
    .option('--shard <i/n>', 'only this part of the pages', shardOf)
    .option(
      '--jobs <n>',
      'worker threads; default: one for each core where there are many pages',
      wholeNumber(1),
    )
    .option(
      '--cache <place>',
      'folder, or address of a Redis, of pages by what they are made of, which builds and machines can share',
    )
    .option('--cache-read-only', 'add nothing to the cache')
    .addOption(queueOption('have pages rendered by the workers of a queue: `redis://host:6379`'))
    .addOption(queueNameOption())
    .option(
      '--queue-wait <seconds>',
      'give up when there has been no worker, or no Redis, for so long; default: 60',
      wholeNumber(1),
    )
    .option('--force', 'make every page and write every output, even where nothing changed')
    .action(async (dir: string | undefined, _: unknown, command: Command) => {
      end(await run(dir, command.optsWithGlobals<BuildFlags>(), shell))
    })
}

async function run(dir: string | undefined, options: BuildFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const cwd = resolve(options.cwd, dir ?? '.')
  const project = await loadProject({
    cwd,
    ...(options.config !== undefined && {config: resolve(options.cwd, options.config)}),
  })
  assertAudiences(options.audience ?? [], project.config)
  const bar = await openProgress(terminal, shell)
  const fleet = await openFleet(options, terminal)
  try {
    const result = await buildProject(project, {
      ...(options.out !== undefined && {out: resolve(options.cwd, options.out)}),
      ...(options.audience && {audiences: options.audience}),
      ...(options.format && {formats: options.format}),
      ...(options.shard && {shard: options.shard}),
      ...(options.force && {force: options.force}),
      ...fleet.options,
      jobs: options.jobs ?? 'auto',
      onPage: (page, done, total) => {
        bar.show(done, total)
        report(page, options, terminal, project.bytes)
      },
    })
    bar.stop()
    summarize(result, shell.cwd, terminal)
    return result.failed > 0 ? exitCodes.contentErrors : exitCodes.done
  } finally {
    bar.stop()
    fleet.close()
  }
}

function summarize(
  {pages, failed, unchanged, stored, written, removed, out}: BuildResult,
  cwd: string,
  terminal: Terminal,
): void {
  const where = relative(cwd, out) || '.'
  const also = [
    ...(removed.length > 0 ? [`${removed.length} removed`] : []),
    ...(stored > 0 ? [`${stored} ${stored === 1 ? 'page' : 'pages'} from the cache`] : []),
    ...(unchanged > 0 ? [`${unchanged} ${unchanged === 1 ? 'page' : 'pages'} unchanged`] : []),
  ]
  const counts = [`${written} files written`, ...also].join(', ')
  terminal.say(`${pages - failed} of ${pages} pages built in ${where}: ${counts}\n`)
}

/** What a build shares with other machines. */
interface Fleet {
  readonly options: Pick<BuildOptions, 'store' | 'renderer'>
  close(): void
}

async function openFleet(options: BuildFlags, terminal: Terminal): Promise<Fleet> {
  const {cache, cacheReadOnly: readOnly = false, cwd, queue, queueWait: patience = 60, queueName} = options
  if (readOnly && cache === undefined)
    throw new UsageError('`--cache-read-only` says something only beside `--cache <place>`')
  if (queue === undefined && (options.queueWait !== undefined || queueName !== defaultQueueName))
    throw new UsageError('`--queue-name` and `--queue-wait` say something only beside `--queue <url>`')
  if (queue !== undefined && options.jobs !== undefined)
    throw new UsageError('`--jobs` says nothing beside `--queue`: workers have their own')
  if (queue === undefined && (cache === undefined || !isAddress(cache))) {
    const folder = cache !== undefined && {store: {folder: resolve(cwd, cache), readOnly}}
    return {options: {...folder}, close: () => undefined}
  }
  const {connect, queueRenderer, redisStore} = await import('../../queue/index.ts')
  const connection = queue === undefined ? undefined : await connect(queue, {patience})
  const cacheConnection =
    cache !== undefined && isAddress(cache) ? await connect(cache, {patience}) : undefined
  const shelfConnection = cacheConnection ?? connection
  const folder =
    cache !== undefined && !isAddress(cache)
      ? resolve(cwd, cache)
      : shelfConnection && redisStore(shelfConnection)
  const onNoWorker = (): void =>
    terminal.say(`Waiting for workers on the queue \`${queueName}\` at ${connection?.address}\n`)
  return {
    options: {
      ...(folder !== undefined && {store: {folder, readOnly}}),
      ...(connection && {
        renderer: queueRenderer({
          connection,
          queueName,
          patience,
          force: options.force ?? false,
          onNoWorker,
        }),
      }),
    },
    close: () => {
      connection?.close()
      cacheConnection?.close()
    },
  }
}

/**
 * Each file with its size, citations and messages; of a page that was not made again what is wrong with it.
 */
function report(
  {path, outputs, messages: all, unchanged}: BuiltPage,
  {quiet}: GlobalOptions,
  terminal: Terminal,
  read: (path: string) => Uint8Array | undefined,
): void {
  const messages = unchanged ? all.filter(message => message.severity !== 'info') : all
  if (unchanged && messages.length === 0) return
  const count = (severity: Severity, name: string): string => {
    const found = messages.filter(message => message.severity === severity).length
    return `${found} ${name}${found === 1 ? '' : 's'}`
  }
  const counts = [count('error', 'error'), count('warning', 'warning'), count('info', 'note')]
  terminal.out(`${path}: ${(unchanged ? ['unchanged', ...counts.slice(0, 2)] : counts).join(', ')}\n`)
  for (const {file, bytes, citations, changed} of outputs) {
    const cited =
      citations.length === 0 ? '' : `  [${citations.map(({key, number}) => `${number} ${key}`).join(', ')}]`
    terminal.out(
      `  ${changed ? 'written  ' : 'unchanged'}  ${String(bytes).padStart(7)} B  ${file}${cited}\n`,
    )
  }
  const told = quiet ? messages.filter(message => message.severity === 'error') : messages
  terminal.complain(prettyReport(told, {...terminal, read}))
}
