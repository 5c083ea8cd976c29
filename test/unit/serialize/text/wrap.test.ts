import fc from 'fast-check'
import stringWidth from 'string-width'
import {expect, test} from 'vitest'
import {columnsOf} from '../../../../src/core/5-serialize/text/columns.ts'
import {piecesOf} from '../../../../src/core/5-serialize/text/pieces.ts'
import {wrap} from '../../../../src/core/5-serialize/text/wrap.ts'

test.each([
  {name: 'at the last blank that fits', text: 'one two three', columns: 7, lines: ['one two', 'three']},
  {name: 'never at width 0', text: 'one two three', columns: 0, lines: ['one two three']},
  {name: 'at a hard break at any width', text: 'one\ntwo', columns: 0, lines: ['one', 'two']},
  {
    name: 'not inside a word that is too long',
    text: 'a https://example.org/long b',
    columns: 6,
    lines: ['a', 'https://example.org/long', 'b'],
  },
  {
    name: 'not at a no-break space',
    text: 'give 5\u00A0tablets now',
    columns: 8,
    lines: ['give', '5\u00A0tablets', 'now'],
  },
  {
    name: 'not at a narrow no-break space',
    text: 'give 5\u202Ftablets',
    columns: 8,
    lines: ['give', '5\u202Ftablets'],
  },
  {
    name: 'not between a number and its unit',
    text: 'a dose of 840 mg, then',
    columns: 14,
    lines: ['a dose of', '840 mg, then'],
  },
  {
    name: 'not between a number and a per cent sign',
    text: 'lowered by 20 % again',
    columns: 13,
    lines: ['lowered by', '20 % again'],
  },
  {
    name: 'not between a comparison and its number',
    text: 'an INR of ≥ 5 is high',
    columns: 12,
    lines: ['an INR of', '≥ 5 is high'],
  },
  {name: 'but between a number and a word', text: 'after 3 months', columns: 8, lines: ['after 3', 'months']},
  {
    name: 'not at a hyphen or a colon',
    text: 'a HER2-positive 1:1000 x',
    columns: 8,
    lines: ['a', 'HER2-positive', '1:1000 x'],
  },
  {
    name: 'by columns, not by units',
    text: 'ΏΏ 药药 e\u0301e\u0301 👩‍⚕️',
    columns: 7,
    lines: ['ΏΏ 药药', 'e\u0301e\u0301 👩‍⚕️'],
  },
  {
    name: 'between East Asian characters',
    text: '帕妥珠单抗是药',
    columns: 6,
    lines: ['帕妥珠', '单抗是', '药'],
  },
  {
    name: 'not before closing East Asian punctuation',
    text: '帕妥珠。单',
    columns: 6,
    lines: ['帕妥', '珠。单'],
  },
  {
    name: 'not after an opening East Asian bracket',
    text: '帕妥「珠」',
    columns: 6,
    lines: ['帕妥', '「珠」'],
  },
  {
    name: 'not between a number and its East Asian unit',
    text: '剂量为420毫克',
    columns: 9,
    lines: ['剂量为', '420毫克'],
  },
  {name: 'at a zero-width space', text: 'ยา\u200Bเม็ด', columns: 4, lines: ['ยา\u200B', 'เม็ด']},
  {name: 'and keeps runs of blanks within a line', text: 'a  b', columns: 9, lines: ['a  b']},
  {name: 'and drops blanks at both ends', text: '  a b  ', columns: 9, lines: ['a b']},
  {name: 'into nothing where there is nothing', text: ' \n ', columns: 9, lines: []},
])('a line is broken $name', ({text, columns, lines}) => {
  expect(wrap(text, columns)).toEqual(lines)
})

test('wrapping loses no character and breaks no rule of width', () => {
  const word = fc.constantFrom(
    'a',
    'word',
    '840',
    'mg',
    '≥',
    '药',
    '。',
    '（',
    'é',
    'e\u0301',
    '👩‍⚕️',
    'a\u00A0b',
    '1:1000',
    '%',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(word), fc.integer({min: 0, max: 20}), (words, columns) => {
      const text = words.join(' ')
      const lines = wrap(text, columns)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) {
        expect(line).toBe(line.replace(/^ +| +$/g, ''))
        if (columns > 0 && columnsOf(line) > columns) expect(piecesOf(line)).toHaveLength(1)
      }
    }),
  )
})

test('columns are those of string-width, also where they are counted the quick way', () => {
  for (let code = 0x20; code <= 0x2fff; code++) {
    const character = String.fromCodePoint(code)
    if (code >= 0x7f && code <= 0x9f) expect(columnsOf(character), code.toString(16)).toBe(1)
    else expect(columnsOf(character), code.toString(16)).toBe(stringWidth(character))
  }
})

test('a text of many words, or one of many marks, is wrapped in one go', () => {
  expect(wrap('word '.repeat(200_000), 80)).toHaveLength(12_500)
  expect(wrap(' '.repeat(200_000), 80)).toEqual([])
  expect(wrap('< '.repeat(200_000), 80)).toHaveLength(5_000)
  expect(wrap('药'.repeat(100_000), 80)).toHaveLength(2_500)
  expect(wrap('\u0301'.repeat(100_000), 80)).toHaveLength(1)
})
