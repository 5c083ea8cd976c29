// Builds of many pages by the command line: the first, one of which nothing has changed, and one after an
// edit of one page, against writing the same files, and against looking at the sources.
// `PAGES=1000 node bench/build.js` for fewer.
import {spawnSync} from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {median, printRatio, printTable} from './measure.js'

const most = Number(process.env.PAGES ?? 10_000)
const rounds = Number(process.env.ROUNDS ?? 5)

const project = fileURLToPath(new URL('../fixtures/projects/medical', import.meta.url))
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const article = readFileSync(join(project, 'content/anaphylaxis.md'), 'utf8')
const tellMemory = `process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))`

/** A project of so many copies of a fixture's article. */
function projectOf(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'))
  for (const file of ['references.json', 'glossary.yaml']) cpSync(join(project, file), join(folder, file))
  cpSync(join(project, 'content/_shared'), join(folder, 'content/_shared'), {recursive: true})
  const config = {bibliography: 'references.json', glossary: 'glossary.yaml', vars: {emergency: '112'}}
  writeFileSync(join(folder, 'parlance.config.json'), JSON.stringify(config))
  mkdirSync(join(folder, 'content'), {recursive: true})
  for (let page = 0; page < pages; page++) writeFileSync(sourceOf(folder, page), article)
  return folder
}

function sourceOf(folder, page) {
  return join(folder, `content/p${page}.md`)
}

/** Milliseconds and peak memory of a build. */
function build(folder) {
  const start = performance.now()
  const load = `data:text/javascript,${encodeURIComponent(tellMemory)}`
  const args = ['--import', load, cli, 'build', folder, '--quiet']
  const {stderr, status} = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 2 ** 30})
  if (status !== 0) throw new Error(stderr)
  const mebibytes = Number(stderr.trim().split('\n').at(-1)) / 1024
  return {time: performance.now() - start, mebibytes}
}

function filesBelow(folder) {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
}

/** Milliseconds to write the files of a build once more, one after the other, each whole or not at all. */
function writeAll(out) {
  const copy = `${out}-copy`
  const files = filesBelow(out).map(file => [join(copy, file.slice(out.length)), readFileSync(file)])
  const start = performance.now()
  for (const [file, content] of files) {
    mkdirSync(dirname(file), {recursive: true})
    writeFileSync(`${file}.new`, content, {flush: true})
    renameSync(`${file}.new`, file)
  }
  const time = performance.now() - start
  rmSync(copy, {recursive: true})
  return time
}

/**
 * Milliseconds to start Node, look at the sources and read the manifest: what there is to know at the least.
 */
function look(folder) {
  const script = `
    const {readdirSync, readFileSync, statSync} = require('node:fs')
    const folder = process.argv[1] + '/content/'
    for (const name of readdirSync(folder)) statSync(folder + name)
    JSON.parse(readFileSync(process.argv[1] + '/dist/manifest.json', 'utf8'))`
  const start = performance.now()
  const {status} = spawnSync(process.execPath, ['-e', script, folder])
  if (status !== 0) throw new Error('The sources cannot be looked at')
  return performance.now() - start
}

const seconds = time => `${(time / 1000).toFixed(2)} s`
const rows = []
for (const pages of [most / 10, most]) {
  const folder = projectOf(pages)
  try {
    await new Promise(resolve => setTimeout(resolve, 2500)) // until the files' times can be trusted
    const cold = build(folder)
    const written = writeAll(join(folder, 'dist'))
    build(folder)
    const times = {look: [], same: [], edit: []}
    for (let round = 0; round < rounds; round++) {
      times.look.push(look(folder))
      times.same.push(build(folder).time)
      writeFileSync(sourceOf(folder, round), `${article}\nOne more sentence of round ${round}.\n`)
      times.edit.push(build(folder).time)
    }
    const [looked, same, edit] = [times.look, times.same, times.edit].map(median)
    const size = filesBelow(join(folder, 'dist')).reduce((sum, file) => sum + statSync(file).size, 0)
    rows.push(
      [
        `first build of ${pages} pages`,
        seconds(cold.time),
        `${printRatio(cold.time / written)} writing its files (${seconds(written)})`,
        '3 ×',
      ],
      [
        'nothing changed',
        seconds(same),
        `${printRatio(same / looked)} looking at sources and manifest (${seconds(looked)})`,
        '3 ×',
      ],
      ['one page edited', seconds(edit), `${printRatio(edit / same)} the one before`, '2 ×'],
      [
        'peak memory of the first build',
        `${Math.round(cold.mebibytes)} MiB`,
        `for ${Math.round(size / 2 ** 20)} MiB of files`,
        '400 MB',
      ],
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
process.stdout.write(`### Builds\n\nMedian of ${rounds} for what is done again; 7 files a page.\n\n`)
process.stdout.write(`${printTable(['', 'time', 'in proportion', 'goal'], rows)}\n`)
