import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import * as parlance from '../../src/index.ts'
import {check, compile, defineConfig, render} from '../../src/index.ts'
import {findDefinition, findMentions, pageChrome, pageHead, servedAudiences} from '../../src/internal.ts'

const source = ['---', 'title: A page', '---', '', ':::clinician', 'One.', ':::', '', 'Two.', ''].join('\n')

test('the public names', () => {
  expect(Object.keys(parlance).sort()).toMatchSnapshot()
})

test('the main entry has at most 36 names, types included', () => {
  const index = readFileSync(join(import.meta.dirname, '../../src/index.ts'), 'utf8')
  const names = [...index.matchAll(/\{([^}]*)\}/g)].flatMap(([, list = '']) => list.split(','))
  expect(names.length).toBeGreaterThan(Object.keys(parlance).length)
  expect(names.length).toBeLessThanOrEqual(36)
})

describe('render', () => {
  const document = compile(source)

  test.each([
    [
      {audience: 'pateint'},
      'Unknown audience `pateint`: did you mean `patient`? Allowed: `clinician`, `patient`, `student`.',
    ],
    [
      {audience: 'patient', format: 'htm'},
      'Unknown format `htm`: did you mean `html`? Allowed: `html`, `text`, `markdown`, `json`.',
    ],
    [
      {audience: 'patient', citationStyle: 'numerc'},
      'Unknown citation style `numerc`: did you mean `numeric`?',
    ],
    [{audience: 'patient', width: -1}, '`width` is a whole number of columns from 0, not `-1`'],
    [{audience: 'patient', width: 1.5}, '`width` is a whole number of columns from 0, not `1.5`'],
    [
      {audience: 'patient', region: 'us'},
      'Unknown option `region`. Allowed: `audience`, `format`, `page`, `citationStyle`, `width`, `draft`, `sourceLines`.',
    ],
    [{audience: 'patient', formt: 'text'}, 'Unknown option `formt`: did you mean `format`? Allowed: '],
  ])('%o is a mistake of the caller', (options, message) => {
    expect(() => render(document, options as never)).toThrow(RangeError)
    expect(() => render(document, options as never)).toThrow(message)
  })

  test('an audience that the page does not promise', () => {
    const page = compile('---\naudiences: [patient]\n---\n\nText.')
    expect(page.audiences).toEqual(['patient'])
    expect(() => render(page, {audience: 'clinician'})).toThrow(
      'This page does not serve the audience `clinician`. Allowed: `patient`.',
    )
  })

  test('gives value, messages, citations, fallbacks, meta', () => {
    const rendering = render(document, {audience: 'clinician'})
    expect(rendering.value).toBe('<p>One.</p>\n<p>Two.</p>\n')
    expect(rendering).toMatchObject({messages: [], citations: [], fallbacks: []})
    expect(rendering.meta).toMatchObject({
      title: 'A page',
      audience: 'clinician',
      format: 'html',
      locale: 'en',
      wordCount: 2,
    })
    expect(rendering.meta.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('`html` is the default format and a fragment', () => {
    expect(render(document, {audience: 'patient'}).value).toBe('<p>Two.</p>\n')
    expect(render(document, {audience: 'patient', page: true}).value).toMatch(
      /^<!doctype html><html lang="en" dir="ltr">/,
    )
  })

  test('text wraps at 80 columns, or where it is asked to, or never', () => {
    const long = compile(`${'word '.repeat(60)}`)
    const widest = (width?: number): number => {
      const {value} = render(long, {audience: 'patient', format: 'text', ...(width !== undefined && {width})})
      return Math.max(...value.split('\n').map(line => line.length))
    }
    expect(widest()).toBe(79)
    expect(widest(40)).toBe(39)
    expect(widest(0)).toBe(299)
  })

  test('a page with errors has no value, a draft says that it is one', () => {
    const broken = compile('Fine.\n\n:::nobody\nDoubtful.\n:::\n')
    expect(render(broken, {audience: 'patient'}).value).toBe('')
    expect(render(broken, {audience: 'patient'}).messages).toHaveLength(1)
    const {value} = render(broken, {audience: 'patient', draft: true})
    expect(value).toContain('Draft: this page has errors')
    expect(value).toContain('Fine.')
    expect(value).not.toContain('Doubtful')
  })
})

describe('compile', () => {
  test('messages say what was found, what was allowed, and where', () => {
    const [message] = compile('\n:::only{for=pateint}\nx\n:::\n', {path: 'a/b.md'}).messages
    expect(message).toMatchObject({
      ruleId: 'audience-unknown',
      source: 'parlance',
      fatal: true,
      file: 'a/b.md',
      line: 2,
      column: 13,
      actual: 'pateint',
      expected: ['patient', 'clinician', 'student'],
      reason:
        'Unknown audience `pateint`: did you mean `patient`? Allowed: `clinician`, `patient`, `student`.',
      note: 'Audiences are declared in the configuration.',
    })
    expect(message?.url).toBeUndefined()
    expect(message?.place).toEqual({
      start: {line: 2, column: 13, offset: 13},
      end: {line: 2, column: 20, offset: 20},
    })
  })

  test.each(['https://docs.example.org/help', 'https://docs.example.org/help/'])(
    'messages link to their rule below `docsUrl`: %s',
    docsUrl => {
      const found = compile(':cite[a]', {config: {docsUrl}}).messages
      expect(found.map(({url}) => url)).toEqual(['https://docs.example.org/help/rules/citation-unknown'])
    },
  )

  test('references and a glossary may be handed in', () => {
    const document = compile('A :term[word] :cite[a].', {
      references: [{id: 'a', type: 'book', title: 'A book'}],
      glossary: {word: {term: {default: 'word', patient: 'plain word'}, definition: 'What it means.'}},
    })
    expect(document.messages).toEqual([])
    const {value, citations} = render(document, {audience: 'patient', format: 'text'})
    expect(value).toContain('A plain word [1].')
    expect(value).toContain('1. A book.')
    expect(citations).toEqual([{key: 'a', number: 1}])
  })

  test('files come from `read`, by their path from the content root', () => {
    const asked: string[] = []
    const read = (path: string): string | undefined => {
      asked.push(path)
      return path === 'a/part.md' ? 'From the part.' : undefined
    }
    const document = compile('::include{file="part.md"}', {path: 'a/page.md', read})
    expect(render(document, {audience: 'patient', format: 'text'}).value).toBe('From the part.\n')
    expect(asked).toEqual(['a/part.md'])
    expect(document.dependencies).toEqual(['a/part.md'])
  })

  test('own audiences', () => {
    const config = defineConfig({
      audiences: [
        {id: 'nurse', label: 'I am a nurse'},
        {id: 'family', label: 'I am family', fallback: ['nurse']},
      ],
    })
    const document = compile(':::nurse\nFor nurses.\n:::\n\nFor all.', {config})
    expect(render(document, {audience: 'family', format: 'text'}).value).toBe('For all.\n')
    expect(() => render(document, {audience: 'patient'})).toThrow('Allowed: `nurse`, `family`')
  })

  test('a dimension is one more option', () => {
    const config = defineConfig({dimensions: {region: ['us', 'eu']}})
    const document = compile(':::only{region=us}\nDial 911.\n:::\n\nAll.', {config})
    const text = (region?: string): string =>
      render(document, {audience: 'patient', format: 'text', ...(region !== undefined && {region})}).value
    expect([text('us'), text('eu'), text()]).toEqual(['Dial 911.\n\nAll.\n', 'All.\n', 'All.\n'])
    expect(() => text('mars')).toThrow('Unknown region `mars`. Allowed: `us`, `eu`.')
  })
})

test('a page for some regions only is given to no other reader', () => {
  const config = defineConfig({dimensions: {region: ['us', 'eu']}})
  const document = compile('---\nregion: us\n---\n\nUS.', {config})
  expect(document.messages).toEqual([])
  expect(render(document, {audience: 'patient', region: 'us', format: 'text'}).value).toBe('US.\n')
  for (const choice of [{region: 'eu'}, {}])
    expect(() => render(document, {audience: 'patient', ...choice})).toThrow(
      'This page is only for `region` `us`',
    )
  expect(servedAudiences(document)).toEqual([])
  expect(servedAudiences(compile('All.', {config}))).toEqual(['clinician', 'patient', 'student'])
})

describe('no option is ignored', () => {
  const document = compile(source)
  const reader = {audience: 'patient', citatonStyle: 'ama'} as never
  const near = 'Unknown option `citatonStyle`: did you mean `citationStyle`? Allowed: `audience`, '
  const wrong = {raed: () => undefined} as never
  const meant = 'Unknown option `raed`: did you mean `read`? Allowed: `references`, '

  test.each<[string, () => unknown, string]>([
    ['compile', () => compile(source, wrong), meant],
    ['pageHead', () => pageHead(source, wrong), meant],
    ['findMentions', () => findMentions(source, wrong), meant],
    ['findDefinition', () => findDefinition(source, wrong, 'term', 'x'), meant],
    [
      'readLibrary',
      () => parlance.readLibrary({}, () => undefined, {refrences: []} as never),
      'Unknown option `refrences`: did you mean `references`? Allowed: `references`, `glossary`, `readers`.',
    ],
    [
      'check',
      () => check(document, {furhter: {}} as never),
      'Unknown option `furhter`: did you mean `further`? Allowed: `further`.',
    ],
    ['render', () => render(document, reader), near],
    ['renderTree', () => parlance.renderTree(document, reader), near],
    ['explainVariant', () => parlance.explainVariant(document, reader), near],
    ['findLeaks', () => parlance.findLeaks(document, '', reader), near],
    ['assertNoLeak', () => parlance.assertNoLeak(document, '', reader), near],
    ['pageChrome', () => pageChrome(document, reader), near],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(RangeError)
    expect(call).toThrow(message)
  })

  test('one that is `undefined` is none', () => {
    expect(compile(source, {path: undefined, raed: undefined} as never).messages).toEqual([])
  })
})

describe('check', () => {
  test('merges what concerns several audiences and keeps the matrix', () => {
    const document = compile(
      '::::variants{#dose}\n:::clinician\nA\n:::\n:::when{for=patient omit="told by the nurse"}\n:::\n::::\n',
    )
    const {messages, matrix} = check(document)
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['variant-fallback'])
    expect(matrix).toHaveLength(1)
    expect(matrix[0]).toMatchObject({group: 'dose', kind: 'variants', line: 1})
    expect([...(matrix[0]?.cells ?? [])]).toEqual([
      ['clinician', {via: 'own'}],
      ['patient', {via: 'omitted', reason: 'told by the nurse'}],
      ['student', {via: 'fallback', from: 'clinician'}],
    ])
  })
})
