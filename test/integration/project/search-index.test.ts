import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {assertNoLeak} from '../../../src/index.ts'
import {
  printSearchIndex,
  readSearchLines,
  type SearchEntry,
  SearchIndexes,
  searchLine,
} from '../../../src/project/build/search-index.ts'
import {buildProject, loadProject} from '../../../src/project/index.ts'
import {fixtures} from '../../support/fixtures.ts'
import {folderWith} from '../../support/temporary.ts'

test('the search of an audience knows nothing that its readers do not get', async () => {
  const out = folderWith({})
  const project = await loadProject({cwd: fixtures('projects', 'medical')})
  await buildProject(project, {out})
  const documents = (await project.pages()).map(path => project.compile(path))
  for (const audience of ['clinician', 'patient', 'student']) {
    const index = readFileSync(join(out, audience, 'search.json'))
    const {pages: entries} = JSON.parse(index.toString()) as {pages: SearchEntry[]}
    expect(
      readSearchLines(index).map(({json}) => JSON.parse(Buffer.from(json).toString()) as unknown),
    ).toEqual(entries)
    expect(entries.map(({slug}) => slug)).toEqual(documents.map(({slug}) => slug).sort())
    for (const entry of entries) {
      const document = documents.find(({slug}) => slug === entry.slug)
      expect(entry.text.length).toBeGreaterThan(100)
      if (document !== undefined) assertNoLeak(document, JSON.stringify(entry), {audience})
    }
  }
})

const entry = (slug: string): SearchEntry => {
  return {slug, url: `${slug}/`, title: 'T', lang: 'en', headings: [], text: 'é \u2028 “text”\n,\n'}
}

test.each([[[]], [['a']], [['b', 'a', 'ä', '\u{1f600}']], [['a","url":', 'q"', '\\']]])(
  'slugs of an index are read as they were written: %j',
  slugs => {
    const index = printSearchIndex(slugs.map(entry))
    const lines = readSearchLines(Buffer.from(index))
    expect(lines.map(({slug}) => slug)).toEqual([...slugs].sort())
    expect((JSON.parse(index) as {pages: unknown}).pages).toEqual([...slugs].sort().map(entry))
  },
)

test('an index is the same from memory, from disk, and from an earlier one', () => {
  const slugs = Array.from({length: 100}, (_, number) => `page-${number}`)
  const whole = printSearchIndex(slugs.map(entry))
  const earlier = readSearchLines(Buffer.from(whole)).filter((_, number) => number % 3 === 0)
  const kept = new Set(earlier.map(({slug}) => slug))
  const indexes = new SearchIndexes()
  try {
    for (const slug of slugs.filter(slug => !kept.has(slug)).reverse())
      indexes.add('a', searchLine(entry(slug)))
    expect(indexes.print('a', earlier).toString()).toBe(whole)
  } finally {
    indexes.close()
  }
})

test.each([
  '',
  'no JSON',
  '[]',
  '{"pages": 5}',
  '{"pages": [{}]}',
  printSearchIndex([entry('a'), entry('b')]).slice(0, -20),
  printSearchIndex([entry('a'), entry('b')]).replace('"slug":"a"', '"name":"a"'),
  undefined,
])('an index that cannot be read is none: %j', text => {
  expect(readSearchLines(text === undefined ? undefined : Buffer.from(text))).toEqual([])
})
