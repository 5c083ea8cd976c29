// Memory and time of a build as the number of pages grows: `node bench/build.js`. Pages are copies of a fixture article.
import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const project = fileURLToPath(new URL('../fixtures/projects/medical', import.meta.url))
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const article = readFileSync(join(project, 'content/anaphylaxis.md'), 'utf8')
const measure = `process.on('exit', () => process.stderr.write(JSON.stringify({rss: process.resourceUsage().maxRSS}) + '\\n'))`

for (const pages of [100, 400, 1600]) {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'))
  try {
    for (const file of ['references.json', 'glossary.yaml']) cpSync(join(project, file), join(folder, file))
    cpSync(join(project, 'content/_shared'), join(folder, 'content/_shared'), {recursive: true})
    writeFileSync(
      join(folder, 'parlance.config.json'),
      JSON.stringify({bibliography: 'references.json', glossary: 'glossary.yaml', vars: {emergency: '112'}}),
    )
    mkdirSync(join(folder, 'content'), {recursive: true})
    for (let page = 0; page < pages; page++) writeFileSync(join(folder, `content/p${page}.md`), article)
    const run = name => {
      const start = performance.now()
      const {stderr, status} = spawnSync(
        process.execPath,
        [
          '--import',
          `data:text/javascript,${encodeURIComponent(measure)}`,
          cli,
          'build',
          folder,
          '--jobs',
          '1',
          '--quiet',
        ],
        {encoding: 'utf8', maxBuffer: 256 * 1024 * 1024},
      )
      if (status !== 0) throw new Error(stderr)
      const {rss} = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}')
      const milliseconds = (performance.now() - start) / pages
      process.stdout.write(
        `${String(pages).padStart(5)} pages, ${name.padEnd(6)}  ${milliseconds.toFixed(1)} ms a page, at most ${Math.round(rss / 1024)} MiB\n`,
      )
    }
    run('first')
    run('again')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
