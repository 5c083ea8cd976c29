import {expect, test} from 'vitest'
import {readBibtex} from '../../../../src/adapters/bibtex/index.ts'
import {check, compile} from '../../../../src/index.ts'

test.each(['\n', '\r\n', '\r'])('one broken entry costs no other: %j', ending => {
  const text = [
    'Text between entries means nothing, nor does @comment{this}.',
    '@string{nejm = "N Engl J Med"}',
    '@article{a, title = {A}, journal = nejm}',
    '@book{b, title = {never closed',
    '@book{c, title = {C}}',
    '@article{ title = {no key}}',
    '@book{e, title = }',
    '@strange{d, title = {D}}',
  ].join(ending)
  expect(readBibtex(text).map(record => ('item' in record ? [record.line, record.item.id] : record))).toEqual(
    [
      [3, 'a'],
      {line: 4, problem: 'The closing brace of `b` is missing'},
      [5, 'c'],
      {line: 6, problem: 'This `@article` has no key: write it like `@article{smith2020, …}`'},
      {line: 7, problem: '`e` cannot be read: expected a text in braces, not a closing brace'},
      [8, 'd'],
    ],
  )
})

test.each([
  ['phdthesis', 'thesis', 'PhD thesis'],
  ['techreport', 'report', 'technical report'],
])('@%s is a %s, a %s', (written, type, genre) => {
  expect(readBibtex(`@${written}{a, title = {A}}`)).toMatchObject([{item: {type, genre}}])
})

test('entries borrow from those that they refer to', () => {
  const [part, whole] = readBibtex(
    '@inbook{ch, title = {Part}, crossref = {whole}}\n@book{whole, title = {Whole}, publisher = {P}, year = 2020}',
  )
  expect(part).toEqual({
    line: 1,
    item: {
      ...{id: 'ch', type: 'chapter', title: 'Part', 'container-title': 'Whole'},
      ...{publisher: 'P', issued: {'date-parts': [[2020]]}},
    },
  })
  expect(whole).toMatchObject({line: 2, item: {id: 'whole', title: 'Whole'}})
  const circle = readBibtex(
    '@book{a, crossref = {b}, title = {A}}\n@book{b, crossref = {a}, publisher = {P}}',
  )
  expect(circle).toMatchObject([{problem: expect.stringContaining('leads in a circle')}, {}])
})

test('a library brings the reader along', () => {
  const read = (path: string) =>
    path === 'refs.bib' ? '@book{a, title = {A}, publisher = {P}, year = 2020}\n@book{b' : undefined
  const source = '---\nbibliography: refs.bib\n---\n\nSo :cite[a].\n'
  const without = check(compile(source, {read})).messages
  expect(without.map(({ruleId}) => ruleId)).toContain('reference-invalid')
  expect(without.map(({reason}) => reason).join()).toContain('`readBibtex` of `parlance-md/bibtex`')
  const found = check(compile(source, {read, readers: {bib: readBibtex}})).messages
  expect(found.map(({ruleId, reason, file, line}) => [ruleId, reason, file, line])).toEqual([
    ['reference-invalid', 'This `@book` has no key: write it like `@book{smith2020, …}`', 'refs.bib', 2],
  ])
})
