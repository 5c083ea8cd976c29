import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readReferences} from '../../../../src/core/citations/references/read-references.ts'
import {dateOf, keyFor, nameOf} from '../../../../src/core/citations/references/readers/fields.ts'
import {type Finding, Reporter} from '../../../../src/core/messages/reporter.ts'

const kinds: readonly string[] = ['research', 'other']

function read(text: string, file: string) {
  const {report, messages} = new Reporter({rules: new Map()}, undefined)
  const found: Finding[] = []
  const references = readReferences(text, file, kinds, (rule, finding) => {
    found.push(finding)
    report(rule, finding)
  })
  return {
    references: references.map(({reference}) => reference),
    places: references.map(({place}) => place?.start.line),
    messages,
  }
}

test.each([
  ['1948/07//', [1948, 7]],
  ['1948', [1948]],
  ['2019 Mar', [2019, 3]],
  ['2019 Mar 5', [2019, 3, 5]],
  ['2019-03-05', [2019, 3, 5]],
  ['20180330', [2018, 3, 30]],
  ['2011 Nov-Dec', [2011, 11]],
  ['2020//', [2020]],
])('the date %s', (written, parts) => {
  expect(dateOf(written)).toEqual({'date-parts': [parts]})
})

test.each(['in press', '2019 Spring'])('%s is kept as text', written => {
  expect(dateOf(written)).toEqual({literal: written})
})

test.each([
  ['Swain, Sandra M', {family: 'Swain', given: 'Sandra M'}],
  ['Given, Curtis A 2nd', {family: 'Given', given: 'Curtis A', suffix: '2nd'}],
  ['Hellinger, Frank R Jr', {family: 'Hellinger', given: 'Frank R', suffix: 'Jr'}],
  ['King, Martin Luther, Jr.', {family: 'King', given: 'Martin Luther', suffix: 'Jr'}],
  ['World Health Organization', {literal: 'World Health Organization'}],
  ['Plato', {family: 'Plato'}],
])('the name %s', (written, name) => {
  expect(nameOf(written)).toEqual(name)
})

test('keys of records without one', () => {
  expect(keyFor('Müller-Lüdenscheidt', {'date-parts': [[1948]]})).toBe('mullerludenscheidt1948')
  expect(keyFor(undefined, undefined)).toBe('anonymous')
})

describe('RIS', () => {
  const ris =
    'Provider: x\r\n1.\r\nTY  - JOUR\r\nAU  - Shannon,Claude E.\r\nPY  - 1948/07//\r\nTI  - A Mathematical\r\n      Theory of Communication\r\nJF  - Bell System Technical Journal\r\nSP  - 379\r\nEP  - 423\r\nVL  - 27\r\nXX  - unknown\r\nUR  - http://example.com; http://www.example.com\r\nDO  - http://dx.doi.org/10.1000/x\r\nER  - \r\n\r\nTY  - BOOK\r\nTI  - A book\r\nCY  - Paris\r\nPB  - The Press\r\nSN  - 978-3-16-148410-0\r\nER  -\r\n'

  test('records become CSL items with their lines', () => {
    const {references, places, messages} = read(`\uFEFF${ris}`, 'a.ris')
    expect(messages.map(String)).toEqual([])
    expect(places).toEqual([3, 17])
    expect(references).toEqual([
      {
        id: 'shannon1948',
        type: 'article-journal',
        title: 'A Mathematical Theory of Communication',
        author: [{family: 'Shannon', given: 'Claude E.'}],
        issued: {'date-parts': [[1948, 7]]},
        'container-title': 'Bell System Technical Journal',
        volume: '27',
        page: '379-423',
        DOI: '10.1000/x',
        URL: 'http://example.com',
      },
      {
        id: 'anonymous',
        type: 'book',
        title: 'A book',
        publisher: 'The Press',
        'publisher-place': 'Paris',
        ISBN: '978-3-16-148410-0',
      },
    ])
  })

  test('what cannot be read is a message with its line, and the others are kept', () => {
    const {references, messages} = read(
      'TY  - JOUR\nID  - a\nTI  - A\nDO  - none\nER  -\nTY  - JOUR\nID  - b\nTI  - B\nER  -\n',
      'a.ris',
    )
    expect(references.map(({id}) => id)).toEqual(['a', 'b'])
    expect(messages.map(({line, reason}) => `${line} ${reason}`)).toEqual([
      '1 `none` is no DOI: write it like `10.1056/NEJMoa1413513`',
    ])
  })

  test('a file without records says so', () => {
    expect(read('nothing\nof use\n', 'a.ris').messages.map(({reason}) => reason)).toEqual([
      '`a.ris` holds no records that can be read',
    ])
    const {messages} = read('\nFN Clarivate\nPT J\nAU X\nER\n', 'a.ris')
    expect(messages.map(({line, reason}) => `${line} ${reason}`)).toEqual([
      '2 This is the tagged format of Web of Science, not RIS: export the records there as RIS',
    ])
  })
})

