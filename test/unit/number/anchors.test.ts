import type {Paragraph} from 'mdast'
import {expect, test} from 'vitest'
import {AnchorCheck} from '../../../src/core/4-number/anchors.ts'

const at = (line: number | undefined, file?: string): Paragraph => ({
  type: 'paragraph',
  children: [],
  ...(line !== undefined && {position: {start: {line, column: 1}, end: {line, column: 9}}}),
  ...(file !== undefined && {data: {file}}),
})

test.each([
  {why: 'on the page', first: at(3), detail: 'The id `x` stands here and in line 3'},
  {
    why: 'in an included file',
    first: at(3, 'part.md'),
    detail: 'The id `x` stands here and in line 3 of `part.md`',
  },
  {why: 'where no place is known', first: at(undefined), detail: 'The id `x` stands here and in line 1'},
])('the first of two ids is $why', ({first, detail}) => {
  const found: unknown[] = []
  const anchors = new AnchorCheck((...finding) => found.push(finding), 'patient')
  const second = at(9)
  const third = at(12)
  anchors.add(first, 'x')
  anchors.add(at(5), 'y')
  expect(found).toEqual([])
  anchors.add(second, 'x')
  anchors.add(third, 'x')
  expect(found).toEqual(
    [second, third].map(place => ['anchor-duplicate', {place, actual: 'x', detail, audiences: ['patient']}]),
  )
})
