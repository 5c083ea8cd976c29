import {resolve} from 'node:path'
import {styleText} from 'node:util'
import type {Command} from 'commander'
import {type Comparison, compareTexts, type Document, render} from '../../../internal.ts'
import {openRevision, type Project, pathIn, RevisionError} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {assertAudiences, type GlobalOptions, oneOf, projectOf} from '../options.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal, type Terminal} from '../terminal.ts'

const reporters = ['pretty', 'json'] as const

interface DiffFlags extends GlobalOptions {
  readonly from?: string
  readonly to?: string
  readonly since?: string
  readonly audience?: string
  readonly reporter: (typeof reporters)[number]
}

/** What differs for one reader, or between two. */
interface Difference {
  readonly path: string
  readonly audience: string
  readonly status: 'same' | 'changed' | 'added' | 'removed'
  readonly comparison?: Comparison
}

export const addDiff: AddCommand = (program, shell, end) => {
  program
    .command('diff')
    .description('what differs between two readers, or for readers since a revision')
    .argument('[file]', 'Markdown file; without it, all pages since a revision')
    .option('--from <id>', 'a reader')
    .option('--to <id>', 'another one')
    .option('--since <rev>', 'a git revision')
    .option('-a, --audience <id>', 'only this reader')
    .option('--reporter <name>', reporters.join(', '), oneOf(reporters), 'pretty')
    .action(async (file: string | undefined, _: unknown, command: Command) => {
      end(await run(file, command.optsWithGlobals<DiffFlags>(), shell))
    })
}

async function run(file: string | undefined, options: DiffFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const project = await projectOf(options)
  const {from, to, since, audience} = options
  assertAudiences(
    [from, to, audience].filter(id => id !== undefined),
    project.config,
  )
  const path = file === undefined ? undefined : pathIn(project.root, resolve(options.cwd, file))
  const differences =
    since === undefined
      ? [betweenReaders(project, path, from, to)]
      : await sinceRevision(project, path, since, audience)
  if (options.reporter === 'json') terminal.out(`${JSON.stringify(differences, null, 2)}\n`)
  else for (const difference of differences) print(difference, path !== undefined, terminal)
  return exitCodes.done
}

function betweenReaders(project: Project, path: string | undefined, from?: string, to?: string): Difference {
  if (path === undefined || from === undefined || to === undefined)
    throw new UsageError('Name a file with `--from` and `--to`, or a revision with `--since`')
  const document = project.compile(path)
  const comparison = compareTexts(textFor(document, from) ?? '', textFor(document, to) ?? '')
  return {path, audience: `${from} → ${to}`, status: statusOf(comparison), comparison}
}

async function sinceRevision(
  project: Project,
  path: string | undefined,
  since: string,
  audience: string | undefined,
): Promise<readonly Difference[]> {
  const revision = open(project, since)
  const paths = path === undefined ? await project.pages() : [path]
  const found = paths.flatMap(each =>
    variantsOf(each, project.compile(each), revision.compile(each), audience),
  )
  const gone = path === undefined ? revision.removed : []
  const removed = gone.flatMap(each => variantsOf(each, undefined, revision.compile(each), audience))
  const all = [...found, ...removed]
  return path === undefined ? all.filter(({status}) => status !== 'same') : all
}

function open(project: Project, since: string) {
  try {
    return openRevision(project, since)
  } catch (error) {
    if (error instanceof RevisionError) throw new UsageError(error.message, {cause: error})
    throw error
  }
}

/** One difference for each reader that the page has or had. */
function variantsOf(
  path: string,
  now: Document | undefined,
  before: Document | undefined,
  audience: string | undefined,
): readonly Difference[] {
  const ids = [...new Set([...(before?.audiences ?? []), ...(now?.audiences ?? [])])]
  return ids
    .filter(id => audience === undefined || id === audience)
    .map(id => {
      const old = before && textFor(before, id)
      const current = now && textFor(now, id)
      if (current === undefined) return {path, audience: id, status: 'removed'}
      if (old === undefined) return {path, audience: id, status: 'added'}
      const comparison = compareTexts(old, current)
      return {path, audience: id, status: statusOf(comparison), comparison}
    })
}

/**
 * A whole page as text without line breaks that wrapping adds; `undefined` for a reader that it does not
 * serve.
 */
function textFor(document: Document, audience: string): string | undefined {
  if (!document.audiences.includes(audience)) return undefined
  return render(document, {
    audience,
    format: 'text',
    page: true,
    width: 0,
    draft: document.messages.some(({fatal}) => fatal),
  }).value
}

function statusOf({changes}: Comparison): 'same' | 'changed' {
  return changes.every(({kind}) => kind === 'same') ? 'same' : 'changed'
}

function print({path, audience, status, comparison}: Difference, inFull: boolean, terminal: Terminal): void {
  terminal.out(`${path} (${audience}): ${status}\n`)
  if (comparison === undefined || status === 'same') return
  if (inFull) terminal.out(wordsOf(comparison, terminal.color))
  const {removed, added} = comparison.numbers
  if (removed.length > 0) terminal.out(`  ! numbers only before: ${removed.join(', ')}\n`)
  if (added.length > 0) terminal.out(`  ! numbers only after: ${added.join(', ')}\n`)
}

/** The lines that differ, with `[-words-]` that went and `{+words+}` that came. */
function wordsOf({changes}: Comparison, color: boolean): string {
  const paint = (style: 'red' | 'green', text: string): string => (color ? styleText(style, text) : text)
  const marked = changes.map(({kind, text}) => {
    if (kind === 'same') return text
    const [open, close, style] =
      kind === 'added' ? (['{+', '+}', 'green'] as const) : (['[-', '-]', 'red'] as const)
    return text
      .split('\n')
      .map(line => (line.trim() === '' ? line : paint(style, `${open}${line}${close}`)))
      .join('\n')
  })
  const lines = marked
    .join('')
    .split('\n')
    .filter(line => /\[-|\{\+/.test(line))
  return lines.map(line => `  ${line}\n`).join('')
}
