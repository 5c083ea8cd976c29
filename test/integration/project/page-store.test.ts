import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type BuildOptions, type BuildResult, buildProject, loadProject} from '../../../src/project/index.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"bibliography": "refs.json"}',
  'refs.json': '[{"id": "a", "type": "book", "title": "A book", "publisher": "P", "issued": "2020"}]',
  'content/one.md': '---\ntitle: One\n---\n\nText :cite[a]. [Two](two.md)\n',
  'content/two.md': '---\ntitle: Two\n---\n\n::include{file="_part.md"}\n\n:::patient\nYours.\n:::\n',
  'content/three.md': ':nobody[x]\n',
  'content/_part.md': 'Part.\n',
}

/** A build on a machine that has nothing but the sources and the store. */
async function elsewhere(
  folder: string,
  changes: Readonly<Record<string, string>> = {},
  {readOnly = false, ...options}: BuildOptions & {readOnly?: boolean} = {},
): Promise<BuildResult & {files: Readonly<Record<string, string>>}> {
  const root = folderWith({...files, ...changes})
  const result = await buildProject(await loadProject({cwd: root}), {...options, store: {folder, readOnly}})
  return {...result, files: contentOf(result.out)}
}

async function plain(changes: Readonly<Record<string, string>> = {}) {
  const {out} = await buildProject(await loadProject({cwd: folderWith({...files, ...changes})}))
  return contentOf(out)
}

test.each<readonly [string, Readonly<Record<string, string>>, number]>([
  ['nothing', {}, 3],
  ['a page', {'content/three.md': 'Sound.\n'}, 2],
  ['an include', {'content/_part.md': 'Other.\n'}, 1],
  ['the title of a page that another links to', {'content/two.md': '---\ntitle: New\n---\n\nText.\n'}, 1],
  ['the bibliography', {'refs.json': files['refs.json'].replace('A book', 'Other')}, 0],
  ['the configuration', {'parlance.config.json': '{"bibliography": "refs.json", "locale": "es"}'}, 0],
])(
  'where %s is another, a build takes the others from the store, to the same bytes',
  async (_, changes, stored) => {
    const store = folderWith({})
    expect((await elsewhere(store)).stored).toBe(0)
    const again = await elsewhere(store, changes)
    expect(again.stored).toBe(stored)
    expect(again.files).toEqual(await plain(changes))
    expect((await elsewhere(store, changes)).stored).toBe(3)
    expect((await elsewhere(store)).stored).toBe(3) // both are kept
  },
)

test('messages come along', async () => {
  const store = folderWith({})
  const reported: string[][] = [[], []]
  for (const list of reported)
    await elsewhere(store, {}, {onPage: ({messages}) => list.push(...messages.map(({reason}) => reason))})
  expect(reported[0]?.join()).toContain('Unknown directive `nobody`')
  expect(reported[1]).toEqual(reported[0])
})

test('other formats are other pages, and --force makes all of them', async () => {
  const store = folderWith({})
  await elsewhere(store)
  expect((await elsewhere(store, {}, {formats: ['json']})).stored).toBe(0)
  expect((await elsewhere(store, {}, {force: true})).stored).toBe(0)
})

test('a page in the store that is cut or gone is made again, and stored again', async () => {
  const store = folderWith({})
  await elsewhere(store)
  const packed = readdirSync(store, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.gz'))
  expect(packed).toHaveLength(3)
  const [cut = '', gone = ''] = packed
  writeFileSync(join(store, cut), readFileSync(join(store, cut)).subarray(0, 40))
  rmSync(join(store, gone))
  const result = await elsewhere(store)
  expect(result.stored).toBe(1)
  expect(result.files).toEqual(await plain())
  expect((await elsewhere(store)).stored).toBe(3)
})

test('a store that is only read stays as it is', async () => {
  const store = folderWith({})
  expect((await elsewhere(store, {}, {readOnly: true})).stored).toBe(0)
  expect(contentOf(store)).toEqual({})
})

test('the command line shares a folder', async () => {
  const store = folderWith({})
  const build = (...args: readonly string[]) =>
    parlance(['build', '--cache', store, ...args], {cwd: folderWith(files)})
  expect((await build()).stderr).not.toContain('from the cache')
  const cwd = folderWith(files)
  writeIn(cwd, 'content/one.md', 'Other.\n')
  expect((await parlance(['build', '--cache', store, '--cache-read-only'], {cwd})).stderr).toContain(
    '2 pages from the cache',
  )
  expect((await build('--jobs', '2')).stderr).toContain('3 pages from the cache')
  const {status, stderr} = await parlance(['build', '--cache-read-only'], {cwd})
  expect([status, stderr]).toEqual([2, expect.stringContaining('only beside `--cache <place>`')])
})
