import {describe, expect, test} from 'vitest'
import {checkReadability, readability} from '../../../../src/api/readability.ts'
import {isDrugName} from '../../../../src/checks/readability/drug-names.ts'
import {type FormulaGrade, medianOf} from '../../../../src/checks/readability/formulas.ts'
import {measureWord} from '../../../../src/checks/readability/words.ts'
import {check, compile} from '../../../../src/index.ts'
import {messageLine} from '../../../support/fixtures.ts'

const easy =
  'You have been given a new pill. Take one pill each day with food. Do not stop taking it unless your doctor tells you to. If you feel sick, call us at once. Your nurse can help you too.'
const hard =
  'Echocardiographic evaluation is recommended at regular intervals throughout the duration of treatment with cardiotoxic medications, notwithstanding the absence of symptoms attributable to cardiomyopathy, and hospitalization may very occasionally become necessary.'

const patient = {audience: 'patient'} as const

describe('words', () => {
  test.each([
    ['walking', true, 2],
    ['berries', true, 2],
    ['bigger', true, 2],
    ['stopping', true, 2],
    ['doctors', true, 2],
    ['doctor’s', true, 2],
    ['neutropenia', false, 5],
    ['haemorrhage', false, 3],
    ['MRI', false, 3],
    ['75', true, 1],
    ['75–100', true, 1],
  ])('%s', (text, familiar, syllables) => {
    expect(measureWord(text, false)).toMatchObject({familiar, syllables})
  })

  test('one that does not count is short and known', () => {
    expect(measureWord('pseudohypoparathyroidism', true)).toMatchObject({
      syllables: 1,
      familiar: true,
      letters: 5,
    })
  })

  test.each([
    'pertuzumab',
    'atorvastatin',
    'ibuprofen',
    'apixaban',
    'clopidogrel',
    'etanercept',
    'lisinopril',
    'amoxicillin',
    'prednisone',
    'aspirin',
  ])('%s is the name of a drug', name => expect(isDrugName(name)).toBe(true))

  test.each([
    'april',
    'concept',
    'accept',
    'except',
    'thermostat',
    'person',
    'hotel',
    'doctor',
    'able',
    'mongrel',
  ])('%s is none', word => expect(isDrugName(word)).toBe(false))
})

test.each<[readonly number[], number]>([
  [[], 0],
  [[4], 4],
  [[9, 3, 5], 5],
  [[9, 3, 5, 6], 5.5],
])('the median of %j is %d', (grades, median) => {
  expect(medianOf(grades.map((grade): FormulaGrade => ({name: '', grade})))).toBe(median)
})

