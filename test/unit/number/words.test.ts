import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {countWords, wordsIn} from '../../../src/core/4-number/words.ts'
import {blockIndexOf, Cache} from '../../../src/core/language/index.ts'

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

test('code in a block counts, raw HTML does not', () => {
  const {root} = compile('One *two* `three`<!-- four -->.\n\n> five\n>\n> - six')
  expect(root.children.map(block => wordsIn(blockIndexOf({cache: new Cache()})(block).texts))).toEqual([3, 2])
})
