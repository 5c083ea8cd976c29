import {readFileSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {formatNames} from '../../../src/internal.ts'
import {buildProject, loadProject, type Manifest} from '../../../src/project/index.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, filesBelow, folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"bibliography": "refs.json"}',
  'refs.json': '[{"id": "a", "type": "book", "title": "A book", "publisher": "P", "issued": "2020"}]',
  'content/one.md': '---\ntitle: One\n---\n\nText :cite[a]. :patient[Plain.]\n',
  'content/folder/two.md': '---\naudiences: [patient]\n---\n\n::include{file="_part.md"}\n',
  'content/folder/_part.md': 'Part.\n',
}

async function build(folder: string, options: Parameters<typeof buildProject>[1] = {}) {
  return buildProject(await loadProject({cwd: folder}), options)
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'dist/manifest.json'), 'utf8')) as Manifest

test('the tree', async () => {
  const folder = folderWith(files)
  const {pages, failed, removed} = await build(folder)
  expect({pages, failed, removed}).toEqual({pages: 2, failed: 0, removed: []})
  expect(filesBelow(join(folder, 'dist'))).toEqual([
    '404.html',
    'clinician/index.html',
    'clinician/one/index.html',
    'clinician/one/index.txt',
    'clinician/search.json',
    'folder/two/index.html',
    'index.html',
    'manifest.json',
    'one/index.html',
    'patient/folder/two/index.html',
    'patient/folder/two/index.txt',
    'patient/index.html',
    'patient/one/index.html',
    'patient/one/index.txt',
    'patient/search.json',
    'robots.txt',
    'student/index.html',
    'student/one/index.html',
    'student/one/index.txt',
    'student/search.json',
  ])
})

test('the manifest tells of each output its source, audience, format, size, hash, citations, fallbacks; no times', async () => {
  const folder = folderWith(files)
  await build(folder)
  const manifest = manifestOf(folder)
  const output = manifest.outputs.find(({file}) => file === 'patient/one/index.txt')
  const text = readFileSync(join(folder, 'dist/patient/one/index.txt'))
  expect(output).toEqual({
    file: 'patient/one/index.txt',
    source: 'content/one.md',
    audience: 'patient',
    format: 'text',
    bytes: text.length,
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    citations: [{key: 'a', number: 1}],
    fallbacks: [],
  })
  expect(manifest.citations).toEqual({'content/one.md': {a: {clinician: 1, patient: 1, student: 1}}})
  expect(JSON.stringify(manifest)).not.toMatch(/\d{4}-\d\d-\d\dT|mtime/)
})

describe('what stands in the output folder is no source', () => {
  test('of a project whose content is all that is in it', async () => {
    const folder = folderWith({
      ...files,
      'parlance.config.json': '{"bibliography": "refs.json", "content": ["**/*.md"]}',
    })
    const options = {formats: ['markdown']} as const
    const first = await build(folder, options)
    expect(first).toMatchObject({pages: 2, failed: 0})
    expect(await build(folder, options)).toMatchObject({pages: 2, failed: 0, written: 0})
  })

  test('but the content may stand in it', async () => {
    const folder = folderWith({
      'parlance.config.json': '{"content": ["site/pages/*.md"], "outDir": "site"}',
      'site/pages/one.md': '---\nbibliography: ../refs.bib\n---\n\nOne :cite[b].\n',
      'site/refs.bib': '@book{b, title = {B}, publisher = {P}, year = {2020}}',
    })
    const {pages, failed} = await build(folder)
    expect({pages, failed}).toEqual({pages: 1, failed: 0})
    expect(contentOf(join(folder, 'site'))['patient/one/index.txt']).toContain('One [1].')
  })
})