describe('PubMed', () => {
  test('MEDLINE and PMC forms', () => {
    const medline =
      'PMID- 1\nTI  - One\n      two.\nFAU - Alpha, Ann\nAU  - Alpha A\nCN  - The Group\nDP  - 2019 Mar\nVI  - 5\nIP  - 3\nPG  - 6-7\nJT  - Journal\nTA  - J\nLID - 10.1000/a [doi]\nPMC - PMC11\nSO  - J. 2019\n\nPMID- 2\nTI  - Second.\n'
    const {references, places, messages} = read(medline.replaceAll('\n', '\r\n'), 'a.nbib')
    expect(messages.map(String)).toEqual([])
    expect(places).toEqual([1, 17])
    expect(references[0]).toEqual({
      id: 'pmid1',
      type: 'article-journal',
      title: 'One two',
      author: [{family: 'Alpha', given: 'Ann'}, {literal: 'The Group'}],
      issued: {'date-parts': [[2019, 3]]},
      'container-title': 'Journal',
      'container-title-short': 'J',
      volume: '5',
      issue: '3',
      page: '6-7',
      DOI: '10.1000/a',
      PMID: '1',
      PMCID: 'PMC11',
    })
    const pmc = 'PMC - PMC21\nPMID- 21\nTI  - One.\n\nPMC - PMC22\nPMID- 22\nTI  - Two.\n'
    expect(read(pmc, 'b.nbib').references.map(({id, PMCID}) => `${id} ${PMCID}`)).toEqual([
      'pmid21 PMC21',
      'pmid22 PMC22',
    ])
  })

  test('notices', () => {
    const notices =
      'PMID- 1\nTI  - A.\nPT  - Retracted Publication\n\nPMID- 2\nTI  - B.\nECI - x\n\nPMID- 3\nTI  - C.\nEIN - x\n\nPMID- 4\nTI  - D.\n'
    expect(read(notices, 'a.nbib').references.map(({notice}) => notice)).toEqual([
      'retracted',
      'expression of concern',
      'erratum',
      undefined,
    ])
  })
})

const exports = join(import.meta.dirname, '../../../../../shared/reference/citations')

test('whether exports of other tools were present', () => {
  if (!existsSync(exports))
    process.stderr.write('The exports of other tools are not present: not looked at.\n')
  expect(kinds).toHaveLength(2)
})

describe.runIf(existsSync(exports))('exports of other tools', () => {
  const files = existsSync(exports)
    ? ['ris', 'nbib'].flatMap(folder =>
        readdirSync(join(exports, folder)).map(name => [folder, name] as const),
      )
    : []
  test.each(files)('%s/%s is read, or says what cannot be', (folder, name) => {
    const text = readFileSync(join(exports, folder, name), 'utf8')
    const {references, messages} = read(text, name)
    const records = text.match(folder === 'ris' ? /^\uFEFF?TY {1,2}- /gm : /^\uFEFF?PMID-/gm)?.length ?? 0
    expect(references).toHaveLength(records)
    if (records === 0) expect(messages).toHaveLength(1)
    for (const {reason, line} of messages)
      expect({reason, line}).toMatchObject({reason: expect.stringMatching(/\S/)})
  })
})
