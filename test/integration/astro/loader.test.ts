import {EventEmitter, once} from 'node:events'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {setImmediate, setTimeout} from 'node:timers/promises'
import {pathToFileURL} from 'node:url'
import type {LoaderContext} from 'astro/loaders'
import {describe, expect, test} from 'vitest'
import {type LoaderOptions, parlanceLoader} from '../../../src/faces/astro/index.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"glossary": "terms.yaml"}',
  'terms.yaml': 'brand: {term: Marevan, definition: D}\n',
  'content/_part.md': 'Part.\n',
  'content/a.md':
    '---\ntitle: {default: A, patient: For you}\nextra: {shelf: one}\n---\n\n## Dose\n\n:::clinician\nSecret.\n:::\n\n::include{file="_part.md"}\n',
  'content/heart/b.md': '---\naudiences: [patient]\n---\n\n:term[brand]\n',
}

interface Stored {
  readonly id: string
  readonly data: Record<string, unknown>
  readonly filePath?: string
  readonly digest?: string | number
  readonly rendered?: {readonly html: string; readonly metadata?: Record<string, unknown>}
}

/** A store that keeps what it is given, as Astro's keeps entries. */
class Store {
  readonly entries = new Map<string, Stored>()
  /** Ids in the order in which entries were set again. */
  readonly changes: string[] = []
  readonly emitter = new EventEmitter()

  readonly set = (entry: Stored): boolean => {
    if (this.entries.get(entry.id)?.digest === entry.digest) return false
    this.entries.set(entry.id, entry)
    this.changes.push(entry.id)
    this.emitter.emit('change')
    return true
  }
  readonly delete = (id: string): void => {
    if (!this.entries.delete(id)) return
    this.changes.push(`-${id}`)
    this.emitter.emit('change')
  }
  readonly values = (): Stored[] => [...this.entries.values()]
}

async function open(more: Readonly<Record<string, string>> = {}, options: LoaderOptions = {}) {
  const root = folderWith({...files, ...more})
  const store = new Store()
  const watcher = Object.assign(new EventEmitter(), {add: (_: unknown) => undefined})
  const log: string[] = []
  const say = (level: string) => (text: string) => {
    log.push(`${level}: ${text}`)
    store.emitter.emit('change')
  }
  const pause = {milliseconds: 0}
  const loader = parlanceLoader({cwd: root, ...options})
  const schema = typeof loader.schema === 'function' ? await loader.schema() : undefined
  const load = (isDev: boolean): Promise<void> =>
    loader.load({
      collection: 'articles',
      store,
      logger: {info: say('info'), warn: say('warn'), error: say('error')},
      config: {root: pathToFileURL(`${root}/`)},
      parseData: async ({data}: {data: unknown}) => {
        if (pause.milliseconds > 0) await setTimeout(pause.milliseconds)
        return schema?.parse(data)
      },
      generateDigest: (data: unknown) => JSON.stringify(data),
      ...(isDev && {watcher}),
    } as unknown as LoaderContext) // what a loader uses of it
  /** Change a file, as a watcher tells of it, and wait for what becomes of it. */
  const save = async (file: string, text: string | undefined): Promise<void> => {
    if (text === undefined) rmSync(join(root, file))
    else writeIn(root, file, text)
    const changed = once(store.emitter, 'change')
    watcher.emit('all', 'change', join(root, file))
    await changed
    await setImmediate()
  }
  return {root, store, log, load, save, watcher, pause}
}

describe('an entry for each page and audience', () => {
  test('with the words of its audience alone', async () => {
    const {store, load} = await open({}, {formats: ['text']})
    await load(false)
    expect([...store.entries.keys()].sort()).toEqual([
      'clinician/a',
      'patient/a',
      'patient/heart/b',
      'student/a',
    ])
    const entry = store.entries.get('patient/a')
    expect(entry).toMatchObject({
      filePath: 'content/a.md',
      data: {
        title: 'For you',
        audience: 'patient',
        slug: 'a',
        locale: 'en',
        direction: 'ltr',
        toc: [{id: 'dose', text: 'Dose', depth: 2, children: []}],
        alternates: [{audience: 'clinician', href: '../../clinician/a/'}, {audience: 'student'}],
        question: {title: 'A', answers: [{href: '../clinician/a/'}, {href: '../patient/a/'}, {}]},
        extra: {shelf: 'one'},
      },
      rendered: {
        html: '<h2 id="dose">Dose</h2>\n<p>Part.</p>\n',
        metadata: {headings: [{depth: 2, slug: 'dose', text: 'Dose'}]},
      },
    })
    expect(entry?.data.outputs).toEqual({text: expect.stringContaining('Part.')})
    expect(JSON.stringify(entry)).not.toContain('Secret')
    expect(JSON.stringify(store.entries.get('clinician/a'))).toContain('Secret')
  })

  test('of some audiences only', async () => {
    const {store, load} = await open({}, {audiences: ['patient']})
    await load(false)
    expect([...store.entries.keys()].sort()).toEqual(['patient/a', 'patient/heart/b'])
    expect(store.entries.get('patient/a')?.data).toMatchObject({alternates: [], question: {answers: [{}]}})
  })

  test('is set again only where it is another, and goes with its page', async () => {
    const {root, store, load} = await open()
    await load(false)
    store.changes.length = 0
    await load(false)
    expect(store.changes).toEqual([])
    writeIn(root, 'content/a.md', files['content/a.md'].replace('Secret.', 'New secret.'))
    rmSync(join(root, 'content/heart/b.md'))
    await load(false)
    expect(store.changes).toEqual(['-patient/heart/b', 'clinician/a'])
  })
})

