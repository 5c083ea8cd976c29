import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readReferences} from '../../../../src/core/citations/references/read-references.ts'
import {styles} from '../../../../src/core/citations/references/styles/index.ts'
import {fullRange, shortRange} from '../../../../src/core/citations/references/styles/pages.ts'
import {plainText, type Reference} from '../../../../src/core/language/index.ts'
import {Reporter} from '../../../../src/core/messages/reporter.ts'

const print = (style: string, reference: Reference): string =>
  plainText(styles.get(style)?.entry(reference, 'en') ?? [])

test.each([
  ['335-339', '335–9'],
  ['697-704', '697–704'],
  ['1490-1496', '1490–6'],
  ['141-5', '141–5'],
  ['e736-e742', 'e736–42'],
  ['99-101', '99–101'],
  ['1759-1764.e6', '1759-1764.e6'],
  ['379.e9-379.e13', '379.e9-379.e13'],
  ['V4', 'V4'],
  ['7-7', '7'],
])('pages %s are %s', (written, short) => {
  expect(shortRange(written)).toBe(short)
})

test.each([
  ['169-76', '169-176'],
  ['335-339', '335-339'],
  ['e736-e742', 'e736-e742'],
  ['379.e9-379.e13', '379.e9-379.e13'],
])('pages %s in full are %s', (written, full) => {
  expect(fullRange(written)).toBe(full)
})

test('an article, one without volume, one published online', () => {
  const base = {
    id: 'a',
    type: 'article-journal',
    title: 'A trial',
    author: [{family: 'van Es', given: 'Anna C.'}, {literal: 'The Group'}],
    'container-title': 'Journal of Trials',
    'container-title-short': 'J Trials',
  }
  const issued = {'date-parts': [[2019, 3, 5]]}
  expect(
    print('nlm', {
      ...base,
      issued,
      volume: '12',
      issue: '3',
      page: '101-110',
      DOI: '10.1000/a',
      PMID: '1',
      PMCID: 'PMC2',
    }),
  ).toBe(
    'van Es AC, The Group. A trial. J Trials. 2019 Mar 5;12(3):101–10. doi:10.1000/a PubMed PMID: 1; PubMed Central PMCID: PMC2.',
  )
  expect(print('vancouver', {...base, issued, page: '1-7'})).toBe(
    'van Es AC, The Group. A trial. J Trials. 2019 Mar 5;1–7.',
  )
  expect(print('nlm', {...base, issued, status: 'Epub ahead of print'})).toBe(
    'van Es AC, The Group. A trial. J Trials. 2019 Mar 5. Epub ahead of print.',
  )
})

const trial = {
  id: 'g',
  type: 'article-journal',
  title: 'Apixaban versus warfarin',
  author: [{family: 'Granger', given: 'C. B.'}],
  'container-title': 'New England Journal of Medicine',
  'container-title-short': 'N Engl J Med',
  issued: {'date-parts': [[2011]]},
  volume: '365',
  issue: '11',
  page: '981-992',
}

test.each([
  ['numeric', 'Granger CB. Apixaban versus warfarin. N Engl J Med. 2011;365(11):981–992.'],
  ['nlm', 'Granger CB. Apixaban versus warfarin. N Engl J Med. 2011;365(11):981–92.'],
  ['ama', 'Granger CB. Apixaban versus warfarin. N Engl J Med. 2011;365(11):981-992.'],
])('a kind groups an article, and changes nothing of it in %s', (style, printed) => {
  for (const kind of [undefined, 'trial', 'drug-label', 'guideline', 'our-own'])
    expect(print(style, {...trial, ...(kind && {kind})})).toBe(printed)
})

test.each(['numeric', 'nlm', 'ama'])('nor of any other type in %s', style => {
  const types = [
    'book',
    'chapter',
    'report',
    'webpage',
    'dataset',
    'article',
    'document',
    'pamphlet',
    'thesis',
  ]
  for (const type of types) {
    const work = {...trial, type, number: '7', publisher: 'P', URL: 'https://example.com'}
    for (const kind of ['trial', 'drug-label', 'guideline'])
      expect(print(style, {...work, kind}), `${kind} ${type}`).toBe(print(style, work))
  }
})

