import {renameSync, rmSync, unlinkSync, utimesSync} from 'node:fs'
import {join} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {describe, expect, test} from 'vitest'
import {render} from '../../../src/index.ts'
import {type ContentChange, ContentMissing, LiveContent} from '../../../src/project/index.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"glossary": "glossary.yaml", "bibliography": "refs.yaml"}',
  'glossary.yaml': 'htn:\n  term: hypertension\n  definition: High blood pressure\n',
  'refs.yaml': '- id: one\n  type: book\n  title: One\n',
  'content/_part.md': 'Part.\n',
  'content/one.md': '---\ntitle: One\n---\n\nText.\n\n::include{file="_part.md"}\n',
  'content/two.md': '---\ntitle: Two\nslug: the-two\n---\n\nSee :term[htn].\n',
}

async function open(changes: ContentChange[] = [], more: Readonly<Record<string, string>> = {}) {
  const root = folderWith({...files, ...more})
  const compiled: string[] = []
  const live = await LiveContent.open({
    cwd: root,
    onChange: change => changes.push(change),
    onCompile: slug => compiled.push(slug),
  })
  return {root, live, compiled}
}

const html = (live: LiveContent, slug: string): string => {
  const page = live.page(slug)
  return page === undefined ? 'none' : render(page.document, {audience: 'patient'}).value
}

test('pages are listed by their front matter, and compiled when they are asked for, once', async () => {
  const {live, compiled} = await open()
  expect(live.pages().map(({slug, title}) => [slug, title])).toEqual([
    ['one', 'One'],
    ['the-two', 'Two'],
  ])
  expect(compiled).toEqual([])
  expect(html(live, 'one')).toBe('<p>Text.</p>\n<p>Part.</p>\n')
  expect(html(live, 'one')).toBe('<p>Text.</p>\n<p>Part.</p>\n')
  expect(live.page('nothing')).toBeUndefined()
  expect(compiled).toEqual(['one'])
})

describe('a change is taken over as a whole', () => {
  test('of a page', async () => {
    const changes: ContentChange[] = []
    const {root, live, compiled} = await open(changes)
    const before = live.page('one')
    live.page('the-two')
    writeIn(root, 'content/one.md', '---\ntitle: New\n---\n\nNew.\n')
    expect(html(live, 'one')).toContain('Text.')
    await live.refresh()
    expect(changes).toMatchObject([{slugs: ['one'], terms: [], references: [], everything: false}])
    expect(live.pages().map(({title}) => title)).toEqual(['New', 'Two'])
    expect(live.isCurrent('one', before?.version ?? '')).toBe(false)
    expect(html(live, 'one')).toBe('<p>New.</p>\n')
    live.page('the-two')
    expect(compiled).toEqual(['one', 'the-two', 'one'])
  })

  test('of a part that a page includes', async () => {
    const changes: ContentChange[] = []
    const {root, live} = await open(changes)
    expect(html(live, 'one')).toContain('Part.')
    writeIn(root, 'content/_part.md', 'Other.\n')
    await live.refresh()
    expect(changes).toMatchObject([{slugs: ['one']}])
    expect(html(live, 'one')).toContain('Other.')
    unlinkSync(join(root, 'content/_part.md'))
    await live.refresh()
    expect(live.page('one')).toMatchObject({sound: false})
    writeIn(root, 'content/_part.md', 'Back.\n')
    await live.refresh()
    expect(html(live, 'one')).toContain('Back.')
  })

  test('of the glossary and the references', async () => {
    const changes: ContentChange[] = []
    const {root, live} = await open(changes)
    expect(html(live, 'the-two')).toContain('High blood pressure')
    writeIn(root, 'glossary.yaml', 'htn:\n  term: hypertension\n  definition: Too high\n')
    await live.refresh()
    expect(changes).toMatchObject([{slugs: [], terms: ['htn'], everything: false}])
    expect(html(live, 'the-two')).toContain('Too high')
    writeIn(root, 'refs.yaml', '- id: two\n  type: book\n  title: One\n')
    await live.refresh()
    expect(changes[1]).toMatchObject({slugs: [], terms: [], references: ['one', 'two'], everything: false})
    writeIn(root, 'content/two.md', '---\ntitle: Two\nslug: the-two\n---\n\nNo :term[htn].\n')
    writeIn(root, 'glossary.yaml', 'htn:\n  term: hypertension\n  definition: High\n')
    await live.refresh()
    expect(changes[2]).toMatchObject({slugs: ['the-two'], terms: ['htn'], references: []})
  })

  test('of the configuration, but for a broken one', async () => {
    const changes: ContentChange[] = []
    const {root, live} = await open(changes)
    const rtl = '{"locale": "ar", "glossary": "glossary.yaml"}'
    writeIn(root, 'parlance.config.json', rtl.replace('locale', 'lcale'))
    await live.refresh()
    await live.refresh()
    expect(changes).toMatchObject([{problem: expect.stringContaining('did you mean `locale`?')}])
    expect(live.page('one')?.document.locale).toBe('en')
    writeIn(root, 'parlance.config.json', rtl)
    await live.refresh()
    expect(changes[1]).toMatchObject({problem: undefined, everything: true})
    expect(live.problem).toBeUndefined()
    expect(live.page('one')?.document.locale).toBe('ar')
  })

  test('pages come, go and move', async () => {
    const changes: ContentChange[] = []
    const {root, live} = await open(changes)
    writeIn(root, 'content/folder/three.md', '---\ntitle: Three\n---\n\nThree.\n')
    renameSync(join(root, 'content/one.md'), join(root, 'content/uno.md'))
    await live.refresh()
    expect(changes).toMatchObject([{slugs: ['folder/three', 'one', 'uno']}])
    expect(live.pages().map(({slug}) => slug)).toEqual(['folder/three', 'the-two', 'uno'])
    expect(live.page('one')).toBeUndefined()
    await live.refresh()
    expect(changes).toHaveLength(1)
  })

  test('that leaves size and time as they were', async () => {
    const {root, live} = await open()
    expect(html(live, 'one')).toContain('Text.')
    writeIn(root, 'content/one.md', files['content/one.md'].replace('Text.', 'Next.'))
    utimesSync(join(root, 'content/one.md'), new Date(), new Date())
    await live.refresh()
    expect(html(live, 'one')).toContain('Next.')
  })
})

