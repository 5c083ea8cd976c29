import type {Point, Position} from 'unist'
import {describe, expect, test} from 'vitest'
import {type CompileOptions, check, compile, render} from '../../../src/index.ts'

/** What `check` finds: the place, severity aside, the rule and what it is about. */
function found(source: string, options: CompileOptions = {}): readonly string[] {
  const {messages} = check(compile(source, {path: 'page.md', ...options}))
  return messages.map(({line, column, ruleId, actual}) =>
    `${line}:${column} ${ruleId} ${actual ?? ''}`.trim(),
  )
}

const body = 'Give :cite[a] and :cite[b; c], :term[mi], :var[dose].\n'
const lists = `references:
  - {id: a, type: book, title: A, issued: 2001, publisher: P, author: [{family: F}]}
  - {id: b, type: book, title: B, issued: 2001, publisher: P, author: [{family: F}]}
glossary: {mi: heart attack}
vars: {dose: 5 mg}
`

test('errors come first, then warnings, then notes, each in order of place', () => {
  const source =
    '---\nglossary: {mi: {definition: text}}\n---\n![](a.png)\n\n::::variants{#g}\n:::clinician\nText.\n:::\n:::patient\nText.\n:::\n::::\n\n[](https://example.org)\n\n:cite[x] :term[y]\n'
  const {messages} = check(compile(source, {path: 'page.md'}))
  expect(messages.map(({fatal, line, column}) => `${fatal} ${line}:${column}`)).toEqual([
    'true 17:7',
    'true 17:16',
    'false 4:1',
    'false 15:1',
    'undefined 6:1',
  ])
})

describe('one mistake is one message', () => {
  test('front matter that cannot be read', () => {
    const group = '\n::::variants{#g}\n:::clinician\nDose.\n:::\n::::\n'
    expect(found(`---\ntitle: Atrial fibrillation: anticoagulation\n${lists}---\n${body}${group}`)).toEqual([
      '2:8 front-matter-invalid',
    ])
  })

  test('a tab in front matter', () => {
    expect(found(`---\ntitle:\n\tdefault: T\n\tpatient: U\n${lists}---\n${body}`)).toEqual([
      '3:1 front-matter-invalid',
    ])
  })

  test('front matter that is no map, or too large', () => {
    expect(found(`---\n- a\n---\n${body}`)).toEqual(['2:1 front-matter-invalid'])
    const config = {limits: {frontMatterBytes: 20}}
    expect(found(`---\n${lists}---\n${body}`, {config})).toEqual([
      expect.stringMatching(/^\d+:\d+ limit-exceeded \d+$/),
    ])
  })

  test('a mistyped key of a list', () => {
    const source = `---\n${lists.replace('references:', 'refrences:')}---\n${body}`
    expect(found(source)).toEqual(['2:1 front-matter-unknown-key refrences'])
  })

  test('a bad `type` of a reference: its citations are as good as known, others are not', () => {
    const source = `---\n${lists.replace('{id: b, type: book', '{id: b, type: buk')}---\n${body}`
    expect(found(source)).toEqual(['4:19 reference-invalid b', '8:28 citation-unknown c'])
  })

  test('a reference without an id: it may be any of those that are cited', () => {
    const source = `---\n${lists.replace('{id: b, type', '{type')}---\n${body}`
    expect(found(source)).toEqual(['4:5 reference-invalid'])
  })

  test('a file that is missing or broken', () => {
    const source =
      '---\nbibliography: works.yaml\nglossary: terms.yaml\nvars: vars.yaml\n---\nSee :cite[a], :term[mi], :var[dose].\n'
    expect(found(source)).toEqual([
      '2:15 file-missing works.yaml',
      '3:11 file-missing terms.yaml',
      '4:7 file-missing vars.yaml',
    ])
    expect(found(source, {read: () => 'a: [b'})).toEqual([
      '1:6 glossary-invalid',
      '1:6 variable-invalid',
      '1:6 reference-invalid',
    ])
  })

  test('a file of the project that is missing', () => {
    const config = {bibliography: 'works.yaml', glossary: 'terms.yaml'}
    const messages = found('See :cite[a], :term[mi], :var[dose].\n', {config})
    expect(messages.filter(message => !message.includes('file-missing'))).toEqual([
      '1:31 variable-unknown dose',
    ])
  })

  test('terms and variables that are no text', () => {
    const source =
      '---\nglossary: {mi: [a], mj: text}\nvars: {dose: [5]}\n---\n:term[mi] :term[mk] :var[dose] :var[doze]\n'
    expect(found(source)).toEqual([
      '2:16 glossary-invalid mi',
      '3:14 variable-invalid dose',
      '5:17 term-unknown mk',
      '5:37 variable-unknown doze',
    ])
  })

  test('a term whose definition holds a directive stands without it', () => {
    expect(found('---\nglossary: {mi: "a :term[b]"}\n---\n:term[mi]\n')).toEqual([
      '2:16 directive-misplaced :term',
    ])
  })

  test.each([
    ['vars: {dose: "5 :only[mg]{for=patient}"}', '2:14 directive-misplaced :only'],
    [
      'vars: {dose: {default: "5 :only[mg]{for=patient}", clinician: 5 mg}}',
      '2:24 directive-misplaced :only',
    ],
    ['vars: {dose: ":::only{for=patient"}', '2:14 markup-residue'],
    ['vars: {dose: {clinicain: 5 mg}}', '2:15 audience-unknown clinicain'],
    ['vars: {dose: {clinicain: 5 mg, patient: 6 mg}}', '2:15 audience-unknown clinicain'],
    ['glossary: {mi: {term: {clinicain: MI, patient: heart attack}}}', '2:24 audience-unknown clinicain'],
    ['glossary: {mi: {definition: {patient: ":term[b]"}}}', '2:39 directive-misplaced :term'],
    ['title: {clinicain: MI, patient: Heart attack}', '2:9 audience-unknown clinicain'],
  ])('a text with a wording that is not understood is known, and lacks none: %s', (front, message) => {
    const use = front.startsWith('vars') ? ':var[dose]' : front.startsWith('glossary') ? ':term[mi]' : 'Text'
    const source = `---\n${front}\n---\n${use}.\n`
    expect(found(source)).toEqual([message])
    const draft = render(compile(source), {audience: 'patient', format: 'text', draft: true}).value
    expect(draft).not.toContain('mg')
  })

  test.each([
    [':only[A] {for=patient}', '1:10 fence-malformed'],
    ['A :only[A]b{for=patient} c', '1:12 fence-malformed'],
    ['A *:only[A]*{for=patient} b', '1:13 fence-malformed'],
    ['A :only[a ] b]{for=patient} c', '1:15 fence-malformed'],
    ['A :only[A]\n{for=patient} b', '2:1 fence-malformed'],
    ['A :only[A] {patient} b', '1:3 markup-residue'],
  ])('attributes apart from their directive: %j', (source, message) => {
    expect(found(source)).toEqual([message])
  })

  test('a directive without a condition, with another mistake elsewhere', () => {
    expect(found(':only[A] b\nc\n{clinician} d :only[B]\n')).toEqual([
      '1:1 condition-missing only',
      '3:1 markup-residue',
      '3:15 condition-missing only',
    ])
  })

  test('a project that makes the cause a warning gets what follows', () => {
    const source = `---\n${lists.replace('{id: b, type: book', '{id: b, type: buk')}---\n${body}`
    expect(found(source, {config: {rules: {'reference-invalid': 'warning'}}})).toContain(
      '8:25 citation-unknown b',
    )
  })

  test('an audience that is not known: no wording is missing for those that are', () => {
    const group = '::::variants{#g}\n:::clinician\nDose.\n:::\n::::\n'
    expect(found(`---\naudiences: [clinicain]\n---\n${group}`)).toEqual(['2:13 audience-unknown clinicain'])
  })

  test('a container that does not close: what it may have cited is not called unused', () => {
    const source = `---\n${lists}---\n::::variants{#g}\n:::clinician\n${body.replace('; c', '')}:::\n`
    expect(found(source).filter(message => /unused|uncited/.test(message))).toEqual([])
  })
})

