// Checks of many pages by the command line: the first, one of which nothing has changed, one after an edit of
// one page, and, of the fewer pages, one by a single thread, with their memory, for two sizes of a project.
// One page in twenty has mistakes. `PAGES=1000 node bench/check.js` for fewer.
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {median, printRatio, printTable} from './measure.js'

const most = Number(process.env.PAGES ?? 10_000)
const rounds = Number(process.env.ROUNDS ?? 3)

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const tellMemory = `import {isMainThread} from 'node:worker_threads'
if (isMainThread) process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))`

/** A short article; one in twenty has a misspelled reader and an unknown work. */
function articleOf(page) {
  const isWrong = page % 20 === 0
  return `---
title: Aspirin, part ${page}
references:
  - {id: label, type: pamphlet, title: Aspirin tablets ${page}, publisher: The Maker, issued: 2023}
---

## Dose

::::variants{#amount}
:::clinician
Give ${75 + (page % 5) * 25} mg once a day :cite[${isWrong ? 'lable' : 'label'}].
:::
:::patient
Swallow ${75 + (page % 5) * 25} mg once a day, with food :cite[label].
:::
::::

It may cause :say[bleeding]{clinician="gastrointestinal haemorrhage"} :cite[label].

- :only{for=clinician} Add a proton pump inhibitor where the risk of bleeding is high.
- :only{for=${isWrong ? 'pateint' : 'patient'}} Tell your doctor about black stools.
`
}

function sourceOf(folder, page) {
  return join(folder, `content/p${page}.md`)
}

function projectOf(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'))
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'parlance.config.json'), '{}')
  for (let page = 0; page < pages; page++) writeFileSync(sourceOf(folder, page), articleOf(page))
  return folder
}

/** Milliseconds, peak memory, and what was printed. */
function check(folder, ...options) {
  const load = `data:text/javascript,${encodeURIComponent(tellMemory)}`
  const args = ['--import', load, cli, 'check', '--cwd', folder, ...options]
  const start = performance.now()
  const {stderr, status} = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: 2 ** 30})
  const time = performance.now() - start
  if (status !== 1) throw new Error(stderr)
  const lines = stderr.trim().split('\n')
  return {time, mebibytes: Number(lines.at(-1)) / 1024, lines}
}

/**
 * Milliseconds to start Node, look at the sources and read what is kept: what there is to know at the least.
 */
function look(folder) {
  const script = `
    const {readdirSync, readFileSync, statSync} = require('node:fs')
    const folder = process.argv[1] + '/content/'
    for (const name of readdirSync(folder)) statSync(folder + name)
    readFileSync(process.argv[1] + '/.parlance/check.json', 'utf8')`
  const start = performance.now()
  const {status} = spawnSync(process.execPath, ['-e', script, folder])
  if (status !== 0) throw new Error('The sources cannot be looked at')
  return performance.now() - start
}

const seconds = time => `${(time / 1000).toFixed(2)} s`
const each = (time, pages) => `${(time / pages).toFixed(2)} ms`
const rows = []
for (const pages of [most / 10, most]) {
  const folder = projectOf(pages)
  try {
    await new Promise(resolve => setTimeout(resolve, 2500)) // until the files' times can be trusted
    const first = check(folder)
    const one = pages === most ? undefined : check(folder, '--jobs', '1', '--no-cache')
    const times = {look: [], same: [], edit: []}
    let again = first
    for (let round = 0; round < rounds; round++) {
      times.look.push(look(folder))
      again = check(folder)
      times.same.push(again.time)
      writeFileSync(sourceOf(folder, round), `${articleOf(round)}\nOne more sentence.\n`)
      times.edit.push(check(folder).time)
    }
    const [looked, same, edit] = [times.look, times.same, times.edit].map(median)
    const kept = statSync(join(folder, '.parlance/check.json')).size / 2 ** 20
    const memory = ({mebibytes}) => `${Math.round(mebibytes)} MiB`
    rows.push(
      [`first check of ${pages} pages`, seconds(first.time), each(first.time, pages), memory(first)],
      ...(one ? [['the same with one thread', seconds(one.time), each(one.time, pages), memory(one)]] : []),
      [
        'nothing changed',
        seconds(same),
        `${printRatio(same / first.time)} the first, ${printRatio(same / looked)} looking at the sources`,
        `${memory(again)}; ${kept.toFixed(1)} MiB on disk`,
      ],
      ['one page edited', seconds(edit), `${printRatio(edit / same)} the one before`, ''],
      ['lines printed', `${first.lines.length - 1}`, first.lines.at(-3) ?? '', ''],
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
process.stdout.write(`Median of ${rounds} for what is done again; one page in twenty has mistakes.\n\n`)
process.stdout.write(`${printTable(['', 'time', 'each, or in proportion', 'peak memory'], rows)}\n`)
