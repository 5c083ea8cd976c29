import {describe, expect, test} from 'vitest'
import {wordFinder} from '../../../src/checks/jargon/find-words.ts'
import {check, compile, type Message} from '../../../src/index.ts'

describe('words are found', () => {
  const find = wordFinder(['neutropenia', 'HR', 'white-cell count', 'C++', 'low'])
  test.each<[string, readonly string[]]>([
    ['Neutropenia, neutropenias; “neutropenia”', ['Neutropenia', 'neutropenias', 'neutropenia']],
    ['An HR of 2, HRs, but no hr, HRT or CHR', ['HR', 'HRs']],
    ['a white-cell count and white-cell counts', ['white-cell count', 'white-cell counts']],
    ['C++ is matched as it is', ['C++']],
    ['lower, below, slow, low.', ['low']],
    ['pre-neutropenia, neutropenia-like, neutropenia-free', []],
    ['', []],
  ])('%s', (text, found) => expect(find(text).map(use => use.found)).toEqual(found))
})

const front =
  '---\nglossary:\n  neutropenia:\n    term: {clinician: neutropenia, student: neutropenia, patient: low white blood cells}\n---\n\n'

/** What an editor may put in the place of each word. */
function fixes(text: string, config: object = {}): readonly unknown[] {
  const {messages} = check(compile(`${front}${text}`, {config}))
  return messages
    .filter(({ruleId}) => ruleId === 'term-unexplained')
    .map(({actual, expected}: Message) => [actual, expected])
}

describe('quick fixes', () => {
  test('where patients alone read, the plain wording comes first', () => {
    expect(fixes(':::patient\nNeutropenia is why neutropenia matters.\n:::')).toEqual([
      ['Neutropenia', ['Low white blood cells', ':term[neutropenia]']],
      ['neutropenia', ['low white blood cells', ':term[neutropenia]']],
    ])
  })

  test('where others read as well, each keeps their own word', () => {
    expect(fixes('It is neutropenia.')).toEqual([['neutropenia', [':term[neutropenia]']]])
  })

  test('what cannot be replaced word for word is only reported', () => {
    expect(fixes(':::patient\nSome \\*neutropenia\\*, and neutropenias.\n:::')).toEqual([
      ['neutropenias', undefined],
      ['neutropenia', undefined],
    ])
  })

  test('a fix leaves nothing to report, and each reader with their own word', () => {
    expect(fixes('It is :term[neutropenia].')).toEqual([])
    expect(fixes(':::patient\nIt is low white blood cells.\n:::')).toEqual([])
  })
})

describe('readers of the report', () => {
  test('lay readers alone: those of a reading grade, and patients', () => {
    const audience = (more: object) => [
      {id: 'clinician', label: 'C'},
      {id: 'student', label: 'S'},
      {id: 'patient', label: 'P', ...more},
    ]
    expect(fixes('neutropenia', {audiences: audience({})})).toEqual([])
    expect(fixes('neutropenia', {audiences: audience({readingGrade: 6})})).toHaveLength(1)
    expect(fixes('neutropenia', {audiences: audience({schemaType: 'Patient'})})).toHaveLength(1)
    expect(fixes('neutropenia', {rules: {'term-unexplained': 'off'}})).toEqual([])
  })

  test('a comment disables it', () => {
    expect(
      fixes(
        '<!-- parlance-disable-next-line term-unexplained -- the word on their letter -->\nIt is neutropenia.',
      ),
    ).toEqual([])
  })
})
