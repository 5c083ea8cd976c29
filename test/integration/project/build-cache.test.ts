import {existsSync, readFileSync, rmSync, utimesSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type BuildOptions, buildProject, loadProject} from '../../../src/project/index.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"bibliography": "refs.json"}',
  'refs.json': '[{"id": "a", "type": "book", "title": "A book", "publisher": "P", "issued": "2020"}]',
  'content/one.md': '---\ntitle: One\n---\n\nText :cite[a]. [Two](two.md)\n',
  'content/two.md': '::include{file="_part.md"}\n',
  'content/three.md': ':nobody[x]\n',
  'content/_part.md': 'Part.\n',
}

/** Builds, and tells which pages were made. */
async function made(folder: string, options: BuildOptions = {}): Promise<readonly string[]> {
  const paths: string[] = []
  await buildProject(await loadProject({cwd: folder}), {
    ...options,
    onPage: ({path, unchanged}) => {
      if (!unchanged) paths.push(path.replace(/^content\/|\.md$/g, ''))
    },
  })
  return paths
}

async function built(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = folderWith({...files, ...more})
  expect(await made(folder)).toEqual(['one', 'three', 'two'])
  return folder
}

const dist = (folder: string): Readonly<Record<string, string>> => contentOf(join(folder, 'dist'))

test.each<readonly [string, (folder: string) => void, readonly string[]]>([
  ['nothing', () => {}, []],
  ['the text of a page', folder => writeIn(folder, 'content/one.md', 'Other.\n'), ['one']],
  ['an include', folder => writeIn(folder, 'content/_part.md', 'Other.\n'), ['one', 'two']],
  [
    'the title of a page that another links to',
    folder => writeIn(folder, 'content/two.md', '# T\n'),
    ['one', 'two'],
  ],
  ['a broken page', folder => writeIn(folder, 'content/three.md', ':no[x]\n'), ['three']],
  [
    'the bibliography',
    folder => writeIn(folder, 'refs.json', files['refs.json'].replace('A book', 'Other')),
    ['one', 'three', 'two'],
  ],
  [
    'the configuration',
    folder => writeIn(folder, 'parlance.config.json', '{"bibliography": "refs.json", "locale": "es"}'),
    ['one', 'three', 'two'],
  ],
  [
    'times alone',
    folder => {
      for (const file of Object.keys(files)) utimesSync(join(folder, file), new Date(), new Date(0))
    },
    [],
  ],
  ['an output, which is gone', folder => rmSync(join(folder, 'dist/patient/one/index.html')), ['one']],
  ['an output, edited', folder => writeFileSync(join(folder, 'dist/student/two/index.txt'), 'x'), ['two']],
  [
    'the manifest, which is gone',
    folder => rmSync(join(folder, 'dist/manifest.json')),
    ['one', 'three', 'two'],
  ],
  [
    'the search of an audience, which is gone',
    folder => rmSync(join(folder, 'dist/patient/search.json')),
    ['one', 'three', 'two'],
  ],
  ['a page, which is new', folder => writeIn(folder, 'content/four.md', 'Four.\n'), ['four']],
])(
  'after a change of %s only what shows it is made again, and the output is that of a clean build',
  async (_, change, expected) => {
    const folder = await built()
    change(folder)
    expect(await made(folder)).toEqual(expected)
    const kept = dist(folder)
    rmSync(join(folder, 'dist'), {recursive: true})
    await made(folder)
    expect(kept).toEqual(dist(folder))
  },
)

test('a page that is gone leaves nothing behind, and the others are not made again', async () => {
  const folder = await built()
  rmSync(join(folder, 'content/three.md'))
  expect(await made(folder)).toEqual([])
  rmSync(join(folder, 'content/one.md'))
  expect(await made(folder)).toEqual([])
  expect(Object.keys(dist(folder)).filter(file => file.includes('one/'))).toEqual([])
  expect(dist(folder)['patient/search.json']).not.toContain('"One"')
})

test('other formats, audiences and folders are other outputs', async () => {
  const folder = await built()
  const all = ['one', 'three', 'two']
  expect(await made(folder, {formats: ['html', 'json']})).toEqual(all)
  expect(await made(folder, {formats: ['html', 'json']})).toEqual([])
  expect(await made(folder, {audiences: ['patient']})).toEqual(all)
  expect(await made(folder, {out: 'other'})).toEqual(all)
  expect(await made(folder, {out: 'other'})).toEqual([])
  expect(await made(folder, {out: 'other', force: true})).toEqual(all)
})

test('each shard caches its own part', async () => {
  const folder = folderWith(files)
  const shard = (index: number) => made(folder, {shard: {index, count: 2}})
  expect([await shard(1), await shard(2)]).toEqual([['one', 'two'], ['three']])
  expect([await shard(1), await shard(2)]).toEqual([[], []])
  expect(await made(folder)).toEqual([])
})

test('what a configuration says is compared, not its file', async () => {
  const folder = folderWith({
    ...files,
    'parlance.config.json': '',
    'parlance.config.ts': "import {title} from './title.js'\nexport default {site: {title}}\n",
    'title.js': "export const title = 'One'\n",
  })
  rmSync(join(folder, 'parlance.config.json'))
  const build = async () => (await parlance(['build'], {cwd: folder})).stderr
  expect(await build()).not.toContain('unchanged')
  expect(await build()).toContain('3 pages unchanged')
  writeIn(folder, 'title.js', "export const title = 'Two'\n")
  expect(await build()).not.toContain('unchanged')
  writeIn(folder, 'parlance.config.ts', 'export default {site: {template: ({body}) => body}}\n')
  expect(await build()).not.toContain('unchanged')
  expect(await build()).not.toContain('unchanged')
})

describe('messages of pages that are not made again', () => {
  test('are reported again, with the same exit status', async () => {
    const folder = folderWith(files)
    const first = await parlance(['build'], {cwd: folder})
    const second = await parlance(['build'], {cwd: folder})
    expect([first.status, second.status]).toEqual([1, 1])
    expect(second.stdout).toBe('content/three.md: unchanged, 1 error, 0 warnings\n')
    expect(second.stderr).toContain('Unknown directive `nobody`')
    expect(second.stderr).toContain('2 of 3 pages built in dist: 0 files written, 3 pages unchanged')
  })

  test('know a slug that another page has taken since', async () => {
    const folder = await built()
    writeIn(folder, 'content/another.md', '---\nslug: two\n---\n')
    const {stderr} = await parlance(['build'], {cwd: folder})
    expect(stderr).toContain('The slug `two` is taken by `content/another.md`')
  })
})

test('the cache is outside of the output and of version control', async () => {
  const folder = await built()
  expect(readFileSync(join(folder, '.parlance/.gitignore'), 'utf8')).toBe('*\n')
  expect(Object.keys(dist(folder)).filter(file => file.includes('.parlance'))).toEqual([])
  writeFileSync(join(folder, '.parlance/.gitignore'), '')
  for (const file of Object.keys(contentOf(join(folder, '.parlance'))))
    writeFileSync(join(folder, '.parlance', file), '{"broken')
  expect(await made(folder)).toEqual(['one', 'three', 'two'])
  expect(existsSync(join(folder, '.parlance'))).toBe(true)
})
