import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readBibtex} from '../../src/bibtex/index.ts'
import {check, compile} from '../../src/index.ts'
import {Reporter} from '../../src/messages/reporter.ts'
import {readReferences} from '../../src/references/read-references.ts'

const field = (written: string, name = 'title'): unknown => {
  const [record] = readBibtex(`@article{a, ${name} = ${written}}`)
  return record !== undefined && 'item' in record ? record.item[name] : record
}

test.each([
  ['{The {DNA} of “it”}', 'The DNA of “it”'],
  ['"Quoted {and braced}"', 'Quoted and braced'],
  [String.raw`{M{\"u}ller and {\o}re}`, 'Müller and øre'],
  ['{10$^9$/L and 10$^{-3}$}', '10⁹/L and 10⁻³'],
  ['{H$_2$O}', 'H₂O'],
  [String.raw`{\textit{Escherichia coli} and \textbf{more}}`, 'Escherichia coli and more'],
  [String.raw`{x\textsuperscript{ab} and y\textsuperscript{a}}`, 'x^(ab) and y^a'],
  ['{5 < 10 and 10 > 5}', '5 < 10 and 10 > 5'],
  [String.raw`{100\% \& more}`, '100% & more'],
])('a title %s is %s', (written, title) => {
  expect(field(written)).toBe(title)
})

test('what stands in which variable', () => {
  const [record] = readBibtex(`@article{swain2015,
  author = {Swain, Sandra M. and Kim, Sung-Bae and {CLEOPATRA Study Group}},
  title = {Pertuzumab}, journal = {N Engl J Med}, year = 2015, month = feb, volume = 372, number = 8,
  pages = {724--734}, doi = {10.1056/NEJMoa1413513}, pmid = {25693012}, url = {https://www.nejm.org/},
  abstract = {Long}, keywords = {one, two}, file = {a.pdf}
}`)
  expect(record).toEqual({
    line: 1,
    item: {
      id: 'swain2015',
      type: 'article-journal',
      author: [
        {family: 'Swain', given: 'Sandra M.'},
        {family: 'Kim', given: 'Sung-Bae'},
        {family: 'CLEOPATRA Study Group'},
      ],
      title: 'Pertuzumab',
      'container-title': 'N Engl J Med',
      issued: {'date-parts': [[2015, 2]]},
      volume: '372',
      issue: '8',
      page: '724-734',
      DOI: '10.1056/NEJMoa1413513',
      PMID: '25693012',
      URL: 'https://www.nejm.org/',
    },
  })
})

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
      {line: 4, problem: 'The entry `@book` is never closed'},
      [5, 'c'],
      {line: 6, problem: 'The entry `@article` has no key before its first comma'},
      {line: 7, problem: expect.stringMatching(/^The entry `@book` cannot be read: expected "[^\n]+$/)},
      [8, 'd'],
    ],
  )
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
  const circle = readBibtex('@book{a, crossref = b, title = {A}}\n@book{b, crossref = {a}, publisher = {P}}')
  expect(circle).toMatchObject([{item: {title: 'A', publisher: 'P'}}, {item: {title: 'A', publisher: 'P'}}])
})

test('no text makes it throw, and sound entries stay', () => {
  const piece = fc.constantFrom(
    ...['@', 'article', '{', '}', '(', ')', 'a', ',', '=', '"', '\\', '%', '\n', '#', ' ', '$', '1', 'title'],
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 30}), pieces => {
      const records = readBibtex(`@book{sound, title = {Sound}}\n${pieces.join('')}`)
      expect(records[0]).toMatchObject({line: 1, item: {id: 'sound', title: 'Sound'}})
    }),
    {numRuns: 500},
  )
})

test('a library brings the reader along', () => {
  const read = (path: string) =>
    path === 'refs.bib' ? '@book{a, title = {A}, publisher = {P}, year = 2020}\n@book{b' : undefined
  const source = '---\nbibliography: refs.bib\n---\n\nSo :cite[a].\n'
  const without = check(compile(source, {read})).messages
  expect(without.map(({ruleId}) => ruleId)).toContain('reference-invalid')
  expect(without.map(({reason}) => reason).join()).toContain('`readBibtex` of `parlance/bibtex`')
  const found = check(compile(source, {read, readers: {bib: readBibtex}})).messages
  expect(found.map(({ruleId, reason, file, line}) => [ruleId, reason, file, line])).toEqual([
    ['reference-invalid', 'The entry `@book` is never closed', 'refs.bib', 2],
  ])
})

const shared = join(import.meta.dirname, '../../../shared/reference/citations/bibtex')
const at = (name: string): string => readFileSync(join(shared, name), 'utf8')

test('whether files of reference managers were at hand', () => {
  if (!existsSync(shared)) process.stderr.write('The BibTeX files are not present: not looked at.\n')
  expect(readBibtex('')).toEqual([])
})

describe.runIf(existsSync(shared))('files of reference managers', () => {
  const files = existsSync(shared) ? readdirSync(shared).filter(name => name.endsWith('.bib')) : []

  test.each(files)('%s reads', name => {
    const records = readBibtex(at(name))
    const {report, messages} = new Reporter(new Map(), undefined)
    const references = readReferences(at(name), name, [], report, {bib: readBibtex})
    expect(records.filter(record => 'problem' in record)).toEqual([])
    expect(messages.map(({reason}) => reason)).toEqual(refused.get(name) ?? [])
    expect(references.map(({reference}) => reference.id)).toEqual(
      records.flatMap(record => ('item' in record ? record.item.id : [])),
    )
    expect(references.length).toBeGreaterThan(0)
  })

  /** What is said of files that hold an identifier that is none. */
  const refused: ReadonlyMap<string, readonly string[]> = new Map([
    ['uri.bib', ['`%25E0%25A4%25A` is no URL: write it like `https://example.org/`']],
  ])

  test.each([['mapping-biblatex-input.bib', 'mapping-biblatex-csl.json']])('%s becomes %s', (bib, csl) => {
    const expected = JSON.parse(at(csl)) as readonly Record<string, unknown>[]
    const found = readBibtex(at(bib)).map(record => ('item' in record ? record.item : {}))
    expect(found.map(({id}) => id)).toEqual(expected.map(({id}) => id))
    for (const [index, item] of expected.entries()) {
      const {'citation-key': _, keyword: _k, abstract: _a, ...rest} = item
      expect(found[index]).toEqual(JSON.parse(JSON.stringify(rest).replace(/<\/?(?:i|sup)>/g, '')))
    }
  })
})
