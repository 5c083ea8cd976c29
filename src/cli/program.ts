import {Command, CommanderError} from 'commander'
import {ConfigError} from '../index.ts'
import {addBuild} from './commands/build.ts'
import {addCheck} from './commands/check.ts'
import {addDiff} from './commands/diff.ts'
import {addExplain} from './commands/explain.ts'
import {addInit} from './commands/init.ts'
import {addLsp} from './commands/lsp.ts'
import {addPreview} from './commands/preview.ts'
import {addRender} from './commands/render.ts'
import {addServe} from './commands/serve.ts'
import {exitCodes, UsageError} from './exit-codes.ts'
import {version} from './version.ts'

/** The command line: its commands and the options that all of them take. */
function createProgram(): Command {
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
  const author = [addInit, addPreview, addCheck, addExplain, addDiff, addLsp]
  for (const add of [...author, addRender, addBuild, addServe]) add(program)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  return program
}

/**
 * Run a command.
 *
 * @param argv Arguments without those of Node.
 * @returns Exit status.
 */
export async function runProgram(argv: readonly string[]): Promise<number> {
  try {
    await createProgram().parseAsync([...argv], {from: 'user'})
    return Number(process.exitCode ?? exitCodes.done)
  } catch (error) {
    return explainError(error)
  }
}

function explainError(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage // it has said why
  if (error instanceof ConfigError || error instanceof UsageError) {
    process.stderr.write(`error: ${error.message}\n`)
    return exitCodes.usage
  }
  if (error instanceof Error && 'code' in error && 'syscall' in error) {
    process.stderr.write(`error: ${error.message}\n`)
    return exitCodes.usage
  }
  process.stderr.write(
    `This is a bug in parlance; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return exitCodes.bug
}
