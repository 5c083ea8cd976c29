import {resolve} from 'node:path'
import type {Command} from 'commander'
import {noPages} from '../../../project/index.ts'
import {exitCodes} from '../exit-codes.ts'
import {type GlobalOptions, wholeNumber} from '../options.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal} from '../terminal.ts'

interface PreviewFlags extends GlobalOptions {
  readonly port: number
}

export const addPreview: AddCommand = (program, shell, end) => {
  program
    .command('preview')
    .description('every audience side by side in the browser, live while you write')
    .argument('[dir]', 'folder of the project; default: the current one')
    .option('--port <number>', 'port; 0: any that is free', wholeNumber(0, 65_535), 4321)
    .action(async (dir: string | undefined, _: unknown, command: Command) => {
      end(await run(dir, command.optsWithGlobals<PreviewFlags>(), shell))
    })
}

async function run(dir: string | undefined, options: PreviewFlags, shell: ShellName): Promise<number> {
  const {port, cwd, config} = options
  const terminal = openTerminal(options, shell)
  const {startPreview} = await import('../../preview/index.ts')
  const preview = await startPreview({
    port,
    cwd: resolve(cwd, dir ?? '.'),
    ...(config !== undefined && {config: resolve(cwd, config)}),
    onError: error =>
      terminal.complain(
        `This is a bug in parlance; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
      ),
  })
  const stopped = shell.shutdownSignal()
  terminal.out(`${preview.url}\n`)
  const {project} = preview.content
  if ((await project.pages()).length === 0) terminal.complain(`${noPages(project)}\n`)
  terminal.say('The preview follows what you save. Stop it with Ctrl+C.\n')
  const signal = await stopped
  await preview.close()
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.done
}
