import {resolve} from 'node:path'
import {Command, CommanderError} from 'commander'
import {exitCodes, UsageError} from './exit-codes.ts'
import type {AddCommand, Output, ShellName} from './shell.ts'
import {version} from './version.ts'

/**
 * THE table of commands, each loaded when it is asked for: a command line is short-lived, and its start is
 * what one waits for.
 */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init.ts')).addInit,
  import: async () => (await import('./commands/import.ts')).addImport,
  preview: async () => (await import('./commands/preview.ts')).addPreview,
  render: async () => (await import('./commands/render.ts')).addRender,
  build: async () => (await import('./commands/build.ts')).addBuild,
  merge: async () => (await import('./commands/merge.ts')).addMerge,
  worker: async () => (await import('./commands/worker.ts')).addWorker,
  check: async () => (await import('./commands/check.ts')).addCheck,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  diff: async () => (await import('./commands/diff.ts')).addDiff,
  rules: async () => (await import('./commands/rules.ts')).addRules,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  lsp: async () => (await import('./commands/lsp.ts')).addLsp,
}

/**
 * The command line: its commands and the options that all of them take.
 *
 * @param first The first argument. Where it is a command, no other one is needed; else all are, for help and
 * suggestions.
 *   None is needed for the version.
 */
async function createProgram(
  first: string | undefined,
  shell: ShellName,
  end: (status: number) => void,
): Promise<Command> {
  const program = new Command('parlance')
    .description('One Markdown source, the right wording and the right citations for each reader.')
    .version(version)
    .option('--config <file>', 'configuration file')
    .option('--cwd <dir>', 'folder to work in')
    .option('--no-color', 'no colors')
    .option('--quiet', 'only errors, on standard error')
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what is possible)')
    .exitOverride()
    .configureHelp({showGlobalOptions: true})
    .configureOutput({
      writeOut: text => void shell.stdout.write(text),
      writeErr: text => void shell.stderr.write(text),
      getOutHelpWidth: () => widthOf(shell.stdout),
      getErrHelpWidth: () => widthOf(shell.stderr),
    })
    .hook('preAction', program => {
      program.setOptionValue('cwd', resolve(shell.cwd, program.opts<{cwd?: string}>().cwd ?? '.'))
    })
  const names = Object.keys(commands)
  const needed = first === '--version' ? [] : names.includes(first ?? '') ? [first ?? ''] : names
  for (const name of needed) (await commands[name]?.())?.(program, shell, end)
  inherit(program)
  return program
}

/** Columns that help may take. */
function widthOf({isTTY = false, columns = 80}: Output): number {
  return isTTY ? columns : 80
}

/** Commands and the commands below them end and speak as the program does. */
function inherit(parent: Command): void {
  for (const command of parent.commands) {
    command.exitOverride().copyInheritedSettings(parent)
    inherit(command)
  }
}

/**
 * Run a command.
 *
 * @param argv Arguments without those of Node.
 * @returns Exit status.
 */
export async function runProgram(argv: readonly string[], shell: ShellName): Promise<number> {
  let status: number = exitCodes.done
  try {
    const program = await createProgram(argv[0], shell, ended => {
      status = ended
    })
    await program.parseAsync([...argv], {from: 'user'})
    return status
  } catch (error) {
    return await explainError(error, shell.stderr)
  }
}

/** Errors whose message is all that there is to say: of the queue, what Redis answers, and of threads. */
const plain: ReadonlySet<string> = new Set([
  'FleetError',
  'ProjectError',
  'ReplyError',
  'ThreadMemoryError',
  'WriteError',
])

async function explainError(error: unknown, stderr: Output): Promise<number> {
  // it has said why
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  const {ConfigError} = await import('../../internal.ts')
  if (error instanceof ConfigError || error instanceof UsageError) {
    stderr.write(`error: ${error.message}\n`)
    return exitCodes.usage
  }
  if (error instanceof Error && (('code' in error && 'syscall' in error) || plain.has(error.name))) {
    stderr.write(`error: ${error.message}\n`)
    return exitCodes.usage
  }
  stderr.write(
    `This is a bug in parlance; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return exitCodes.bug
}
