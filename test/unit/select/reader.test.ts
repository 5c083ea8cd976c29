import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {NotServedError, nameOf, readerOf, readersOf} from '../../../src/core/3-select/reader.ts'

const config = {dimensions: {region: ['us', 'eu'], edition: {values: ['web', 'print'], default: 'web'}}}
const open = compile('', {config})
const european = compile('---\naudiences: [patient, student]\nregion: eu\n---\n', {config})
const narrow = compile('---\nregion: us eu\nedition: print\n---\n', {config})

const ask = (document: typeof open, audience: string, where: Record<string, string> = {}) =>
  readerOf(document, audience, new Map(Object.entries(where)))

test.each([
  {where: {}, want: {edition: 'web'}},
  {where: {region: 'us'}, want: {region: 'us', edition: 'web'}},
  {where: {edition: 'print'}, want: {edition: 'print'}},
])('a patient in $where', ({where, want}) => {
  const {audience, dimensions} = ask(open, 'patient', where)
  expect([audience, Object.fromEntries(dimensions)]).toStrictEqual(['patient', want])
})

test.each([
  {
    why: 'no declared audience',
    document: open,
    audience: 'nurse',
    where: {},
    error: RangeError,
    message: 'Unknown audience `nurse`. Allowed: `clinician`, `patient`, `student`.',
  },
  {
    why: 'an audience of others',
    document: european,
    audience: 'clinician',
    where: {},
    error: NotServedError,
    message: 'This page does not serve the audience `clinician`. Allowed: `patient`, `student`.',
  },
  {
    why: 'no option',
    document: open,
    audience: 'patient',
    where: {place: 'us'},
    error: RangeError,
    message: 'Unknown option `place`. Allowed: `region`, `edition`.',
  },
  {
    why: 'no value',
    document: open,
    audience: 'patient',
    where: {region: 'es'},
    error: RangeError,
    message: 'Unknown region `es`: did you mean `us`? Allowed: `us`, `eu`.',
  },
  {
    why: 'another region',
    document: european,
    audience: 'patient',
    where: {region: 'us'},
    error: NotServedError,
    message: 'This page is only for `region` `eu`',
  },
  {
    why: 'no region and edition',
    document: narrow,
    audience: 'patient',
    where: {},
    error: NotServedError,
    message: 'This page is only for `region` `us` or `eu` and `edition` `print`',
  },
])('refuses $why', ({document, audience, where, error, message}) => {
  let thrown: unknown
  try {
    ask(document, audience, where as Record<string, string>)
  } catch (caught) {
    thrown = caught
  }
  expect(thrown).toBeInstanceOf(error)
  expect(thrown).toHaveProperty('name', error.name)
  expect(thrown).toHaveProperty('message', message)
})

test('a reader in words', () => {
  expect(nameOf({audience: 'patient', dimensions: new Map()})).toBe('patient')
  const dimensions = new Map([
    ['region', 'eu'],
    ['edition', 'web'],
  ])
  expect(nameOf({audience: 'patient', dimensions})).toBe('patient (region eu, edition web)')
})

test.each([
  {
    document: compile(''),
    want: ['clinician', 'patient', 'student'],
  },
  {
    document: european,
    want: ['patient', 'student'].flatMap(who =>
      ['web', 'print'].map(it => `${who} (region eu, edition ${it})`),
    ),
  },
  {
    document: compile('---\naudiences: [patient]\n---\n', {config}),
    want: [
      'patient (edition web)',
      'patient (edition print)',
      'patient (region us, edition web)',
      'patient (region us, edition print)',
      'patient (region eu, edition web)',
      'patient (region eu, edition print)',
    ],
  },
])('all kinds of readers of page %#', ({document, want}) => {
  expect(readersOf(document).map(nameOf)).toEqual(want)
})