describe('a page that becomes broken', () => {
  test('shows its errors', async () => {
    const {root, live} = await open()
    live.page('one')
    writeIn(root, 'content/one.md', ':::only{}\nText.\n:::\n')
    await live.refresh()
    expect(live.page('one')).toMatchObject({sound: false, stale: false})
  })

  test('keeps its last good version where the project wants it', async () => {
    const config = '{"serve": {"stale": true}}'
    const {root, live} = await open([], {'parlance.config.json': config, 'content/two.md': 'Two.\n'})
    const good = live.page('one')
    writeIn(root, 'content/one.md', ':::only{}\nText.\n:::\n')
    await live.refresh()
    expect(live.page('one')).toEqual({...good, stale: true, version: `${good?.version}-stale`})
    writeIn(root, 'content/one.md', ':::only{}\nWorse.\n:::\n')
    await live.refresh()
    expect(html(live, 'one')).toContain('Text.')
    writeIn(root, 'content/one.md', 'Mended.\n')
    await live.refresh()
    expect(live.page('one')).toMatchObject({stale: false})
    expect(html(live, 'one')).toBe('<p>Mended.</p>\n')
  })
})

test('a folder that is gone is no content that is gone', async () => {
  const changes: ContentChange[] = []
  const {root, live} = await open(changes)
  expect(html(live, 'one')).toContain('Text.')
  rmSync(join(root, 'content'), {recursive: true})
  await live.refresh()
  expect(changes).toMatchObject([{problem: 'The folder of the content is not there'}])
  expect(html(live, 'one')).toContain('Text.')
  expect(() => live.page('the-two')).toThrow(ContentMissing)
  for (const [path, text] of Object.entries(files)) writeIn(root, path, text)
  await live.refresh()
  expect(changes[1]).toMatchObject({problem: undefined})
  expect(html(live, 'the-two')).toContain('hypertension')
})

test('a folder that goes away while it is looked at takes no page with it', async () => {
  const {root, live} = await open()
  const [folder, aside] = [join(root, 'content'), join(root, 'aside')]
  for (let turns = 0; turns < 60; turns++) {
    const refreshed = live.refresh(true)
    for (let turn = 0; turn < turns; turn++) await setImmediate()
    renameSync(folder, aside)
    await refreshed
    expect(live.has('one'), `after ${turns} turns`).toBe(true)
    renameSync(aside, folder)
    await live.refresh()
    expect(live.problem).toBeUndefined()
  }
})
