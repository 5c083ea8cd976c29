import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {formatNames} from '../../../src/internal.ts'
import {
  type BuildOptions,
  type BuildResult,
  buildProject,
  loadProject,
  MergeError,
  mergeShards,
} from '../../../src/project/index.ts'
import {readShardFile} from '../../../src/project/shards/shard.ts'
import {parlance, type Run} from '../../support/cli.ts'
import {byEffort} from '../../support/effort.ts'
import {generatedProject} from '../../support/generated-project.ts'
import {contentOf, filesBelow, folderForAll, folderWith, writeIn} from '../../support/temporary.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * Pages of every kind: with a link, an include, for one audience, for no reader, with a review and a date.
 */
const files = {
  'parlance.config.json': '{"bibliography": "refs.json", "site": {"url": "https://x.example/"}}',
  'refs.json': '[{"id": "a", "type": "book", "title": "A book", "publisher": "P", "issued": "2020"}]',
  'content/five.md': '---\naudiences: [patient]\nupdated: 2026-01-02\n---\n\nFive.\n',
  'content/four.md': 'Four. [One](one.md)\n',
  'content/one.md': '---\ntitle: One\nlocale: es\n---\n\nText :cite[a]. :patient[Plain.]\n',
  'content/three.md': 'Three :say[x]{patient="y"}.\n',
  'content/two.md': '::include{file="_part.md"}\n',
  'content/_part.md': 'Part.\n',
}

/** Commands, as on machines of their own. */
const run = (cwd: string, command: 'build' | 'merge', ...args: readonly string[]): Promise<Run> =>
  parlance([command, '--quiet', ...args], {cwd})

/** The same within the test: many builds would mostly wait for commands to start. */
async function build(cwd: string, out: string, options: BuildOptions = {}): Promise<BuildResult> {
  return buildProject(await loadProject({cwd}), {...options, out})
}

async function merge(cwd: string, names: readonly string[], out = 'site') {
  const reported: string[] = []
  const named = (name: string) => ({name, path: join(cwd, name)})
  const result = await mergeShards(await loadProject({cwd}), {
    folders: names.map(named),
    out: named(out),
    onPage: ({path, from, hadErrors, messages}) => {
      if (hadErrors) reported.push(`${path}: ${from}`)
      reported.push(...messages.map(message => `${message.file}: ${message.reason}`))
    },
  })
  return {...result, reported}
}

/** Build all shards into `s1`, `s2` …; their names. */
async function shards(cwd: string, count: number, options: BuildOptions = {}): Promise<readonly string[]> {
  const names = Array.from({length: count}, (_, index) => `s${index + 1}`)
  for (const [index, name] of names.entries())
    await build(cwd, name, {...options, shard: {index: index + 1, count}})
  return names
}

/** The same by the command. */
async function byCommand(cwd: string, count: number, ...args: readonly string[]): Promise<readonly string[]> {
  const names = Array.from({length: count}, (_, index) => `of-${count}/${index + 1}`)
  for (const [index, out] of names.entries())
    await run(cwd, 'build', '--shard', `${index + 1}/${count}`, '--out', out, ...args)
  return names
}

const contentIn = (cwd: string, name: string) => contentOf(join(cwd, name))

