import {expect, test} from 'vitest'
import {holds, resolve} from '../../../src/core/language/index.ts'
import {audiences, branchRows} from '../../support/branch-rows.ts'

test.each(branchRows)('resolves by $why', ({who, region, branches, want}) => {
  const reader = {audience: who, dimensions: new Map(region === undefined ? [] : [['region', region]])}
  expect(resolve(branches, reader, audiences)).toEqual(want)
})

test.each([
  {who: 'patient', region: undefined, want: false},
  {who: 'patient', region: 'us', want: true},
  {who: 'patient', region: 'eu', want: false},
  {who: 'student', region: 'us', want: false},
])('a condition on patient and us holds for $who in $region: $want', ({who, region, want}) => {
  const condition = {audiences: new Set(['patient']), dimensions: new Map([['region', new Set(['us'])]])}
  expect(
    holds(condition, {audience: who, dimensions: new Map(region === undefined ? [] : [['region', region]])}),
  ).toBe(want)
})

test('what is marked for a parent is seen by all below it', () => {
  expect([...audiences.seeing(['clinician'])]).toEqual(['clinician', 'nurse', 'midwife'])
  expect(audiences.lineage('midwife')).toEqual(['midwife', 'nurse', 'clinician'])
})
