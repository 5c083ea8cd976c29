import {expect, test} from 'vitest'
import {KnownInputs} from '../../../src/faces/vitest/known-inputs.ts'

const known = new KnownInputs()
known.note('/p/heart.test.ts', '1', {
  files: ['/p/parlance.config.json', '/p/content/heart/a.md', '/p/content/_shared/x.md'],
  globs: ['/p/content/heart/**/*.md', '!/p/content/heart/old/**'],
})
known.note('/p/heart.test.ts', '2', {files: ['/p/glossary.yaml'], globs: []})
known.note('/p/lung.test.ts', '3', {
  files: ['/p/parlance.config.json', '/p/content/lung/b.md'],
  globs: ['/p/content/lung/*.md'],
})

test.each<[string, string, readonly string[]]>([
  ['a page', '/p/content/lung/b.md', ['/p/lung.test.ts']],
  ['an include of one', '/p/content/_shared/x.md', ['/p/heart.test.ts']],
  ['what another test of the file is made of', '/p/glossary.yaml', ['/p/heart.test.ts']],
  ['what all are made of', '/p/parlance.config.json', ['/p/heart.test.ts', '/p/lung.test.ts']],
  ['a new page', '/p/content/heart/new.md', ['/p/heart.test.ts']],
  ['a new page that a glob leaves out', '/p/content/heart/old/new.md', []],
  ['a new page below the folder of a glob', '/p/content/lung/deep/new.md', []],
  ['a new part that nothing includes', '/p/content/heart/_new.md', []],
  ['a snapshot', '/p/content/heart/__variants__/a.patient.md', []],
  ['a page of a folder whose name begins the same', '/p/content/hearts/new.md', []],
  ['another file', '/p/src/index.ts', []],
  ['with separators of Windows', '\\p\\content\\lung\\b.md', ['/p/lung.test.ts']],
])('%s', (_, file, tests) => {
  expect(known.testsOf(file)).toEqual(tests)
})

test('what a test reported last counts', () => {
  const inputs = new KnownInputs()
  inputs.note('/p/a.test.ts', '1', {files: ['/p/old.md'], globs: []})
  inputs.note('/p/a.test.ts', '1', {files: ['/p/new.md'], globs: []})
  expect([inputs.testsOf('/p/old.md'), inputs.testsOf('/p/new.md')]).toEqual([[], ['/p/a.test.ts']])
})

test('what could not be collected runs again with any content, until it could be', () => {
  const inputs = new KnownInputs()
  inputs.noteFailure('/p/a.test.ts', true)
  expect(inputs.testsOf('/p/parlance.config.ts')).toEqual(['/p/a.test.ts'])
  expect(inputs.testsOf('/p/references.json')).toEqual(['/p/a.test.ts'])
  expect(inputs.testsOf('/p/src/index.ts')).toEqual([])
  inputs.noteFailure('/p/a.test.ts', false)
  expect(inputs.testsOf('/p/parlance.config.ts')).toEqual([])
})
