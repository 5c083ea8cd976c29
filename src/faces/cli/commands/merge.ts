import {resolve} from 'node:path'
import type {Command} from 'commander'
import {type MergedPage, MergeError, mergeShards} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {type GlobalOptions, projectOf} from '../options.ts'
import {openProgress} from '../progress.ts'
import {prettyReport} from '../reporters/pretty.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal, type Terminal} from '../terminal.ts'

interface MergeFlags extends GlobalOptions {
  readonly out: string
}

export const addMerge: AddCommand = (program, shell, end) => {
  program
    .command('merge')
    .description('join what `build --shard` wrote on several machines')
    .argument('<dir...>', 'output folders of all shards')
    .requiredOption('--out <dir>', 'folder for the whole site')
    .addHelpText(
      'after',
      '\nRun it in the project: each shard must have been built from what is checked out there.',
    )
    .action(async (dirs: readonly string[], _: unknown, command: Command) => {
      end(await run(dirs, command.optsWithGlobals<MergeFlags>(), shell))
    })
}

async function run(dirs: readonly string[], options: MergeFlags, shell: ShellName): Promise<number> {
  const terminal = openTerminal(options, shell)
  const {cwd} = options
  const project = await projectOf(options)
  const named = (name: string) => ({name, path: resolve(cwd, name)})
  const bar = await openProgress(terminal, shell)
  const result = await mergeShards(project, {
    folders: dirs.map(named),
    out: named(options.out),
    onPage: (page, done, total) => {
      bar.show(done, total)
      report(page, terminal, project.bytes)
    },
  })
    .catch((error: unknown) => {
      throw error instanceof MergeError ? new UsageError(error.message) : error
    })
    .finally(bar.stop)
  const {shards, pages, failed, written, removed} = result
  const also = removed.length > 0 ? `, ${removed.length} removed` : ''
  const of = `${shards} ${shards === 1 ? 'shard' : 'shards'}`
  terminal.say(
    `${pages - failed} of ${pages} pages of ${of} merged in ${options.out}: ${written} files written${also}\n`,
  )
  return failed > 0 ? exitCodes.contentErrors : exitCodes.done
}

/** What keeps a page out of the site; other messages were reported when its shard was built. */
function report(
  {path, from, hadErrors, messages}: MergedPage,
  terminal: Terminal,
  read: (path: string) => Uint8Array | undefined,
): void {
  if (hadErrors)
    terminal.complain(
      `${path}: has errors, and is left as it was (${from}); \`parlance check ${path}\` tells which\n`,
    )
  else if (messages.length > 0) terminal.complain(prettyReport(messages, {...terminal, read}))
}
