import {expect, test} from 'vitest'
import {AudienceTable, describeBranch} from '../../../src/core/language/index.ts'

const declared = [
  {id: 'clinician', label: 'Clinician', fallback: []},
  {id: 'nurse', label: 'Nurse', is: 'clinician', fallback: []},
  {id: 'midwife', label: 'Midwife', is: 'nurse', fallback: []},
  {id: 'patient', label: 'Patient', fallback: []},
]
const audiences = new AudienceTable(declared)

test('a table knows what was declared, in its order', () => {
  expect(audiences.ids).toEqual(['clinician', 'nurse', 'midwife', 'patient'])
  expect([...audiences]).toEqual(declared)
  expect(audiences.get('nurse')).toBe(declared[1])
  expect(audiences.get('student')).toBeUndefined()
  expect([audiences.has('nurse'), audiences.has('student')]).toEqual([true, false])
})

test.each([
  ['clinician', ['clinician']],
  ['midwife', ['midwife', 'nurse', 'clinician']],
  ['student', []],
])('the lineage of %s', (id, want) => {
  expect(audiences.lineage(id)).toEqual(want)
})

test('a circle of parents, which no configuration has, comes to an end', () => {
  const circle = new AudienceTable([
    {id: 'a', label: 'A', is: 'b', fallback: []},
    {id: 'b', label: 'B', is: 'a', fallback: []},
  ])
  expect(circle.lineage('a')).toEqual(['a', 'b'])
})

test.each([
  [['clinician'], ['clinician', 'nurse', 'midwife']],
  [
    ['nurse', 'patient'],
    ['nurse', 'midwife', 'patient'],
  ],
  [['student'], []],
  [[], []],
])('what is marked for %j is seen by %j', (ids, want) => {
  expect([...audiences.seeing(ids)]).toEqual(want)
})

const regions = new Map([
  ['region', new Set(['us'])],
  ['edition', new Set(['web'])],
])

test.each([
  {branch: {audiences: ['a', 'b'], dimensions: regions, otherwise: false}, want: '`a`, `b`'},
  {branch: {audiences: undefined, dimensions: regions, otherwise: false}, want: '`region`, `edition`'},
  {branch: {audiences: undefined, dimensions: new Map(), otherwise: true}, want: 'everyone else'},
])('a branch for $want', ({branch, want}) => {
  expect(describeBranch(branch)).toBe(want)
})
