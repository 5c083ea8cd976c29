import {expect, test} from 'vitest'
import {columnsOf} from '../../../../src/core/5-serialize/text/columns.ts'
import {serializeText} from '../../../../src/core/5-serialize/text/serialize-text.ts'
import {presentation, variant} from '../selection.ts'

function write(body: string, width: number): string[] {
  const {selection, numbering} = variant({body})
  return serializeText(selection, numbering, presentation({width})).split('\n').slice(0, -1)
}

const doses = `
| Drug | Dose | Remark |
|:-----|-----:|:------:|
| 药物 | 840 mg | e\u0301 ok |
| Trastuzumab | 5 mg | 👩‍⚕️ |
`

test('columns line up with wide and combining characters, each aligned as the author said', () => {
  expect(write(doses, 80)).toEqual([
    'Drug        |   Dose | Remark',
    '------------+--------+-------',
    '药物        | 840 mg |  e\u0301 ok',
    'Trastuzumab |   5 mg |   👩‍⚕️',
  ])
})

const inr = `
| INR | Action | Why |
|-----|--------|-----|
| < 1.5 | Raise the weekly dose by 10–20 % | The blood clots too easily, and a clot may form in a leg |
| > 9 | Stop | Bleeding |
`

test('a table that is too wide has its cells wrapped and rules between its rows', () => {
  expect(write(inr, 50)).toEqual([
    'INR   | Action              | Why',
    '======+=====================+=====================',
    '< 1.5 | Raise the weekly    | The blood clots too',
    '      | dose by 10–20 %     | easily, and a clot',
    '      |                     | may form in a leg',
    '------+---------------------+---------------------',
    '> 9   | Stop                | Bleeding',
  ])
})

test('a table that fits in no way is a record a row', () => {
  expect(write(inr, 20)).toEqual([
    'INR: < 1.5',
    'Action: Raise the',
    '  weekly dose by',
    '  10–20 %',
    'Why: The blood',
    '  clots too easily,',
    '  and a clot may',
    '  form in a leg',
    '',
    'INR: > 9',
    'Action: Stop',
    'Why: Bleeding',
  ])
})

test.each([
  {name: 'with an empty header', body: '| | |\n|-|-|\n| a | b |', lines: ['a | b']},
  {name: 'of a header alone', body: '| a | b |\n|-|-|', lines: ['a | b', '--+--']},
  {name: 'with cells missing', body: '| a | b |\n|-|-|\n| c |', lines: ['a | b', '--+--', 'c |']},
  {name: 'with a cell too many', body: '| a |\n|-|\n| c | d |', lines: ['a |', '--+--', 'c | d']},
  {name: 'of one column', body: '| a |\n|-|\n| bc |', lines: ['a', '--', 'bc']},
])('a table $name', ({body, lines}) => {
  expect(write(body, 80)).toEqual(lines)
})

test.each([
  {
    name: 'header with a colon',
    body: '| Dose: | |\n|-|-|\n| 5 mg 3 times a day | yes |',
    width: 10,
    lines: ['Dose:', '  5 mg 3', '  times a', '  day', 'yes'],
  },
])('records of a $name', ({body, width, lines}) => {
  expect(write(body, width)).toEqual(lines)
})

test('no line of a table is wider than asked for, but for a word that is', () => {
  for (let width = 6; width < 90; width++) {
    for (const line of [...write(doses, width), ...write(inr, width)]) {
      expect(columnsOf(line), `${width}: ${line}`).toBeLessThanOrEqual(
        Math.max(width, 'Trastuzumab'.length + 2),
      )
    }
  }
})

test('a table is not wrapped at width 0, and a cell that is far too long does not blow up the others', () => {
  expect(write(inr, 0)[0]).toMatch(/^INR {3}\| Action {27}\| Why$/)
  const long = `| a | b |\n|-|-|\n| ${'x '.repeat(5000)}| y |\n${'| 1 | 2 |\n'.repeat(2000)}`
  expect(write(long, 0).join('\n').length).toBeLessThan(60_000)
})
