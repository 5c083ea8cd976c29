import {spawnSync} from 'node:child_process'
import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {main as markdownlint} from 'markdownlint-cli2'
import {getFileInfo} from 'prettier'
import {expect, test} from 'vitest'
import {loadProject, type Project} from '../../../src/project/index.ts'
import {fixtures} from '../../support/fixtures.ts'
import {judge, readingsOf} from '../../support/same-readings.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/formatters.md'), 'utf8')

/** Files that the page shows. */
const shown = Object.fromEntries(
  [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, file = '', text = '']) => [file, text]),
)

/** The medical project with a file of the page, and the packages that it needs. */
function projectWith(file: string): string {
  const cwd = folderWith({'package.json': '{"type": "module"}'})
  cpSync(fixtures('projects', 'medical'), cwd, {recursive: true})
  mkdirSync(join(cwd, 'node_modules'))
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(cwd, 'node_modules', name))
  symlinkSync(root, join(cwd, 'node_modules/parlance-md'), 'dir')
  writeIn(cwd, file, shown[file] ?? '')
  return cwd
}

/** Format all pages twice: readers get the same of each, and the second time no byte changes. */
async function expectSame(cwd: string, format: () => unknown): Promise<void> {
  const original = await loadProject({cwd: fixtures('projects', 'medical')})
  const names = await original.pages()
  const read = (project: Project) => names.map(name => readingsOf(project.compile(name)))
  await format()
  const once = contentOf(join(cwd, 'content'))
  const before = read(original)
  const after = read(await loadProject({cwd}))
  expect(names.map((name, at) => [name, judge(before[at] ?? empty, after[at] ?? empty)])).toEqual(
    names.map(name => [name, {verdict: 'same'}]),
  )
  await format()
  expect(contentOf(join(cwd, 'content'))).toEqual(once)
}

const empty = {errors: [], byAudience: new Map()}

test('remark, configured as the page says, changes nothing for any reader', async () => {
  const cwd = projectWith('.remarkrc.mjs')
  // As remark-cli runs what the configuration exports.
  const script = `
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import preset from './.remarkrc.mjs'

const remark = unified().use(remarkParse).use(remarkStringify).use(preset).freeze()
for (const name of readdirSync('content', {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.md')))
  writeFileSync('content/' + name, String(remark.processSync(readFileSync('content/' + name, 'utf8'))))
`
  await expectSame(cwd, () => {
    const {status, stderr} = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, ''])
  })
})

test('markdownlint, configured as the page says, changes nothing for any reader, and finds nothing', async () => {
  const cwd = projectWith('.markdownlint-cli2.jsonc')
  await expectSame(cwd, async () => {
    expect(await markdownlint({argv: ['--fix'], directory: cwd})).toBe(0)
  })
})

test('Prettier, configured as the page says, leaves the content alone', async () => {
  const cwd = projectWith('.prettierignore')
  const info = (path: string) => getFileInfo(join(cwd, path), {ignorePath: join(cwd, '.prettierignore')})
  expect(await info('content/anaphylaxis.md')).toMatchObject({ignored: true})
  expect(await info('README.md')).toMatchObject({ignored: false, inferredParser: 'markdown'})
})
