import {describe, expect, test} from 'vitest'
import {cursorAt, type EditorCursor} from '../../../src/faces/lsp/cursor.ts'

/** What is typed at `|`, without the offset. */
function at(source: string): Partial<EditorCursor> | undefined {
  const offset = source.indexOf('|')
  const cursor = cursorAt(source.replace('|', ''), offset)
  if (cursor === undefined) return undefined
  const {from, ...rest} = cursor
  expect(from).toBe(offset - cursor.typed.length)
  return rest
}

describe('what is being typed', () => {
  test.each<[string, Partial<EditorCursor> | undefined]>([
    ['|', undefined],
    ['Text :|', {kind: 'directive', colons: 1, atLineStart: false, typed: ''}],
    ['Text :ci|', {kind: 'directive', colons: 1, atLineStart: false, typed: 'ci'}],
    ['Text.\n\n:::cl|', {kind: 'directive', colons: 3, atLineStart: true, typed: 'cl'}],
    ['- ::inc|', {kind: 'directive', colons: 2, atLineStart: true, typed: 'inc'}],
    ['Ratio 1:1|', undefined],
    ['pH:7|', undefined],
    ['std::vec|', undefined],
    ['escaped \\:ci|', undefined],
    [':cite[|', {kind: 'label', directive: 'cite', typed: ''}],
    ['A :cite[one; tw|', {kind: 'label', directive: 'cite', typed: 'one; tw'}],
    ['A :cite[one; tw|]. More [b].', {kind: 'label', directive: 'cite', typed: 'one; tw'}],
    ['A :cite[one] :term[ ne|', {kind: 'label', directive: 'term', typed: 'ne'}],
    ['A :cite[one;\ntw|', {kind: 'label', directive: 'cite', typed: 'one;\ntw'}],
    ['A :cite[one;\n\ntw|', undefined],
    ['A :cite[one] |', undefined],
    [':::only{|', {kind: 'attribute', directive: 'only', given: [], typed: ''}],
    [':only[a [b] c]{fo|', {kind: 'attribute', directive: 'only', given: [], typed: 'fo'}],
    [':only[a]{for=patient |', {kind: 'attribute', directive: 'only', given: ['for'], typed: ''}],
    [':only[a]{for=pa|', {kind: 'value', directive: 'only', attribute: 'for', written: 'pa', typed: 'pa'}],
    [
      ':::only{not="clinician st|',
      {kind: 'value', directive: 'only', attribute: 'not', written: 'clinician st', typed: 'st'},
    ],
    [":xref[a]{to='do|", {kind: 'value', directive: 'xref', attribute: 'to', written: 'do', typed: 'do'}],
    [':term[a]{#ne|', {kind: 'value', directive: 'term', attribute: 'id', written: 'ne', typed: 'ne'}],
    ['see [x](#do|', {kind: 'anchor', typed: 'do'}],
    ['see [x](../a.md#|', {kind: 'anchor', page: '../a.md', typed: ''}],
    ['see [x](https://a.org/a.md#|', undefined],
    ['```\n:cite[|', undefined],
    ['```\ncode\n```\n:cite[|', {kind: 'label', directive: 'cite', typed: ''}],
    ['---\ntitle: :ci|', {kind: 'front-matter', key: 'title', typed: ':ci'}],
    ['---\naudiences: [clinician, pa|', {kind: 'front-matter', key: 'audiences', typed: 'pa'}],
    ['---\nfor:\n  - pa|', {kind: 'front-matter', key: 'for', typed: 'pa'}],
    ['---\nti|', {kind: 'front-matter', key: '', typed: 'ti'}],
    ['---\ntitle: x\n---\n:ci|', {kind: 'directive', colons: 1, atLineStart: true, typed: 'ci'}],
  ])('%j', (source, expected) => {
    expect(at(source)).toEqual(expected)
  })
})

test('a long text without a blank line is looked at in no time worth mentioning', () => {
  const text = '['.repeat(50_000) + '{'.repeat(50_000)
  expect(cursorAt(`${text}:cite[a`, text.length + 7)).toMatchObject({kind: 'label', typed: 'a'})
})
