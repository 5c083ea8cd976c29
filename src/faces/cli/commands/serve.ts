import {resolve} from 'node:path'
import type {Command} from 'commander'
import type {LogLevel} from '../../server/node/index.ts'
import {exitCodes} from '../exit-codes.ts'
import {type GlobalOptions, oneOf, wholeNumber} from '../options.ts'
import type {AddCommand, ShellName} from '../shell.ts'

/** As pino has them; its module is loaded only where it is needed. */
const logLevels: readonly LogLevel[] = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

interface ServeFlags extends GlobalOptions {
  readonly host: string
  readonly port: number
  readonly log: LogLevel
  readonly deadline: number
}

export const addServe: AddCommand = (program, shell, end) => {
  program
    .command('serve')
    .description('the HTTP API and the readers’ pages')
    .argument('[dir]', 'folder of the project; default: the current one')
    .option('--host <address>', 'address to listen on; `0.0.0.0` for all', '127.0.0.1')
    .option('--port <number>', 'port; 0: any that is free', wholeNumber(0, 65_535), 8080)
    .option('--log <level>', logLevels.join(', '), oneOf(logLevels), 'info')
    .option('--deadline <seconds>', 'time to finish what runs when it is stopped', wholeNumber(0), 10)
    .addHelpText(
      'after',
      '\nPARLANCE_TOKEN in the environment: only who sends it as a bearer token is answered.',
    )
    .action(async (dir: string | undefined, _: unknown, command: Command) => {
      end(await run(dir, command.optsWithGlobals<ServeFlags>(), shell))
    })
}

async function run(dir: string | undefined, options: ServeFlags, shell: ShellName): Promise<number> {
  const {host, port, log, deadline, cwd, config, quiet} = options
  const {startServer} = await import('../../server/node/index.ts')
  const server = await startServer({
    host,
    port,
    logLevel: quiet ? 'error' : log,
    token: shell.env.PARLANCE_TOKEN,
    cwd: resolve(cwd, dir ?? '.'),
    ...(config !== undefined && {config: resolve(cwd, config)}),
  })
  const signal = await shell.shutdownSignal()
  await server.close(deadline * 1000)
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.done
}