test.each([
  ['a*b', ':cite[a\\*b, p. 2]'],
  ['a*b*c', ':cite[a*b*c; a\\*b\\*c, p. 2]'],
  ['a_b', ':term[a\\_b]'],
  ['a_b', ':var[a\\_b]'],
  ['a*b', ':cite[a*b]'],
])('the name %j is known as a formatter escapes it: %j', (name, use) => {
  const reference = `{id: "${name}", type: book, title: A, issued: 2001, publisher: P, author: [{family: F}]}`
  const source = `---\nreferences: [${reference}]\nglossary: {"${name}": b}\nvars: {"${name}": c}\n---\n${use}.\n`
  expect(found(source).filter(message => !message.includes('-unused'))).toEqual([])
})

describe('footnotes', () => {
  test('a call without a footnote stands where it is called, and names what is near', () => {
    const {messages} = check(
      compile('Give 5 mg.[^rsk] Then\nwait.[^x]\n\n[^risk]: A risk.\n', {path: 'page.md'}),
    )
    expect(
      messages.map(message => [String(message.place && at(message.place)), message.ruleId, message.reason]),
    ).toEqual([
      ['1:11-1:17', 'footnote-missing', 'No footnote is defined for `[^rsk]`: did you mean `[^risk]`?'],
      [
        '2:6-2:10',
        'footnote-missing',
        'No footnote is defined for `[^x]`; in a container, a footnote must be defined above its calls',
      ],
    ])
    expect(messages[0]?.expected).toEqual(['[^risk]'])
  })

  test('plain texts call none', () => {
    const source = '---\ntitle: X[^1]\nvars: {dose: "5 mg[^1]"}\n---\nText, :var[dose].[^1]\n\n[^1]: Note.\n'
    expect(found(source)).toEqual(['2:8 footnote-missing [^1]', '3:14 footnote-missing [^1]'])
  })
})

test.each([
  [':::only{for=“clinician student”}\nText.\n:::\n'],
  [':::only{for=“clinician student”}\nText.\n\n:::\n'],
  ['Text :only[x]{for=“clinician student”}.\n'],
  ['Text :only[x]{for=‘clinician student’}.\n'],
])('curly quotes are named as such: %j', source => {
  const {messages} = check(compile(source, {path: 'page.md'}))
  expect(messages[0]?.reason).toContain('write straight quotes')
})

test('a draft of a page without errors does not say that it has some', () => {
  for (const format of ['html', 'text', 'markdown'] as const) {
    const draft = (source: string): string =>
      render(compile(source), {audience: 'patient', format, draft: true}).value
    expect(draft('Text.\n')).not.toContain('Draft')
    expect(draft('Text. :cite[a]\n')).toContain('Draft: this page has errors')
  }
})

function at(place: Point | Position): string {
  const {start, end} = 'start' in place ? place : {start: place, end: place}
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}
