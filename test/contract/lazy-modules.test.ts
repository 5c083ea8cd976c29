import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {english} from '../support/csl.ts'
import {folderWith} from '../support/temporary.ts'
import {sortedNumbers} from '../unit/adapters/csl/files.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')

/** Prints each module that is loaded, from the thread that resolves them. */
const hooks = `export async function load(url, context, next) { process._rawDebug('loads ' + url); return next(url, context) }`
const register = `import {register} from 'node:module'; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(hooks)}`)})`

/** Modules that the command loads while it renders a page. */
function loadedBy(files: Readonly<Record<string, string>>): readonly string[] {
  const cwd = folderWith(files)
  const {status, stderr, stdout} = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(register)}`,
      cli,
      'render',
      'content/a.md',
      '--audience',
      'patient',
    ],
    {cwd, encoding: 'utf8', env: {...process.env, NO_COLOR: '1'}},
  )
  expect(`${status} ${stdout}`).toContain('0 <p>So')
  const loaded = [...stderr.matchAll(/^loads (.*)$/gm)].map(([, url = '']) => url)
  expect(loaded.some(url => url.endsWith('dist/cli.js'))).toBe(true)
  return loaded
}

/** File names without the hash of what is bundled. */
const namesOf = (urls: readonly string[]): readonly string[] =>
  urls.map(url => (url.split('/').at(-1) ?? '').replace(/-[\w-]{8}\.js$/, '.js'))

const heavy = /dist\/(?:bibtex|csl|readability)[.-]|citeproc|citation-js|retext|dale-chall|parse-english/

test('a page pays for no reader and no style that it does not use', () => {
  const references = [1, 2, 3, 4, 5, 6, 7].map(
    n => `  - {id: r${n}, type: book, title: T, publisher: P, issued: 2020}`,
  )
  const page = `---\nreferences:\n${references.join('\n')}\n---\n\nSo :cite[r1; r2; r3; r4; r5; r6; r7].\n`
  expect(loadedBy({'content/a.md': page}).filter(url => heavy.test(url))).toEqual([])
})

test('a command loads no other command', () => {
  const loaded = loadedBy({'content/a.md': 'So it is.\n'})
  const others =
    /dist\/(?:build|check|diff|explain|serve|server-node)-|node_modules\/(?:hono|@hono|pino|prom-client|tinypool)\//
  expect(loaded.filter(url => others.test(url))).toEqual([])
  expect(loaded.filter(url => /dist\/render-/.test(url))).toHaveLength(1)
})

test('citeproc is loaded where the configuration names a CSL style', () => {
  const loaded = loadedBy({
    'content/a.md': 'So it is.\n',
    'parlance.config.json': JSON.stringify({citationStyles: {ours: {file: 'ours.csl', locale: 'en.xml'}}}),
    'ours.csl': sortedNumbers,
    'en.xml': english,
  })
  expect(namesOf(loaded.filter(url => heavy.test(url)))).toEqual(['csl.js', 'citeproc_commonjs.js'])
})

test('BibTeX is read where there is such a file, and its reader is loaded then', () => {
  const loaded = loadedBy({
    'content/a.md': '---\nbibliography: refs.bib\n---\n\nSo :cite[a].\n',
    'content/refs.bib': '@book{a, title = {A}, publisher = {P}, year = 2020}\n',
  })
  expect(namesOf(loaded.filter(url => heavy.test(url)))).toEqual(['bibtex.js'])
})
