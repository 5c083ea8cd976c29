import {availableParallelism} from 'node:os'
import {resolve} from 'node:path'
import type {Command} from 'commander'
import {loadProject} from '../../../project/index.ts'
import {exitCodes, UsageError} from '../exit-codes.ts'
import {type GlobalOptions, isAddress, queueNameOption, queueOption, wholeNumber} from '../options.ts'
import type {AddCommand, ShellName} from '../shell.ts'
import {openTerminal} from '../terminal.ts'

interface WorkerFlags extends GlobalOptions {
  readonly queue?: string
  readonly queueName: string
  readonly cache?: string
  readonly jobs?: number
  readonly timeout: number
  readonly deadline: number
}

export const addWorker: AddCommand = (program, shell, end) => {
  program
    .command('worker')
    .description('render pages for builds on other machines')
    .argument('[dir]', 'folder of the project, as the builds have it')
    .addOption(queueOption('queue of the builds: `redis://host:6379`'))
    .addOption(queueNameOption())
    .option('--cache <place>', 'where pages are put, as the builds have it; default: the Redis of the queue')
    .option('--jobs <n>', 'pages at a time; default: one for each core', wholeNumber(1))
    .option('--timeout <seconds>', 'time that a page may take', wholeNumber(1), 60)
    .option('--deadline <seconds>', 'time to finish what runs when it is stopped', wholeNumber(0), 10)
    .action(async (dir: string | undefined, _: unknown, command: Command) => {
      end(await run(dir, command.optsWithGlobals<WorkerFlags>(), shell))
    })
}

async function run(dir: string | undefined, options: WorkerFlags, shell: ShellName): Promise<number> {
  const {queue, queueName, cwd, config, cache, timeout, deadline} = options
  if (queue === undefined)
    throw new UsageError('Name the queue of the builds: `--queue redis://host:6379`, or PARLANCE_QUEUE')
  const terminal = openTerminal(options, shell)
  const project = {
    cwd: resolve(cwd, dir ?? '.'),
    ...(config !== undefined && {config: resolve(cwd, config)}),
  }
  const {root} = await loadProject(project) // report what cannot be opened now, not page by page
  const {runWorker} = await import('../../queue/index.ts')
  const jobs = options.jobs ?? availableParallelism()
  let done = 0
  const worker = await runWorker({
    queue,
    queueName,
    project,
    ...(cache !== undefined && {cache: isAddress(cache) ? {redis: cache} : {folder: resolve(cwd, cache)}}),
    jobs,
    timeout,
    onPage: (path, problem) => {
      if (problem === undefined) done++
      else terminal.complain(`${path}: ${problem}\n`)
    },
    onConnection: isConnected =>
      terminal.say(isConnected ? 'Redis is back\n' : 'Redis is away: waiting until it is back\n'),
  })
  terminal.say(
    `Rendering pages of ${root} for the queue \`${queueName}\` at ${worker.address}, ${jobs} at a time\n`,
  )
  const signal = await shell.shutdownSignal()
  await worker.close(deadline * 1000)
  terminal.say(`${done} ${done === 1 ? 'page' : 'pages'} rendered\n`)
  return signal === 'SIGINT' ? exitCodes.interrupted : exitCodes.done
}
