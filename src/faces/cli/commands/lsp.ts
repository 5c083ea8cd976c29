import {resolve} from 'node:path'
import type {Command} from 'commander'
import type {GlobalOptions} from '../options.ts'
import type {AddCommand} from '../shell.ts'
import {version} from '../version.ts'

export const addLsp: AddCommand = program => {
  program
    .command('lsp')
    .description('language server for editors, on standard input and output')
    .option('--stdio', 'the only way there is; editors say it all the same')
    .option('--clientProcessId <id>', 'said by some editors; not used')
    .action(async (_: unknown, command: Command) => {
      const {cwd, config} = command.optsWithGlobals<GlobalOptions>()
      const {startLanguageServer} = await import('../../lsp/index.ts')
      startLanguageServer({cwd, config: config && resolve(cwd, config), version})
      await new Promise(() => undefined) // the connection ends the process
    })
}