describe('a second build', () => {
  test('writes nothing where nothing changed', async () => {
    const folder = folderWith(files)
    await build(folder)
    const before = statSync(join(folder, 'dist/patient/one/index.html')).mtimeMs
    expect(await build(folder)).toMatchObject({written: 0, removed: []})
    expect(statSync(join(folder, 'dist/patient/one/index.html')).mtimeMs).toBe(before)
    expect((await build(folder, {force: true})).written).toBe(20)
  })

  test.each([
    [
      'an include',
      'content/folder/_part.md',
      'Another part.\n',
      ['patient/folder/two/index.html', 'patient/folder/two/index.txt'],
    ],
    [
      'a reference',
      'refs.json',
      '[{"id": "a", "type": "book", "title": "Another", "publisher": "P", "issued": "2020"}]',
      ['clinician', 'patient', 'student'].flatMap(id => [`${id}/one/index.html`, `${id}/one/index.txt`]),
    ],
    [
      'the words of one audience',
      'content/one.md',
      files['content/one.md'].replace('Plain', 'Plainer'),
      ['patient/one/index.html', 'patient/one/index.txt'],
    ],
    ['a comment', 'content/one.md', `${files['content/one.md']}\n<!-- for authors -->\n`, []],
  ])(
    'after a change of %s writes the outputs that show it, and no others',
    async (_, file, text, expected) => {
      const folder = folderWith(files)
      await build(folder)
      writeIn(folder, file, text)
      const changed: string[] = []
      await build(folder, {
        onPage: ({outputs}) =>
          changed.push(...outputs.filter(output => output.changed).map(output => output.file)),
      })
      expect(changed.sort()).toEqual(expected)
    },
  )

  test('removes what is gone and touches nothing else', async () => {
    const folder = folderWith({...files, 'dist/own/file.txt': 'mine', 'dist/patient/one/note.txt': 'mine'})
    await build(folder)
    rmSync(join(folder, 'content/one.md'))
    const {removed} = await build(folder)
    expect(removed).toHaveLength(11)
    expect(filesBelow(join(folder, 'dist'))).toEqual([
      '404.html',
      'folder/two/index.html',
      'index.html',
      'manifest.json',
      'own/file.txt',
      'patient/folder/two/index.html',
      'patient/folder/two/index.txt',
      'patient/index.html',
      'patient/one/note.txt',
      'patient/search.json',
      'robots.txt',
    ])
  })

  test('an audience that a page no longer promises loses its outputs', async () => {
    const folder = folderWith(files)
    await build(folder)
    writeIn(folder, 'content/one.md', '---\naudiences: [patient]\n---\n\nText.\n')
    expect((await build(folder)).removed).toEqual([
      'clinician/index.html',
      'clinician/one/index.html',
      'clinician/one/index.txt',
      'clinician/search.json',
      'student/index.html',
      'student/one/index.html',
      'student/one/index.txt',
      'student/search.json',
    ])
  })

  test('of some audiences or formats leaves the files of the others as they are', async () => {
    const folder = folderWith(files)
    await build(folder, {formats: formatNames})
    const before = filesBelow(join(folder, 'dist'))
    const limited = {audiences: ['patient'], formats: ['html'] as const}
    // The page, its question, the list of all pages and the manifest name one audience now.
    expect(await build(folder, limited)).toMatchObject({written: 4, removed: []})
    expect(filesBelow(join(folder, 'dist'))).toEqual(before)
    expect(await build(folder, limited)).toMatchObject({unchanged: 2, written: 0, removed: []})
  })

  test('with an error leaves the page as it was, builds the rest, and is exit 1', async () => {
    const folder = folderWith(files)
    await build(folder)
    const before = contentOf(join(folder, 'dist'))
    writeIn(folder, 'content/one.md', ':nobody[x]\n')
    writeIn(folder, 'content/folder/_part.md', 'Part, changed.\n')
    const {status, stderr} = await parlance(['build'], {cwd: folder})
    expect(status).toBe(1)
    expect(stderr).toContain('1 of 2 pages built in dist')
    const after = contentOf(join(folder, 'dist'))
    expect(after['patient/one/index.html']).toBe(before['patient/one/index.html'])
    expect(after['patient/folder/two/index.txt']).toBe(
      'Which best describes you? I am a patient or caregiver\n\nPart, changed.\n',
    )
    expect(manifestOf(folder).outputs.map(({file}) => file)).toContain('patient/one/index.html')
  })
})

