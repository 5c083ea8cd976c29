import {expect, test} from 'vitest'
import {candidatePaths, isUnsafeUrl, pointAt, sliceRaw} from '../../../src/core/language/index.ts'

test.each([
  {from: 'content/a.md', to: 'shared/b.md', want: ['content/shared/b.md', 'shared/b.md']},
  {from: 'content/a.md', to: '../shared/b.md', want: ['shared/b.md']},
  {from: 'content/a.md', to: './b.md', want: ['content/b.md', 'b.md']},
  {from: 'content/a.md', to: '/shared//b.md', want: ['shared/b.md']},
  {from: undefined, to: 'b.md', want: ['b.md']},
  {from: 'a.md', to: '../b.md', want: undefined},
  {from: 'content/a.md', to: '../../b.md', want: undefined},
  {from: 'content/a.md', to: '/../b.md', want: undefined},
  {from: 'a.md', to: 'C:\\b.md', want: undefined},
  {from: 'a.md', to: 'file:///etc/passwd', want: undefined},
  {from: 'a.md', to: 'b\0.md', want: undefined},
])('$to named in $from leads to $want', ({from, to, want}) => {
  expect(candidatePaths(from, to)).toEqual(want)
})

test.each([
  ['https://example.org', false],
  ['HTTP://example.org', false],
  ['mailto:a@example.org', false],
  ['tel:+1', false],
  ['../other/', false],
  ['#dose', false],
  ['a/b:c', false],
  ['?q=a:b', false],
  ['javascript:alert(1)', true],
  ['JaVaScRiPt:alert(1)', true],
  ['java\nscript:alert(1)', true],
  [' \u0001javascript:alert(1)', true],
  ['data:text/html,x', true],
  ['vbscript:x', true],
  ['file:///etc/passwd', true],
])('%j is unsafe: %s', (url, want) => {
  expect(isUnsafeUrl(url)).toBe(want)
})

test('points are counted over every kind of line ending', () => {
  const start = {line: 3, column: 5, offset: 40}
  expect(pointAt('ab\r\ncd\ref\ngh', start, 2)).toEqual({line: 3, column: 7, offset: 42})
  expect(pointAt('ab\r\ncd\ref\ngh', start, 5)).toEqual({line: 4, column: 2, offset: 45})
  expect(pointAt('ab\r\ncd\ref\ngh', start, 11)).toEqual({line: 6, column: 2, offset: 51})
  const raw = {value: 'one; two', position: {start, end: start}}
  expect(sliceRaw(raw, 5, 8)).toEqual({
    start: {line: 3, column: 10, offset: 45},
    end: {line: 3, column: 13, offset: 48},
  })
})
