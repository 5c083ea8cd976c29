import type {Nodes, PhrasingContent, Text} from 'mdast'
import {expect, test} from 'vitest'
import {type BlockText, blockTexts} from '../../../../src/checks/residue/block-text.ts'

const takesCondition = (name: string): boolean => name === 'only'

function at<Node extends Nodes>(node: Node, from: number, to: number): Node {
  const point = (offset: number) => ({line: 1, column: offset + 1, offset})
  return {...node, position: {start: point(from), end: point(to)}}
}

const text = (value: string): Text => ({type: 'text', value})

/** The text of one node whose source begins behind two other characters. */
function alone(typed: string, value: string): BlockText | undefined {
  return blockTexts([at(text(value), 2, 2 + typed.length)], `> ${typed}`, takesCondition)[0]
}

test.each([
  ['a\\:b', 'a:b', 'a\uE002b'],
  ['a\\:\\:b', 'a::b', 'a\uE002\uE002b'],
  ['a\\[b\\{c', 'a[b{c', 'a\uE003b\uE003c'],
  ['\\*a\\]', '*a]', '\uE004a\uE004'],
  ['a\\b\\*', 'a\\b*', 'a\\b\uE004'],
  ['a&#58;&lbrack;&#x7b;&excl;', 'a:[{!', 'a\uE002\uE003\uE003\uE004'],
  ['&auml;&copy;b', 'ä©b', 'ä©b'],
  ['&no; &#58;', '&no; :', '&no; \uE002'],
  ['&AMP;a&#38;b&#x26;c', '&a&b&c', '\uE004a\uE004b\uE004c'],
  ['&amp;no; &#58;', '&no; :', '\uE004no; \uE002'],
  ['a b', 'a b', 'a b'],
])('escapes of %j are seen', (typed, value, seen) => {
  expect(alone(typed, value)).toMatchObject({text: seen, unescaped: value})
})

test.each([
  ['a\\:b\\*c', 'a:b*c', [2, 3, 5, 6, 8]],
  ['&#x1F600;a', '😀a', [2, 2, 11]],
  ['\\*😀a', '*😀a', [2, 4, 5, 6]],
  ['a\n> b\\:', 'a\nb:', [2, 3, 6, 7]],
  ['a b', 'a b', [2, 3, 4]],
])('the characters of %j are found where they stand', (typed, value, offsets) => {
  const block = alone(typed, value)
  expect([...(block?.text ?? '')].join('')).toHaveLength(offsets.length)
  expect(offsets.map((_, index) => block?.offsetAt(index))).toEqual(offsets)
})

test('a text without a place is its own source', () => {
  expect(blockTexts([text('a\\:b')], 'c', takesCondition)[0]?.text).toBe('a\\:b')
})

test('marks are looked through, and what is no text has a sign of its own', () => {
  const nodes: PhrasingContent[] = [
    at(text('a'), 0, 1),
    at({type: 'emphasis', children: [at(text('b'), 2, 3)]}, 1, 4),
    at(
      {type: 'link', url: 'u', children: [at({type: 'strong', children: [at(text('c'), 7, 8)]}, 5, 10)]},
      4,
      14,
    ),
    at(
      {type: 'linkReference', identifier: 'u', referenceType: 'full', children: [at(text('d'), 15, 16)]},
      14,
      20,
    ),
    at({type: 'delete', children: [at(text('e'), 22, 23)]}, 20, 25),
    at({type: 'break'}, 25, 28),
    at({type: 'inlineCode', value: 'x'}, 28, 31),
    at({type: 'textDirective', name: 'only', children: [at(text('f'), 37, 38)]}, 31, 39),
    at({type: 'textDirective', name: 'cite', children: []}, 39, 48),
    at({...text('::g'), data: {unknownDirective: 'g'}}, 48, 51),
  ]
  const blocks = blockTexts(nodes, ' '.repeat(51), takesCondition)
  expect(blocks.map(block => block.text)).toEqual(['abcde\n\uE000\uE001\uE000\uE000', 'f'])
  expect([...'0123456789'].map((_, index) => blocks[0]?.offsetAt(index))).toEqual([
    0, 2, 7, 15, 22, 25, 28, 31, 39, 48,
  ])
})

test('what touches the node before it is told from what a mark keeps apart', () => {
  const [block] = blockTexts(
    [
      at(text('a'), 0, 1),
      at({type: 'inlineCode', value: 'x'}, 1, 4),
      at({type: 'emphasis', children: [at(text('bc'), 5, 7)]}, 4, 8),
    ],
    'a`x`_bc_',
    takesCondition,
  )
  expect([1, 2].map(index => block?.touches(index))).toEqual([true, false])
})
