import {describe, expect, test} from 'vitest'
import {assertNoLeak, check, compile, findLeaks, LeakError, render} from '../../../src/index.ts'
import {formatNames} from '../../../src/internal.ts'

const source = [
  '---',
  'title: {default: Anticoagulation, patient: Blood thinners}',
  'references:',
  '  - {id: holbrook, type: book, title: Management of vitamin K antagonists, publisher: P, issued: 2012}',
  'glossary: {inr: {term: {default: INR, patient: clotting test}, definition: {default: Normalized ratio, patient: A blood test}}}',
  '---',
  '',
  '## Reversal strategies :only{for=clinician #reversal}',
  '',
  'Give prothrombin complex :cite[holbrook, chapter 9]. ![Algorithm](https://example.org/algorithm.png)',
  '',
  '## Everyday life',
  '',
  'Take it in the :only[evening]{for=patient}:only[prescribed interval]{not=patient}. A :term[test]{#inr}.',
  '',
].join('\n')

const document = compile(source)

test('sound outputs pass', () => {
  expect(
    check(document)
      .messages.filter(({fatal}) => fatal !== undefined && fatal !== null)
      .map(String),
  ).toEqual([])
  for (const audience of document.audiences) {
    for (const format of formatNames)
      assertNoLeak(document, render(document, {audience, format, page: true}).value, {audience})
  }
})

describe('what would be a leak for patients', () => {
  const honest = render(document, {audience: 'patient', page: true}).value
  test.each<[string, string]>([
    ['a word in the body', '<p>prothrombin</p>'],
    ['in another case', '<p>PROTHROMBIN</p>'],
    ['a phrase of common words', '<p>the prescribed interval</p>'],
    ['a heading’s id', '<p id="reversal"></p>'],
    ['a title', '<title>Anticoagulation</title>'],
    ['an attribute', '<img alt="algorithm">'],
    ['a URL', '<a href="https://example.org/algorithm.png">x</a>'],
    ['a comment', '<!-- strategies -->'],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"name": "Management of vitamin K antagonists"}</script>',
    ],
    ['escaped JSON', '<script>{"name": "\\u0061ntagonists"}</script>'],
    ['a reference’s key', '<a href="#ref-holbrook">1</a>'],
    ['character references', '<p>pro&#116;hrombin</p>'],
    ['a percent-encoded URL', '<a href="#reversa%6C">x</a>'],
    ['a definition', '<dd>Normalized ratio</dd>'],
  ])('%s', (_, leak) => {
    expect(() =>
      assertNoLeak(document, honest.replace('</body>', `${leak}</body>`), {audience: 'patient'}),
    ).toThrow(LeakError)
  })

  test('text and JSON', () => {
    expect(() => assertNoLeak(document, 'Blood thinners. Prothrombin.', {audience: 'patient'})).toThrow(
      LeakError,
    )
    expect(() => assertNoLeak(document, '{"toc": [{"id": "reversal"}]}', {audience: 'patient'})).toThrow(
      LeakError,
    )
  })

  test('the error names places and never the text', () => {
    const thrown = (() => {
      try {
        assertNoLeak(document, 'prothrombin', {audience: 'patient'})
      } catch (error) {
        return String(error)
      }
      return ''
    })()
    expect(thrown).toBe('LeakError: Text that `patient` does not get stands in the output: the source:10:1')
  })

  test('what they see anyway is none', () => {
    assertNoLeak(document, '<p>Everyday life, evening, blood thinners, test, 9</p>', {audience: 'patient'})
  })
})

test('one variant given to another reader is found in every format', () => {
  for (const format of formatNames) {
    const {value} = render(document, {audience: 'clinician', format, page: true})
    expect(() => assertNoLeak(document, value, {audience: 'patient'})).toThrow(LeakError)
  }
})

describe('a word for others is found although it stands in our own messages and labels', () => {
  const words =
    'safety evidence journal guideline address screen readers language warning retracted brackets unsafe reviewed notice comment'
  test.each([...words.split(' '), 'no evidence'])('%s', word => {
    const page = compile(`Take it :clinician[${word}]:patient[now].`)
    expect(findLeaks(page, `<p>Take it now. ${word}</p>`, {audience: 'patient'})).toMatchObject([
      {text: word, place: {start: {line: 1, column: 20}}},
    ])
  })

  test('but not where their own page prints it by itself', () => {
    const page = compile('> [!WARNING]\n> Take care.\n\n:clinician[warning signs]')
    const {value} = render(page, {audience: 'patient', page: true})
    expect(value).toContain('Warning')
    expect(findLeaks(page, value, {audience: 'patient'})).toEqual([])
    expect(findLeaks(page, '<p>warning signs</p>', {audience: 'patient'})).toMatchObject([
      {text: 'warning signs'},
    ])
  })
})

test.each([
  [
    'a numbered list beside a heading with a number',
    '1. What the medicine is\n2. What you need to know before you take it\n\n## 2. What you need to know before you take it :only{for=clinician}\n\nSecret words.\n',
  ],
  [
    'a default that says the same',
    'x :say[HLA-A\\*02:01 and B\\*57:01]{clinician="HLA-A*02:01 and B*57:01"}\n',
  ],
  [
    'a wording that spans blocks of others',
    'Take two\n\ntablets daily.\n\n:::clinician\nTake two tablets daily.\n:::\n',
  ],
])('%s raises no alarm', (_, text) => {
  const {messages} = check(compile(text))
  expect(messages.filter(({ruleId}) => ruleId === 'leak').map(String)).toEqual([])
})
