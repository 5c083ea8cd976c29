import {expect, test} from 'vitest'
import {type Condition, covers, intersect, isEmpty, meet} from '../../../src/core/language/index.ts'

const condition = (ids: string, dimensions: Record<string, string> = {}): Condition => ({
  audiences: new Set(ids.split(' ').filter(Boolean)),
  dimensions: new Map(Object.entries(dimensions).map(([name, values]) => [name, new Set(values.split(' '))])),
})

test.each([
  {left: condition('a b'), right: condition('b c'), empty: false, covered: false},
  {left: condition('a'), right: condition('b'), empty: true, covered: false},
  {left: condition('a b'), right: condition('a'), empty: false, covered: true},
  {left: condition('a', {region: 'us'}), right: condition('a', {region: 'eu'}), empty: true, covered: false},
  {
    left: condition('a', {region: 'us eu'}),
    right: condition('a', {region: 'eu'}),
    empty: false,
    covered: true,
  },
  {left: condition('a', {region: 'us'}), right: condition('a'), empty: false, covered: false},
  {left: condition('a'), right: condition('a', {region: 'us'}), empty: false, covered: true},
  {left: condition(''), right: condition('a'), empty: true, covered: false},
])('conditions %# meet and cover', ({left, right, empty, covered}) => {
  expect(isEmpty(intersect(left, right))).toBe(empty)
  expect(meet(right, left)).toBe(!empty)
  expect(covers(left, right)).toBe(covered)
})

test('an intersection that excludes no reader is the same object', () => {
  const left = condition('a b')
  expect(intersect(left, condition('a b c'))).toBe(left)
})
