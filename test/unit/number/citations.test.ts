import {describe, expect, test} from 'vitest'
import {select} from '../../../src/core/3-select/select.ts'
import {number} from '../../../src/core/4-number/number.ts'
import {groupOf} from '../../../src/core/citations/references/group-of.ts'
import {styles} from '../../../src/core/citations/references/styles/index.ts'
import type {CitationStyle, Document} from '../../../src/core/language/index.ts'
import {check, compile, render} from '../../../src/index.ts'

const references = [
  {id: 'swain', type: 'article-journal', title: 'Survival', 'container-title': 'J', issued: 2015},
  {id: 'nccn', type: 'report', kind: 'guideline', title: 'Guideline', publisher: 'NCCN', issued: 2024},
  {id: 'label', type: 'report', kind: 'drug-label', title: 'Label', publisher: 'G', issued: 2021},
  {id: 'gianni', type: 'article-journal', title: 'NeoSphere', 'container-title': 'J', issued: 2012},
]

const source = `
:::clinician
First for clinicians :cite[swain].
:::

For all :cite[gianni; label].

:::patient
Last for patients :cite[nccn].
:::
`

const numbersOf = (config: object, audience: string): Record<string, number> => {
  const document = compile(source, {references, config})
  return Object.fromEntries(render(document, {audience}).citations.map(({key, number}) => [key, number]))
}

describe('what numbers follow', () => {
  test.each([
    ['by first appearance', {}, {swain: 1, gianni: 2, label: 3}, {gianni: 1, label: 2, nccn: 3}],
    [
      'the same, said',
      {numbering: 'appearance'},
      {swain: 1, gianni: 2, label: 3},
      {gianni: 1, label: 2, nccn: 3},
    ],
    ['down the list', {numbering: 'list'}, {label: 1, swain: 2, gianni: 3}, {nccn: 1, label: 2, gianni: 3}],
    ['stable', {numbering: {stable: true}}, {swain: 1, gianni: 2, label: 3}, {gianni: 2, label: 3, nccn: 4}],
    [
      'stable, down the list',
      {numbering: {by: 'list', stable: true}},
      {label: 2, swain: 3, gianni: 4},
      {nccn: 1, label: 2, gianni: 4},
    ],
  ])('%s', (_, config, clinician, patient) => {
    expect(numbersOf(config, 'clinician')).toEqual(clinician)
    expect(numbersOf(config, 'patient')).toEqual(patient)
  })

  test('citations come in order of number, lists count down the page', () => {
    const document = compile(source, {references, config: {numbering: 'list'}})
    const {value, citations} = render(document, {audience: 'clinician'})
    expect(citations.map(({number}) => number)).toEqual([1, 2, 3])
    expect([...value.matchAll(/<li id="ref-[^"]+" value="(\d)"/g)].map(([, at]) => at)).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  test('stable numbers pass over what only readers without the page get', () => {
    const config = {
      audiences: ['clinician', 'patient', 'nurse'].map(id => ({id, label: id})),
      numbering: {stable: true},
    }
    const read = (path: string) =>
      path === 'part.md' ? ':::nurse\nFor nurses :cite[nccn].\n:::\n\nFor all :cite[label].\n' : undefined
    const text = '---\naudiences: [clinician, patient]\n---\n\n::include{file="part.md"}\n'
    const document = compile(text, {references, config, read})
    expect(document.cited.get('nccn')?.served).toBe(false)
    expect(render(document, {audience: 'patient'}).citations).toEqual([{key: 'label', number: 1}])
  })
})

test('the table of numbers across readers', () => {
  const {citations} = check(compile(source, {references}))
  expect(citations.map(({key, numbers}) => [key, Object.fromEntries(numbers)])).toEqual([
    ['swain', {clinician: 1, patient: undefined, student: undefined}],
    ['gianni', {clinician: 2, patient: 1, student: 1}],
    ['label', {clinician: 3, patient: 2, student: 2}],
    ['nccn', {clinician: undefined, patient: 3, student: undefined}],
  ])
})

test('plain text prints ranges in ASCII where the project wants it', () => {
  const text = 'All :cite[swain; gianni; label].'
  const printed = (config: object) =>
    render(compile(text, {references, config}), {audience: 'patient', format: 'text'}).value.split('\n')[0]
  expect(printed({})).toBe('All [1–3].')
  expect(printed({textRanges: 'hyphen'})).toBe('All [1-3].')
})

describe('styles of other kinds', () => {
  const numbered = (document: Document, style: CitationStyle) =>
    number(select(document, {audience: 'patient', dimensions: new Map()}), style, groupOf)
  const base = styles.get('numeric')
  if (base === undefined) throw new Error('There is no style `numeric`')

  test('a style without locators says what it drops', () => {
    const document = compile('As said :cite[swain, p. 5].', {references})
    const {messages} = numbered(document, {...base, id: 'short', dropsLocators: true})
    expect(messages.map(({ruleId, reason, place}) => [ruleId, reason, place])).toEqual([
      [
        'citation-locator-dropped',
        'The style `short` prints no locators, so `p. 5` of `swain` is lost',
        expect.objectContaining({start: {line: 1, column: 9, offset: 8}}),
      ],
    ])
  })

  test('a style that sorts its list numbers down it, unless the project says otherwise', () => {
    const sorting: CitationStyle = {
      ...base,
      order: works => works.map(({id}) => id).sort(),
    }
    const text = 'All :cite[swain; gianni; label].'
    expect(numbered(compile(text, {references}), sorting).order).toEqual([
      {key: 'label', number: 1},
      {key: 'gianni', number: 2},
      {key: 'swain', number: 3},
    ])
    const config = {numbering: 'appearance'}
    expect(numbered(compile(text, {references, config}), sorting).order[0]).toEqual({key: 'swain', number: 1})
  })

  test('a style that prints a whole variant', () => {
    const byAuthor: CitationStyle = {
      ...base,
      print: ({clusters, references: works}) => ({
        clusters: clusters.map(items =>
          items.map(({key}) => ({type: 'link' as const, key, number: 1, value: `(${key})`})),
        ),
        entries: works.map(({id}) => ({key: id, content: [{type: 'text' as const, value: id}]})).reverse(),
      }),
    }
    const document = compile('One :cite[swain], two :cite[gianni; swain].', {references})
    const {order, numbered: shown, citations, references: sections} = numbered(document, byAuthor)
    expect(shown).toBe(false)
    expect(order.map(({key}) => key)).toEqual(['gianni', 'swain'])
    expect([...citations.values()].map(({parts}) => parts.map(({value}) => value).join(' '))).toEqual([
      '(swain)',
      '(gianni) (swain)',
    ])
    expect(sections.map(({entries}) => entries.map(({key, calls}) => [key, calls]))).toEqual([
      [
        ['gianni', 1],
        ['swain', 2],
      ],
    ])
  })
})