test('a trial registration is known by its number, a drug label by its name, an article by its type', () => {
  expect(print('ama', {id: 'a', type: 'webpage', title: 'T', number: 'NCT00567190'})).toBe(
    'T. Clinical trial identifier: NCT00567190.',
  )
  const label = {id: 'a', type: 'report', title: 'Perjeta', number: '7'}
  expect(print('nlm', {...label, genre: 'Prescribing information'})).toBe(
    'Perjeta [Prescribing information]. Label no.: 7.',
  )
  expect(print('nlm', {...label, title: 'Perjeta: package insert'})).toBe(
    'Perjeta: package insert. Label no.: 7.',
  )
  expect(print('numeric', {...trial, number: 'NCT00567190'})).toBe(print('numeric', trial))
})

test.each([
  ['numeric', '[1–3, 5, p. 4]'],
  ['plain', '1, 2, 3, 5 (p. 4)'],
  ['nlm', '(1–3,5, p. 4)'],
  ['ama', '1-3,5(p4)'],
])('a cluster in %s', (id, printed) => {
  const items = [3, 1, 2, 5].map(number => ({
    key: `k${number}`,
    number,
    ...(number === 5 && {locator: 'p. 4'}),
  }))
  const parts = styles.get(id)?.cluster(items) ?? []
  expect(parts.map(({value}) => value).join('')).toBe(printed)
})

const file = join(import.meta.dirname, '../../../../../shared/reference/citations/pubmed-nlm-ama.json')

/**
 * Cases in which we differ from citeproc with NLM's style, and why. A case that is not listed must be equal.
 */
const different: ReadonlyMap<string, string> = new Map([
  ['pmid24627111', 'citeproc makes straight quotes of the record typographic; we print what the record says'],
  ['pmid24627115', 'the same'],
])

test('whether the records with NLM’s own strings were present', () => {
  if (!existsSync(file))
    process.stderr.write('The records with NLM’s own strings are not present: not looked at.\n')
  expect(styles.has('nlm')).toBe(true)
})

describe.runIf(existsSync(file))('records of PubMed in NLM and AMA style', () => {
  interface Entry {
    readonly csl: Reference
    readonly nlm: string
    /** The source line that NLM itself prints. */
    readonly SO: string
    readonly ama: string
  }
  const {entries} = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as {entries: readonly Entry[]})
    : {entries: []}
  test.each(entries.map(entry => [entry.csl.id, entry] as const))('%s', (id, {csl, nlm, ama}) => {
    const {report} = new Reporter({rules: new Map()}, undefined)
    const [read] = readReferences(JSON.stringify([csl]), 'a.json', [], report)
    const printed = read === undefined ? '' : print('nlm', read.reference)
    const inAma = read === undefined ? '' : print('ama', read.reference)
    if (different.has(id)) {
      expect(inAma, `${id} is listed as different, and is not`).not.toBe(ama)
    } else expect(inAma).toBe(ama)
    if (different.has(id)) expect(printed, `${id} is listed as different, and is not`).not.toBe(nlm)
    else expect(printed).toBe(nlm)
  })

  /**
   * NLM's own line in the form of our entries: ranges shortened as Citing Medicine wants them, an en dash, no
   * blank behind `doi:`, no full stop behind the DOI, and without the dates of the electronic edition, which
   * CSL has no variable for.
   */
  const sourceLine = (SO: string): string =>
    SO.replace(/ (?:Epub \d{4}[^.]*|eCollection \d{4})\.$/, '')
      .replace(/ doi: (\S+)\.$/, ' doi:$1')
      .replace(/:([^:;]+?)\. doi/, (_, pages: string) => `:${shortRange(pages)}. doi`)

  /** Records whose line differs from NLM's own, and why. */
  const unlike: ReadonlyMap<string, string> = new Map([
    [
      'pmid30497154',
      'NLM puts a colon between a full date and the pages, its style in CSL a semicolon; we follow the style',
    ],
  ])

  test.each(entries.map(entry => [entry.csl.id, entry] as const))(
    '%s against NLM’s own line',
    (id, {csl, SO}) => {
      const {report} = new Reporter({rules: new Map()}, undefined)
      const [read] = readReferences(JSON.stringify([csl]), 'a.json', [], report)
      const printed = read === undefined ? '' : print('nlm', read.reference)
      if (unlike.has(id))
        expect(printed, `${id} is listed as unlike, and is not`).not.toContain(sourceLine(SO))
      else expect(printed).toContain(sourceLine(SO))
    },
  )
})
