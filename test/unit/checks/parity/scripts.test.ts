import {expect, test} from 'vitest'
import {check, compile} from '../../../../src/index.ts'

const parityOf = (clinician: string, otherwise: string): readonly string[] =>
  check(compile(`::::variants\n:::clinician\n${clinician}\n:::\n:::otherwise\n${otherwise}\n:::\n::::\n`))
    .messages.filter(({ruleId}) => ruleId === 'parity-numbers')
    .map(({line, column, reason}) => `${line}:${column} ${reason}`)

test.each([
  ['a time that is part of a name', 'The AUC<sub>0–24 h</sub> rises.', 'Exposure rises.'],
  ['a power of ten', 'About 10<sup>9</sup> g of it.', 'Much of it.'],
])('%s is no quantity', (_, clinician, otherwise) => {
  expect(parityOf(clinician, otherwise)).toEqual([])
})

test('a quantity beside a subscript is one', () => {
  expect(parityOf('A C<sub>max</sub> of 5 mg.', 'A high peak.')).toEqual([
    '5:1 The wording of `variants-1` for everyone else lacks “5 mg”, which a sibling says',
  ])
})
