import {expect, test} from 'vitest'
import {quantitiesIn} from '../../../../src/checks/parity/quantities.ts'

const keys = (text: string): readonly string[] => quantitiesIn(text).map(({key}) => key)

test.each([
  ['1 g', '1000 mg'],
  ['1,000 mg', '1 g'],
  ['0.5 mL', '0,5 ml'],
  ['500 micrograms', '0.5 mg'],
  ['500 µg', '500 mcg'],
  ['two weeks', '14 days'],
  ['twenty-one days', '3 weeks'],
  ['30–60 minutes', '30 to 60 min'],
  ['60-minute', '1 hour'],
  ['10 mg/kg', '0.01 g/kg'],
  ['70 mg/dL', '0.7 g/L'],
  ['12 months', 'one year'],
  ['50%', '50 percent'],
  ['150 mmHg', '150 mmHg'],
])('%s is %s', (left, right) => {
  expect(keys(left)).toEqual(keys(right))
  expect(keys(left)).not.toEqual([])
})

test.each([
  ['840 mg', '420 mg'],
  ['5 mg', '5 mL'],
  ['2 weeks', '2 months'],
  ['10 mg/kg', '10 mg'],
])('%s is not %s', (left, right) => {
  expect(keys(left)).not.toEqual(keys(right))
})

test.each([
  '12:30',
  '1:1000',
  'page 12',
  'HER2',
  'phase 3 trial',
  'T4 level',
  'pH 7.4',
  'grade 3–4',
  'B12 and 5 apples',
  'NM_004006.2',
  'smaller ones',
  'a halfway house',
])('%s holds no quantity', text => {
  expect(keys(text)).toEqual([])
})

test('both ends of a range, and all that stand in a sentence', () => {
  expect(quantitiesIn('Loading dose 840 mg, then 420 mg over 30–60 minutes.')).toEqual([
    {key: '840 mass', written: '840 mg'},
    {key: '420 mass', written: '420 mg'},
    {key: '1800 time', written: '30–60 minutes'},
    {key: '3600 time', written: '30–60 minutes'},
  ])
})
