import type {Nodes} from 'mdast'
import {expect, test} from 'vitest'
import {
  isMadeOf,
  isSilent,
  plainValue,
  spokenData,
  spokenFields,
  withoutJoints,
} from '../../../../src/checks/visibility/spoken.ts'

const node = (fields: object): Nodes => fields as Nodes // whatever another syntax brings

test.each([
  {fields: {type: 'text', value: 'a'}, says: ['value'], data: [], silent: false},
  {fields: {type: 'paragraph', children: [], position: {}}, says: [], data: [], silent: true},
  {fields: {type: 'heading', depth: 2, children: []}, says: [], data: [], silent: true},
  {fields: {type: 'table', align: ['left'], children: []}, says: [], data: [], silent: true},
  {
    fields: {type: 'image', url: 'u', title: null, alt: 'a', alternative: []},
    says: ['url', 'alt'],
    data: [],
    silent: false,
  },
  {fields: {type: 'x', attributes: [1]}, says: ['attributes'], data: [], silent: false},
  {fields: {type: 'paragraph', data: {id: 'a'}}, says: [], data: ['id'], silent: false},
  {
    fields: {type: 'paragraph', data: {condition: {}, columns: [], file: 'x'}},
    says: [],
    data: [],
    silent: true,
  },
  {fields: {type: 'listItem', spread: true, checked: null}, says: [], data: [], silent: true},
])('$fields says $says and $data', ({fields, says, data, silent}) => {
  expect(spokenFields(node(fields))).toEqual(says)
  expect(spokenData(node(fields))).toEqual(data)
  expect(isSilent(node(fields))).toBe(silent)
})

test.each([
  ['a (b), c. “d”', 'abcd'],
  ['a\tb\n', 'ab'],
  ['a-b/c', 'a-b/c'],
  ['[{a}]«b»‹c›„d“’e\'f"g;h:i!j?', 'abcdefghij'],
])('%j without joints', (given, want) => {
  expect(withoutJoints(given)).toBe(want)
})

test.each([
  {fields: {type: 'text', value: 'a'}, want: 'a'},
  {fields: {type: 'inlineCode', value: 'a'}, want: 'a'},
  {fields: {type: 'html', value: '<b>'}, want: ''},
  {fields: {type: 'mdxTextExpression', value: 'a'}, want: ''},
  {fields: {type: 'emphasis', children: []}, want: ''},
  {fields: {type: 'image', alt: 'a'}, want: 'a'},
  {fields: {type: 'image', alt: null}, want: ''},
  {fields: {type: 'image', alt: 'a', alternative: []}, want: ''},
])('$fields says $want in an alternative text', ({fields, want}) => {
  expect(plainValue(node(fields))).toBe(want)
})

test.each([
  {text: 'a b', pieces: ['a', 'b'], want: true},
  {text: 'a', pieces: ['a', 'b'], want: true},
  {text: 'b', pieces: ['a', 'b'], want: true},
  {text: 'b a', pieces: ['a', 'b'], want: false},
  {text: 'a', pieces: ['ab'], want: false},
  {text: 'abc', pieces: ['a', 'b'], want: false},
  {text: 'xa', pieces: ['a'], want: false},
  {text: 'aab', pieces: ['a', 'aa', 'b'], want: true},
  {text: 'aab', pieces: ['a', 'ab'], want: true},
  {text: '', pieces: ['a'], want: true},
  {text: ' . ', pieces: [], want: true},
  {text: 'a', pieces: ['.', 'a'], want: true},
  {text: 'aa', pieces: ['a'], want: false},
])('$text is made of $pieces: $want', ({text, pieces, want}) => {
  expect(isMadeOf(text, pieces)).toBe(want)
})