describe('the merge of all shards is what one build writes, byte for byte', () => {
  const medical = folderForAll({})
  beforeAll(async () => {
    cpSync(join(root, 'fixtures/projects/medical'), medical, {
      recursive: true,
      filter: path => !/\/(?:dist|\.parlance|node_modules)$/.test(path),
    })
    await run(medical, 'build', '--out', 'whole', '--format', ...formatNames)
  })

  // Generated pages in as many are below.
  test.each(byEffort([1, 3], [1, 3], [1, 2, 3, 7]))(
    'the medical project in %i, by the command',
    async count => {
      const names = await byCommand(medical, count, '--format', ...formatNames)
      const {status, stderr} = await parlance(['merge', ...names, '--out', `site${count}`], {cwd: medical})
      const of = count === 1 ? '1 shard' : `${count} shards`
      expect(stderr).toBe(`5 of 5 pages of ${of} merged in site${count}: 76 files written\n`)
      expect(status).toBe(0)
      expect(contentIn(medical, `site${count}`)).toEqual(contentIn(medical, 'whole'))
    },
  )

  test.each([
    [2, 1],
    [3, 2],
    [7, 3],
  ])('generated pages in %i, seed %i, with the pages that have errors left out', async (count, seed) => {
    const cwd = folderWith(generatedProject(byEffort(20, 40, 40), seed))
    const {failed} = await build(cwd, 'whole')
    expect((await merge(cwd, [...(await shards(cwd, count))].reverse())).failed).toBe(failed)
    expect(filesBelow(join(cwd, 'site')).length).toBeGreaterThan(100)
    expect(contentIn(cwd, 'site')).toEqual(contentIn(cwd, 'whole'))
  })

  test('some audiences and formats; more shards than pages', async () => {
    const cwd = folderWith(files)
    const options = {audiences: ['patient'], formats: ['text'] as const}
    await build(cwd, 'whole', options)
    expect(await merge(cwd, await shards(cwd, 7, options))).toMatchObject({failed: 0, pages: 5})
    expect(contentIn(cwd, 'site')).toEqual(contentIn(cwd, 'whole'))
  })

  test('several shards in one folder, and a configuration with functions', async () => {
    const template =
      "export default {bibliography: 'refs.json', citationStyles: {}, site: {template: TEMPLATE}}"
    const {'parlance.config.json': _, ...pages} = files
    const cwd = folderWith({
      ...pages,
      'parlance.config.mjs': template.replace('TEMPLATE', 'slots => Object.values(slots).join()'),
    })
    await build(cwd, 'whole')
    for (const [out, index] of [
      ['a', 1],
      ['b', 2],
      ['a', 3],
    ] as const)
      await build(cwd, out, {shard: {index, count: 3}})
    expect(await merge(cwd, ['a', 'b'])).toMatchObject({failed: 0, pages: 5, shards: 3})
    expect(contentIn(cwd, 'site')).toEqual(contentIn(cwd, 'whole'))
    writeIn(
      cwd,
      'parlance.config.mjs',
      template.replace('TEMPLATE', "slots => Object.values(slots).join('-')"),
    )
    await expect(merge(cwd, ['a', 'b'])).rejects.toThrow('`a` was built with another configuration')
  })
})

describe('merging again', () => {
  test('writes what changed, removes what is gone, and touches nothing else', async () => {
    const cwd = folderWith({...files, 'site/own/file.txt': 'mine', 'site/patient/one/note.txt': 'mine'})
    const names = await shards(cwd, 2)
    await merge(cwd, names)
    const three = join(cwd, 'site/patient/three/index.html')
    const before = statSync(three).mtimeMs
    expect(await merge(cwd, names)).toMatchObject({written: 0, removed: []})
    rmSync(join(cwd, 'content/two.md'))
    writeIn(cwd, 'content/one.md', '---\ntitle: Uno\n---\n\nOther.\n')
    await expect(merge(cwd, names)).rejects.toThrow('was built of other pages than are here')
    const {removed} = await merge(cwd, await shards(cwd, 2))
    expect(removed).toHaveLength(7)
    expect(statSync(three).mtimeMs).toBe(before)
    await build(cwd, 'whole')
    const {'own/file.txt': own, 'patient/one/note.txt': note, ...site} = contentIn(cwd, 'site')
    expect([own, note]).toEqual(['mine', 'mine'])
    expect(site).toEqual(contentIn(cwd, 'whole'))
  })

  test('a page with errors is left as it was, the rest is merged, and it is exit 1', async () => {
    const cwd = folderWith(files)
    await build(cwd, 'whole')
    await merge(cwd, await shards(cwd, 3))
    writeIn(cwd, 'content/one.md', ':nobody[SECRET]\n')
    writeIn(cwd, 'content/_part.md', 'Part, changed.\n')
    await build(cwd, 'whole')
    const names = await byCommand(cwd, 3)
    expect(readFileSync(join(cwd, 'of-3/3/shard.json'), 'utf8')).not.toContain('SECRET')
    const {status, stderr} = await parlance(['merge', ...names, '--out', 'site'], {cwd})
    expect(stderr).toBe(
      'content/one.md: has errors, and is left as it was (shard 3/3 in `of-3/3`); `parlance check content/one.md` tells which\n' +
        '4 of 5 pages of 3 shards merged in site: 10 files written\n',
    )
    expect(status).toBe(1)
    const site = contentIn(cwd, 'site')
    expect(site['patient/one/index.txt']).toContain('Plain.')
    expect(site['patient/two/index.txt']).toContain('Part, changed.')
    expect(site).toEqual(contentIn(cwd, 'whole'))
  })

  test('two pages of different shards with one slug: the second is an error, as in a build', async () => {
    const cwd = folderWith({...files, 'content/two.md': '---\nslug: five\n---\n\nTwo.\n'})
    expect((await build(cwd, 'whole')).failed).toBe(1)
    const names = await shards(cwd, 3)
    expect((await merge(cwd, names)).reported).toEqual([
      'content/two.md: The slug `five` is taken by `content/five.md`',
    ])
    expect(contentIn(cwd, 'site')).toEqual(contentIn(cwd, 'whole'))
    const {status, stderr} = await run(cwd, 'merge', ...(await byCommand(cwd, 3)), '--out', 'site')
    expect(stderr).toContain('The slug `five` is taken by `content/five.md`')
    expect(status).toBe(1)
  })
})

