import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {compile} from '../../../src/index.ts'
import {listPage, pageHead} from '../../../src/internal.ts'

const documents = join(import.meta.dirname, '../../../fixtures/documents')
const sources = readdirSync(documents).map(name => [
  name,
  readFileSync(join(documents, name, 'input.md'), 'utf8'),
])

test.each(sources)('%s is listed by its front matter as by the whole page', (name, source = '') => {
  const document = compile(source, {slug: name})
  expect(pageHead(source, {slug: name})).toMatchObject({...listPage(document), updated: document.updated})
})

test.each([
  ['none', 'Text.\n', undefined],
  ['an empty one', '---\n---\nText.\n', undefined],
  ['CRLF and a mark of the byte order', '\uFEFF---\r\ntitle: A\r\n---\r\nText.\r\n', 'A'],
  ['blanks behind the fences', '---  \ntitle: A\n---\t\nText.\n', 'A'],
  ['one that is never closed', '---\ntitle: A\n', undefined],
  ['a fence of four', '----\ntitle: A\n----\n', undefined],
  ['a rule below some text', 'Text.\n\n---\ntitle: A\n---\n', undefined],
  ['one at the end', '---\ntitle: A\n---', 'A'],
])('front matter: %s', (_, source, title = 'slug') => {
  expect(listPage(compile(source, {slug: 'slug'})).title).toBe(title)
  expect(pageHead(source, {slug: 'slug'}).title).toBe(title)
})

test('broken front matter is reported, a broken text is not read', () => {
  expect(pageHead('---\ntitel: A\naudiences: [pateint]\n---\n').sound).toBe(false)
  expect(pageHead('---\ntitle: A\n---\n\n:::only{}\nText.\n').sound).toBe(true)
})