describe('a report', () => {
  test('gives several formulas, their median, and the hardest sentences', () => {
    const report = readability(compile(`${easy}\n\n${hard}\n`), patient)
    expect(report.formulas.map(({name}) => name)).toEqual([
      'Flesch–Kincaid',
      'SMOG',
      'Gunning fog',
      'Dale–Chall',
      'Coleman–Liau',
      'ARI',
    ])
    expect(report.grade).toBe(medianOf(report.formulas))
    expect(report.sentences[0]).toMatchObject({
      text: hard,
      hardWords: expect.arrayContaining(['echocardiographic', 'cardiomyopathy']),
      place: {start: {line: 3, column: 1}, end: {line: 3, column: hard.length + 1}},
    })
    const grades = report.sentences.map(({grade}) => grade)
    expect(grades).toEqual([...grades].sort((left, right) => right - left))
  })

  test('easy text is easy, hard text is hard', () => {
    expect(readability(compile(easy), patient).grade).toBeLessThan(5)
    expect(readability(compile(hard), patient).grade).toBeGreaterThan(14)
  })

  test('is of the variant that the reader gets', () => {
    const document = compile(`:::clinician\n${hard}\n:::\n:::patient\n${easy}\n:::\n:::student\nText.\n:::\n`)
    expect(readability(document, patient)).toEqual(readability(compile(`\n\n\n\n${easy}`), patient))
    expect(readability(document, {audience: 'clinician'}).grade).toBeGreaterThan(14)
  })

  test('suggests plainer words', () => {
    const {sentences} = readability(compile('We will utilize it in order to facilitate sleep.'), patient)
    expect(sentences[0]?.plainer).toEqual([
      {actual: 'utilize', expected: ['use']},
      {actual: 'in order to', expected: ['to']},
      {actual: 'facilitate', expected: ['ease', 'help']},
    ])
  })

  const grade = (source: string, config: unknown = {}): number =>
    readability(compile(source, {config}), patient).grade

  test('terms that are explained, names of drugs and of products do not count', () => {
    const plain = grade('You may get a thing. The thing may go away. Ask about the thing.')
    const front =
      '---\nglossary:\n  tcp:\n    term: thrombocytopenia\n    definition: Too few of some cells.\n---\n'
    expect(
      grade(`${front}You may get a :term[tcp]. The :term[tcp] may go away. Ask about the :term[tcp].`),
    ).toBe(plain)
    expect(
      grade(
        'You may get a thrombocytopenia. The thrombocytopenia may go away. Ask about the thrombocytopenia.',
      ),
    ).toBeGreaterThan(plain)
    expect(grade('You may get a pertuzumab. The pertuzumab may go away. Ask about the pertuzumab.')).toBe(
      plain,
    )
    expect(
      grade('You may get a Supercalifra. The Supercalifra may go away. Ask about the Supercalifra.'),
    ).toBe(plain)
    const named = {readability: {names: ['Supercalifra forte']}}
    expect(
      grade('You may get a supercalifra. The supercalifra may go away. Ask about the supercalifra.', named),
    ).toBe(plain)
  })

  test('headings, tables, code, citations and footnote calls are no prose; footnotes, lists and quotes are', () => {
    const words = (source: string): number => readability(compile(source), patient).words
    expect(
      words('# A heading\n\n| a | b |\n| - | - |\n| c d e | f |\n\n```\ncode here\n```\n\nOne two.\n'),
    ).toBe(2)
    expect(words('One[^1] two.\n\n[^1]: Three four.\n\n- Five\n- six\n\n> Seven\n')).toBe(7)
    expect(words('')).toBe(0)
    expect(readability(compile(''), patient)).toEqual({grade: 0, formulas: [], words: 0, sentences: []})
  })

  test('places: over lines, in lists and quotes, behind words from elsewhere', () => {
    const source =
      '---\nvars: {brand: Perjeta}\n---\n\n- One two. Three\n  four five.\n\n> Six seven.\n> Eight nine.\n\nTake :var[brand] now.\n'
    const places = readability(compile(source), patient).sentences.map(({text, place}) => [
      text,
      `${place?.start.line}:${place?.start.column}-${place?.end.line}:${place?.end.column}`,
    ])
    expect(Object.fromEntries(places)).toEqual({
      'One two.': '5:3-5:11',
      'Three four five.': '5:12-6:13',
      'Six seven.': '8:3-8:13',
      'Eight nine.': '9:3-9:14',
      'Take Perjeta now.': '11:1-11:22',
    })
  })

  test('other languages, and readers that the page does not serve, are refused', () => {
    expect(() => readability(compile('---\nlocale: es\n---\nHola.'), patient)).toThrow(
      'Readability is known of English only, and this page is in `es`',
    )
    expect(() => readability(compile('Text.'), {audience: 'pateint'})).toThrow(/Unknown audience `pateint`/)
    expect(readability(compile('---\nlocale: en-GB\n---\nText.'), patient).words).toBe(1)
  })
})

describe('messages', () => {
  const audiences = (readingGrade: number) => [{id: 'patient', label: 'P', readingGrade}]
  const severities = (config: object): readonly unknown[] =>
    checkReadability(compile(`${easy} ${easy}\n\n${hard}`, {config})).map(({fatal}) => fatal)

  test('are warnings above the grade, and errors beyond the tolerance', () => {
    const {grade} = readability(compile(`${easy} ${easy}\n\n${hard}`), patient)
    const [above, below] = [Math.ceil(grade), Math.floor(grade)]
    expect(severities({audiences: audiences(above)})).toEqual([])
    expect(severities({audiences: audiences(below)})).toEqual([false])
    expect(severities({audiences: audiences(below - 2)})).toEqual([true])
    expect(severities({audiences: audiences(below - 2), readability: {tolerance: 5}})).toEqual([false])
    expect(severities({audiences: audiences(below), readability: {tolerance: 0}})).toEqual([true])
    expect(severities({audiences: audiences(below - 2), rules: {readability: 'info'}})).toEqual([undefined])
    expect(severities({audiences: audiences(1), rules: {readability: 'off'}})).toEqual([])
    expect(severities({audiences: [{id: 'patient', label: 'P'}]})).toEqual([])
  })

  test('there are none on few words, and none on other languages', () => {
    expect(checkReadability(compile('Echocardiographic evaluation notwithstanding.'))).toEqual([])
    expect(checkReadability(compile(`---\nlocale: fr\n---\n${hard}`))).toEqual([])
  })

  test('come with those of a check, and a comment disables them', () => {
    const document = compile(
      `<!-- parlance-disable-next-line readability -- quoted from the law -->\n${hard}\n`,
    )
    const found = checkReadability(document)
    expect(found.map(messageLine).join('')).toMatch(
      /^ 2:1-2:\d+ error readability \{patient\} This sentence of 30 words/,
    )
    expect(check(document, {further: {readability: found}}).messages).toEqual([])
    expect(check(document, {further: {readability: []}}).messages.map(({ruleId}) => ruleId)).toEqual([
      'disable-unused',
    ])
    expect(check(document).messages).toEqual([])
  })
})
