import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {check, compile, render} from '../../../src/index.ts'
import {byEffort} from '../../support/effort.ts'

const times = (text: string, count: number): string => text.repeat(count)

/** A source that passes with a limit, and one step more that does not. */
test.each<[limit: string, value: number, within: string, beyond: string, detail: string]>([
  ['sourceBytes', 10, 'ééééé', 'éééééé', 'The source has 12 bytes; at most 10 are allowed'],
  [
    'frontMatterBytes',
    8,
    '---\ntitle: x\n---',
    '---\ntitle: xy\n---',
    'The front matter has 9 bytes; at most 8 are allowed',
  ],
  ['frontMatterDepth', 2, '---\nextra: {a: 1}\n---', '---\nextra: {a: {b: 1}}\n---', 'levels deep'],
  [
    'frontMatterNodes',
    2,
    '---\ntitle: x\nslug: y\n---',
    '---\ntitle: x\nslug: y\nlocale: en\n---',
    'At most 2 keys',
  ],
  ['nesting', 3, '> > > x', '> > > > x', 'More than 3 quotes, lists or containers'],
  [
    'nesting',
    2,
    ':::::note\n::::tip\nx\n::::\n:::::',
    '::::::note\n:::::tip\n::::warning\nx\n::::\n:::::\n::::::',
    'More than 2',
  ],
  ['lines', 3, 'a\nb\nc', 'a\nb\nc\nd', 'The source has more than 3 lines'],
  ['paragraphLength', 10, 'aaaa\nbbbb', 'aaaaaa\nbbbbbb', 'A paragraph has more than 10 characters'],
  ['inlineCost', 100, times('*', 10), times('*', 11), 'so many delimiters'],
  [
    'inlineCost',
    100,
    `${times('*', 7)}\n\n${times('*', 7)}`,
    `${times('*', 8)}\n\n${times('*', 8)}`,
    'so many delimiters',
  ],
  ['directives', 2, ':say[a]{} :say[b]{}', ':say[a]{} :say[b]{} :say[c]{}', 'more than 2 directives'],
  ['attributes', 1, ':::note{#a}\nx\n:::', ':::note{#a .b}\nx\n:::', '`note` has more than 1 attributes'],
  ['tableColumns', 2, '| a | b |\n| - | - |', '| a | b | c |\n| - | - | - |', 'more than 2 columns'],
  ['outputBytes', 20, 'aaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', 'The output has more than 20 bytes'],
])('%s: %d', (limit, value, within, beyond, detail) => {
  const found = (source: string): readonly string[] => {
    const document = compile(source, {config: {limits: {[limit]: value}}})
    const {messages} = render(document, {audience: 'patient'})
    return messages.filter(({fatal}) => fatal === true).map(({reason}) => reason)
  }
  expect(found(within)).toEqual([])
  expect(found(beyond).join()).toContain(detail)
})

test('the limit of what variables bring in', () => {
  const source = `---\nvars: {v: ${times('a', 100)}}\n---\n\n${times(':var[v] ', 5)}`
  const found = (outputBytes: number) =>
    compile(source, {config: {limits: {outputBytes}}}).messages.map(({reason}) => reason)
  expect(found(600)).toEqual([])
  expect(found(400)).toEqual(['Includes, variables and terms bring in more than 400 characters'])
})

test('deep phrasing is refused, not walked', () => {
  for (const source of [
    times('*a **a ', 900),
    `${times('*', 3000)}a${times('*', 3000)}`,
    `${times(':note[', 900)}${times(']', 900)}`,
  ]) {
    const document = compile(source)
    for (const audience of document.audiences) render(document, {audience, draft: true})
    check(document)
  }
})

/** More of them, where they stand beside the repository. */
const file = join(import.meta.dirname, '../../../../shared/reference/hostile/pathological.json')

interface Generator {
  readonly name: string
  readonly prefix?: string
  readonly repeat?: string
  readonly middle?: string
  readonly close?: string
  readonly suffix?: string
  readonly grow?: object
}

const own: readonly Generator[] = [
  {name: 'emphasis in emphasis', repeat: '*a **a ', middle: 'b', close: ' a** a*'},
  {name: 'delimiters without end', repeat: '_a '},
  {name: 'labels without end', repeat: '[a'},
  {name: 'targets without end', repeat: '[a](<b'},
  {name: 'quotes in quotes', repeat: '> ', middle: 'a'},
  {name: 'lists in lists', repeat: '  ', grow: {tail: '- a\n'}},
  {name: 'containers without end', repeat: ':::note\n'},
  {name: 'directives in directives', repeat: ':say[', close: ']'},
  {name: 'attributes', prefix: ':::note{', repeat: 'a=b ', suffix: '}\nx\n:::\n'},
  {name: 'colons between words', repeat: 'a:b '},
  {name: 'code without end', repeat: '`', grow: {lead: 'a'}},
  {name: 'definitions', grow: {lead: '[', counter: true, tail: ']: u\n'}},
  {name: 'footnotes', grow: {lead: '[^', counter: true, tail: ']: a\n\n'}},
  {name: 'rows of a table', prefix: '| a | b |\n| - | - |\n', repeat: '| c |\n'},
  {name: 'headings of one text', repeat: '# a\n\n'},
  {name: 'tags without end', repeat: '<a '},
  {name: 'character references without end', repeat: '&#x'},
  {name: 'bare addresses', repeat: 'www.a.b)'},
  {name: 'front matter without end', prefix: '---\n', repeat: 'a: [\n'},
  {name: 'one long line', repeat: 'word '},
]
const shared: readonly Generator[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).specs : []

describe('pathological inputs throw nothing, whole or refused', () => {
  const specs = [...own, ...shared]
  test.each(specs.map(spec => [spec.name, spec] as const))('%s', async (_, spec) => {
    const {generate} = (await import('../../../bench/generate.js')) as {
      generate: (spec: Generator, size: number) => string
    }
    for (const size of byEffort([500], [500, 5_000], [500, 5_000, 50_000])) {
      const document = compile(generate(spec, size))
      for (const audience of document.audiences) render(document, {audience, draft: true, page: true})
    }
  })
})