describe('what cannot be merged is refused, and nothing is written', () => {
  const cwd = folderForAll(files)
  const problemsOf = async (names: readonly string[], out: string): Promise<readonly string[]> => {
    const error = await merge(cwd, names, out).catch((thrown: unknown) => thrown)
    if (!(error instanceof MergeError)) throw new Error('it was merged')
    return error.problems
  }
  beforeAll(async () => {
    await shards(cwd, 3)
    await build(cwd, 'whole')
    await build(cwd, 'half', {shard: {index: 1, count: 2}})
    await build(cwd, 'text', {shard: {index: 2, count: 3}, formats: ['text']})
    cpSync(join(cwd, 's2'), join(cwd, 'copy'), {recursive: true})
    mkdirSync(join(cwd, 'empty'))
    for (const [name, edit] of Object.entries(edits)) {
      cpSync(join(cwd, 's2'), join(cwd, name), {recursive: true})
      edit(join(cwd, name))
    }
    symlinkSync('s2', join(cwd, 'link'))
  })

  const inShardFile = (folder: string, from: string | RegExp, to: string): void =>
    writeFileSync(
      join(folder, 'shard.json'),
      readFileSync(join(folder, 'shard.json'), 'utf8').replace(from, to),
    )
  /** Copies of the second shard, spoiled. */
  const edits: Readonly<Record<string, (folder: string) => void>> = {
    broken: folder => inShardFile(folder, '"version": 1', '"version": 9'),
    cut: folder =>
      writeFileSync(join(folder, 'shard.json'), readFileSync(join(folder, 'shard.json')).subarray(0, 99)),
    engine: folder => inShardFile(folder, /"engine": "\w{9}/, '"engine": "000000000'),
    config: folder => inShardFile(folder, /"project": "\w{9}/, '"project": "000000000'),
    page: folder => inShardFile(folder, 'content/four.md', 'content/fourth.md'),
    source: folder => inShardFile(folder, /"content\/four.md": "\w{9}/, '"content/four.md": "000000000'),
    gone: folder => rmSync(join(folder, 'patient/four/index.html')),
    changed: folder => writeFileSync(join(folder, 'patient/four/index.txt'), 'Other.'),
    search: folder => writeFileSync(join(folder, 'patient/search.json'), '{"version":1,"pages":['),
    manifest: folder => rmSync(join(folder, 'manifest.json')),
    outside: folder =>
      writeFileSync(
        join(folder, 'manifest.json'),
        readFileSync(join(folder, 'manifest.json'), 'utf8').replace(
          'patient/four/index.html',
          '../s1/manifest.json',
        ),
      ),
  }
  const spoiled = (files: string, name: string): string =>
    `${files} cannot be read, or not as it was built: copy \`${name}\` again, or build shard 2/3 again`

  test.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'a missing shard',
      ['s1', 's3'],
      [
        'shard 2/3 is missing: build it with `parlance build --shard 2/3 --out DIR`, and name that folder too',
      ],
    ],
    [
      'a shard twice',
      ['s1', 's2', 'copy', 's3'],
      ['shard 2/3 is in `s2` and in `copy`: name one of the two'],
    ],
    ['a folder twice', ['s1', 's2', 'link', 's3'], ['`s2` and `link` are one folder: name it once']],
    [
      'another number of shards',
      ['s1', 's2', 's3', 'half'],
      ['`s1` holds a part of 3, `half` one of 2: build all shards with the same N in `--shard I/N`'],
    ],
    [
      'a folder that is not there',
      ['s1', 's4'],
      ['`s4` is no folder: name the output folders of `parlance build --shard I/N`'],
    ],
    [
      'a folder without a shard',
      ['s1', 'empty'],
      [
        '`empty` holds no shard: there is no `shard.json` in it. Build it with `parlance build --shard I/N --out empty`, and copy the folder whole',
      ],
    ],
    [
      'a whole site',
      ['whole'],
      [
        '`whole` holds a whole site, no shard of one: there is nothing to merge it with, or build it with `--shard I/N`',
      ],
    ],
    [
      'other formats',
      ['s1', 'text', 's3'],
      [
        '`s1` holds the usual formats for all audiences, `text` text for all audiences: build all shards with the same `--audience` and `--format`',
      ],
    ],
    ...['broken', 'cut'].map(
      name =>
        [
          `a shard.json that is ${name}`,
          ['s1', name, 's3'],
          [`\`${name}/shard.json\` is broken, or of another version of Parlance: build that shard again`],
        ] as const,
    ),
    [
      'another engine',
      ['s1', 'engine', 's3'],
      [
        `\`engine\` was built by Parlance 0.1.0 on Node ${process.version} with other packages than are installed here (Parlance 0.1.0, Node ${process.version}): build and merge with the same lockfile and the same Node`,
      ],
    ],
    [
      'another configuration',
      ['s1', 'config', 's3'],
      [
        '`config` was built with another configuration, bibliography or glossary than stands here: build that shard again, or merge where the same revision is checked out',
      ],
    ],
    [
      'other pages',
      ['s1', 'page', 's3'],
      [
        'shard 2/3 in `page` was built of other pages than are here (it lacks `content/four.md`): build it again, or merge where the same revision is checked out',
      ],
    ],
    [
      'another source',
      ['s1', 'source', 's3'],
      [
        'shard 2/3 in `source` was built from `content/four.md` with other content than stands here: build it again, or merge where the same revision is checked out',
      ],
    ],
    ['an output that is gone', ['s1', 'gone', 's3'], [spoiled('`gone/patient/four/index.html`', 'gone')]],
    [
      'an output that is another',
      ['s1', 'changed', 's3'],
      [spoiled('`changed/patient/four/index.txt`', 'changed')],
    ],
    ['a search that is cut', ['s1', 'search', 's3'], [spoiled('`search/patient/search.json`', 'search')]],
    ['a manifest that is gone', ['s1', 'manifest', 's3'], [spoiled('`manifest/manifest.json`', 'manifest')]],
    ['a path that leads out', ['s1', 'outside', 's3'], [spoiled('`s1/manifest.json`', 'outside')]],
  ])('%s', async (_, names, problems) => {
    expect(await problemsOf(names, 'site')).toEqual(problems)
    expect(existsSync(join(cwd, 'site'))).toBe(false)
  })

  test.each([
    ['is a shard', 's1', '`s1` and `s1` share files: merge into a folder of its own'],
    ['is in a shard', 's2/site', '`s2/site` and `s2` share files: merge into a folder of its own'],
    ['holds the shards', '.', '`.` and `s1` share files: merge into a folder of its own'],
    ['holds another shard', 'half', '`half` holds shard 1/2: merge into another folder, or remove it first'],
  ])('where the output folder %s', async (_, out, problem) => {
    const before = filesBelow(cwd)
    expect(await problemsOf(['s1', 's2', 's3'], out)).toContain(problem)
    expect(filesBelow(cwd)).toEqual(before)
  })

  test('by the command with exit status 2', async () => {
    const {status, stdout, stderr} = await run(cwd, 'merge', 's1', 's4', 'empty', '--out', 'site')
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(
      /^error: These folders cannot be merged:\n {2}- `s4` is no .*\n {2}- `empty` holds .*\n$/,
    )
  })

  test.each([
    [['s1'], "required option '--out <dir>' not specified"],
    [['--out', 'site'], "missing required argument 'dir'"],
    [['s1', '--out', 'site', '--force'], "unknown option '--force'"],
  ])('%j', async (args, said) => {
    const {status, stderr} = await run(cwd, 'merge', ...args)
    expect(status).toBe(2)
    expect(stderr).toContain(said)
  })
})

