import {expect, test} from 'vitest'
import {check, compile, render} from '../../../src/index.ts'

const callOut = '| NOTE\n| Store it cold.'

test.each(['> [!NOTE]\n> Store it cold.', '> [!note]  \n> Store it cold.', '> [!NOTE]\n>\n> Store it cold.'])(
  '%j is a call-out',
  source => {
    const document = compile(source)
    expect(check(document).messages).toEqual([])
    expect(render(document, {audience: 'patient', format: 'text'}).value.trim()).toBe(callOut)
  },
)

test.each(['> [!NOTE] Store it cold.', '> [!NOTE] **Store** it cold.'])(
  '%j has text on the line of its mark',
  source => {
    const [message, ...others] = check(compile(source)).messages
    expect([message?.ruleId, message?.place, others]).toMatchObject([
      'alert-malformed',
      {start: {line: 1, column: 3}, end: {line: 1, column: 10}},
      [],
    ])
  },
)

test('a mark behind a backslash is text', () => {
  const document = compile('> \\[!NOTE] begins an alert.')
  expect(check(document).messages).toEqual([])
  expect(render(document, {audience: 'patient', format: 'text'}).value).toContain('[!NOTE] begins an alert.')
})