describe('a page with errors', () => {
  const bad = {'content/bad.md': 'Fine.\n\n:::clinican\nDoubtful.\n:::\n'}

  test('fails a build, with rule, place and fix', async () => {
    const {store, log, load} = await open(bad)
    await expect(load(false)).rejects.toMatchObject({
      message: 'Nothing is built of articles with errors: content/bad.md',
      hint: 'Put a backslash before the colon if it is meant as text.',
    })
    expect(log).toEqual([expect.stringMatching(/^error: content\/bad\.md:3:1 error .*\(directive-unknown\)/)])
    expect([...store.entries.keys()].filter(id => id.endsWith('bad'))).toEqual([])
  })

  test('is reported while it is written, and the last one without errors stays', async () => {
    const {store, log, load, save} = await open()
    await load(true)
    await save('content/a.md', bad['content/bad.md'])
    expect(log).toEqual([expect.stringContaining('content/a.md:3:1 error')])
    expect(store.entries.get('patient/a')?.rendered?.html).toContain('Part.')
    await save('content/a.md', 'Mended.\n')
    expect(store.entries.get('patient/a')?.rendered?.html).toBe('<p>Mended.</p>\n')
  })
})

test.each([
  ['an article', 'content/a.md', 'New.\n', ['clinician/a', 'patient/a', 'student/a']],
  ['a part', 'content/_part.md', 'Other.\n', ['clinician/a', 'patient/a', 'student/a']],
  ['the glossary', 'terms.yaml', 'brand: {term: Coumadin, definition: D}\n', ['patient/heart/b']],
  [
    'the configuration',
    'parlance.config.json',
    '{"glossary": "terms.yaml", "site": {"banner": "B"}}',
    ['clinician/a', 'patient/a', 'patient/heart/b', 'student/a'],
  ],
  ['a new article', 'content/c.md', '---\naudiences: [student]\n---\nC.\n', ['student/c']],
  ['an article that is gone', 'content/heart/b.md', undefined, ['-patient/heart/b']],
] as const)('development follows %s', async (_, file, text, expected) => {
  const {store, load, save} = await open()
  await load(true)
  store.changes.length = 0
  await save(file, text)
  expect([...store.changes].sort()).toEqual(expected)
})

test('of two changes that overlap, the later one stays', async () => {
  const {root, store, load, watcher, pause} = await open()
  await load(true)
  const file = join(root, 'content/a.md')
  // The first change is taken over slowly, and the second one fast.
  pause.milliseconds = 150
  writeIn(root, 'content/a.md', 'First.\n')
  watcher.emit('all', 'change', file)
  await setTimeout(120)
  pause.milliseconds = 0
  writeIn(root, 'content/a.md', 'Second.\n')
  watcher.emit('all', 'change', file)
  const html = (): readonly (string | undefined)[] => store.values().map(({rendered}) => rendered?.html)
  while (html().filter(text => text === '<p>Second.</p>\n').length < 3) await once(store.emitter, 'change')
  await setTimeout(600)
  expect(html()).not.toContain('<p>First.</p>\n')
})

test('a configuration that cannot be used for a while is reported, and changes nothing', async () => {
  const {store, log, load, save} = await open()
  await load(true)
  store.changes.length = 0
  await save('parlance.config.json', '{"audienses": []}')
  expect(log).toEqual([expect.stringContaining('`audienses`: unknown key')])
  expect(store.changes).toEqual([])
})

test('a warning is reported once', async () => {
  const {log, load, save} = await open({'content/w.md': '![](x.png)\n'})
  await load(true)
  await save('content/a.md', 'New.\n')
  expect(log).toEqual([expect.stringMatching(/^warn: content\/w\.md:1:1 warning .*\(image-alt-missing\)/)])
})

test.each([
  [{audiences: ['pateint']}, 'Unknown audience `pateint`: did you mean `patient`?'],
  [{config: 'missing.json'}, 'missing.json'],
])('%o fails with what is wrong', async (options, message) => {
  await expect(open({}, options).then(({load}) => load(false))).rejects.toThrow(message)
})
