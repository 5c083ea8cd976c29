import type {Paragraph} from 'mdast'
import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {countWords, wordsOf} from '../../../src/core/4-number/words.ts'
import {forgetful} from '../../support/select-source.ts'

test.each([
  ['', 0],
  [' . – „“', 0],
  ['one', 1],
  ['one two', 2],
  ['one, two', 2],
  ['840 mg', 2],
  ['1:200,000', 1],
  ['1.5', 1],
  ['don’t', 1],
  ["don't", 1],
  ['9/10', 1],
  ['well-being', 1],
  ['end. Begin', 2],
  ['end - begin', 2],
  ['a--b', 2],
  ['a+b', 2],
  ['-5', 1],
  ['e\u0301tude', 1],
  ['e\u0301', 1],
  ['漢字', 2],
  ['ひらカタ', 4],
  ['ไทย', 3],
  ['ລາວ', 3],
  ['ខ្មែរ', 5],
  ['漢a字', 2],
  ['ελληνικά русский', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('a block is counted with its code and without raw HTML, the same again', () => {
  const document = compile('One *two* `three`<!-- four -->.\n\n> five\n>\n> - six')
  const [first, second] = document.root.children
  if (first === undefined || second === undefined) throw new Error('There are no blocks')
  for (const one of [document, forgetful(document)]) {
    const words = wordsOf(one)
    expect([words(first), words(second), words(first)]).toEqual([3, 2, 3])
    expect(wordsOf(one)(first)).toBe(3)
  }
})

test('a count is cached by its very block', () => {
  const words = wordsOf(compile(''))
  const block: Paragraph = {type: 'paragraph', children: [{type: 'text', value: 'one two'}]}
  expect(words(block)).toBe(2)
  block.children = []
  expect(words(block)).toBe(2)
  expect(words({...block})).toBe(0)
})