test('sources that changed after the shards were built are named', async () => {
  const cwd = folderWith(files)
  const names = await shards(cwd, 2)
  writeIn(cwd, 'content/_part.md', 'Other.\n')
  await expect(merge(cwd, names)).rejects.toThrow(
    'was built from `content/_part.md` with other content than stands here',
  )
  writeIn(cwd, 'refs.json', files['refs.json'].replace('A book', 'Other'))
  await expect(merge(cwd, names)).rejects.toThrow('`s1` was built with another configuration')
})

describe('the note of a shard', () => {
  test('is there while the folder holds a part, and goes when it is whole', async () => {
    const cwd = folderWith(files)
    const note = (): unknown =>
      readShardFile(contentIn(cwd, 'dist')['shard.json'])?.shards.map(({index}) => index)
    const part = (index: number, count: number) => build(cwd, 'dist', {shard: {index, count}})
    await part(2, 3)
    expect(note()).toEqual([2])
    await part(1, 3)
    expect(note()).toEqual([1, 2])
    expect(await part(1, 3)).toMatchObject({unchanged: 2, written: 0})
    expect(note()).toEqual([1, 2])
    await part(3, 3)
    expect(note()).toBeUndefined()
    await part(3, 4) // nothing is made again, and yet it is a part of others
    expect(note()).toEqual([3])
    await build(cwd, 'dist')
    expect(note()).toBeUndefined()
    await build(cwd, 'whole')
    expect(contentIn(cwd, 'dist')).toEqual(contentIn(cwd, 'whole'))
  })

  test('of somebody else stays', async () => {
    const cwd = folderWith({...files, 'dist/shard.json': '{"mine": true}'})
    await build(cwd, 'dist')
    expect(readFileSync(join(cwd, 'dist/shard.json'), 'utf8')).toBe('{"mine": true}')
  })
})
