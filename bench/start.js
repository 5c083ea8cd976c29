// What the command line costs to start: one page rendered from the shell, against `node -e 0`. Processor time
// (user and system) of the child, in turn, medians.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {median, printRatio, printTable} from './measure.js'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const page = fileURLToPath(
  new URL('../fixtures/projects/medical/content/pertuzumab-mechanism.md', import.meta.url),
)
const project = fileURLToPath(new URL('../fixtures/projects/medical', import.meta.url))
const rounds = Number(process.argv[2] ?? 15)

const folder = mkdtempSync(join(tmpdir(), 'parlance-start-'))
writeFileSync(join(folder, 'short.md'), 'Take one tablet :only[daily]{for=patient}.\n')

const things = {
  'node -e 0': ['-e', '0'],
  'parlance --version': [cli, '--version'],
  'parlance render, a line': [cli, 'render', 'short.md', '--audience', 'patient', '--cwd', folder],
  'parlance render, 7 kB article': [
    cli,
    'render',
    page,
    '--audience',
    'patient',
    '--cwd',
    project,
    '--quiet',
  ],
}

const report = join(folder, 'report.cjs')
writeFileSync(
  report,
  `process.on('exit', () => {
    const {user, system} = process.cpuUsage()
    process._rawDebug('\\ncost ' + (user + system) / 1000)
  })`,
)

/**
 * @param {readonly string[]} argv
 * @returns {number} Milliseconds of processor time.
 */
function cost(argv) {
  const {status, stderr} = spawnSync(process.execPath, ['--require', report, ...argv], {encoding: 'utf8'})
  const [, milliseconds] = /^cost (.*)$/m.exec(stderr) ?? []
  if (status !== 0 || milliseconds === undefined) throw new Error(stderr)
  return Number(milliseconds)
}

/** @type {Map<string, number[]>} */
const costs = new Map(Object.keys(things).map(name => [name, []]))
for (let round = -1; round < rounds; round++) {
  for (const [name, argv] of Object.entries(things)) {
    const milliseconds = cost(argv)
    if (round >= 0) costs.get(name)?.push(milliseconds) // the first round fills the caches of the file system
  }
}
rmSync(folder, {recursive: true})

const [, empty = []] = [...costs][0] ?? []
const rows = [...costs].map(([name, all]) => [
  name,
  `${median(all).toFixed(0)} ms`,
  printRatio(median(all) / median(empty)),
])
process.stdout.write(`Processor time of one command, median of ${rounds}; the goal for a page is 3 ×.\n\n`)
process.stdout.write(`${printTable(['', 'processor', 'of `node -e 0`'], rows)}\n`)