test('a first build writes nothing for a page with errors', async () => {
  const folder = folderWith({...files, 'content/one.md': ':nobody[x]\n'})
  expect(await build(folder)).toMatchObject({pages: 2, failed: 1})
  expect(filesBelow(join(folder, 'dist')).filter(file => file.includes('one'))).toEqual([])
})

test('two pages cannot have one slug, nor a page that of an audience', async () => {
  const folder = folderWith({
    'content/a.md': '---\nslug: b\n---\n',
    'content/b.md': 'B',
    'content/patient/c.md': 'C',
  })
  const messages: string[] = []
  await build(folder, {onPage: page => messages.push(...page.messages.map(({reason}) => reason))})
  expect(messages).toEqual([
    'The slug `b` is taken by `content/a.md`',
    'The slug `patient/c` begins with the id of an audience, where that audience’s pages stand',
  ])
})

test('shards together are the whole, whatever their order; worker threads change nothing', async () => {
  const many = Object.fromEntries(
    Array.from({length: 20}, (_, index) => [
      `content/p${index}.md`,
      `---\ntitle: P${index}\n---\n\nText ${index} :cite[a].\n`,
    ]),
  )
  const folder = folderWith({...files, ...many})
  const run = (...args: readonly string[]) => parlance(['build', '--quiet', ...args], {cwd: folder})
  expect((await run('--out', 'whole', '--jobs', '1')).status).toBe(0)
  expect((await run('--out', 'threads', '--jobs', '3')).status).toBe(0)
  for (const shard of ['3/3', '1/3', '2/3'])
    expect((await run('--out', 'parts', '--shard', shard)).status).toBe(0)
  const whole = contentOf(join(folder, 'whole'))
  expect(contentOf(join(folder, 'threads'))).toEqual(whole)
  const parts = contentOf(join(folder, 'parts'))
  expect(Object.keys(parts)).toEqual(Object.keys(whole))
  for (const [file, text] of Object.entries(parts)) expect(text, file).toBe(whole[file])
})

test('messages cross worker threads whole', async () => {
  const many = Object.fromEntries(
    Array.from({length: 20}, (_, index) => [`content/p${index}.md`, ':nobody[x]\n']),
  )
  const folder = folderWith(many)
  const run = (jobs: string) => parlance(['build', '--force', '--jobs', jobs], {cwd: folder})
  expect((await run('2')).stderr).toBe((await run('1')).stderr)
})

test('each file is listed with its size, citations and messages', async () => {
  const folder = folderWith(files)
  const {stdout} = await parlance(['build'], {cwd: folder})
  expect(stdout).toMatch(/^content\/one\.md: 0 errors, 0 warnings, 0 notes$/m)
  expect(stdout).toMatch(/^ {2}written {6,}\d+ B {2}patient\/one\/index\.txt {2}\[1 a\]$/m)
})

describe('nothing outside the project is read', () => {
  test.each(['../secret.md', '/../secret.md', 'a/../../secret.md', '..\\secret.md', '%2e%2e/secret.md'])(
    '%s',
    async named => {
      const folder = folderWith({
        'secret.md': 'SECRET',
        'project/content/a.md': `::include{file="${named}"}\n`,
      })
      const {status, stdout, stderr} = await parlance(
        ['render', 'content/a.md', '-a', 'patient', '--draft'],
        {
          cwd: join(folder, 'project'),
        },
      )
      expect(`${stdout}${stderr}`).not.toContain('SECRET')
      expect(status).toBe(0)
    },
  )

  test('a symbolic link', async () => {
    const {symlinkSync} = await import('node:fs')
    const folder = folderWith({'secret.md': 'SECRET', 'project/content/a.md': '::include{file="link.md"}\n'})
    symlinkSync(join(folder, 'secret.md'), join(folder, 'project/content/link.md'))
    const {status, stderr} = await parlance(['render', 'content/a.md', '-a', 'patient'], {
      cwd: join(folder, 'project'),
    })
    expect(status).toBe(1)
    expect(stderr).toContain('There is no file `link.md`')
    expect(stderr).not.toContain('SECRET')
  })
})
