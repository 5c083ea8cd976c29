import {expect, test} from 'vitest'
import {number} from '../../../src/core/4-number/number.ts'
import {groupOf} from '../../../src/core/citations/references/group-of.ts'
import type {CitationStyle, Numbering} from '../../../src/core/language/index.ts'
import {type CompileOptions, compile} from '../../../src/index.ts'
import {messageLine} from '../../support/fixtures.ts'
import {selectFor} from '../../support/select-source.ts'

const style: CitationStyle = {
  id: 'plain',
  cluster: items => items.map(({key, number}) => ({type: 'link', key, number, value: String(number)})),
  entry: ({id}) => [{type: 'text', value: id}],
}

const references = ['a', 'b', 'c'].map(id => ({id, type: 'book', title: id}))

function numberSource(source: string, options: CompileOptions = {}, with_: CitationStyle = style): Numbering {
  return number(selectFor(compile(source, {references, ...options})), with_, groupOf)
}

test('the body comes first, then the notes as they are printed', () => {
  const source = `One.[^n] :cite[b] Two.[^m]

[^m]: :cite[c]
[^n]: :cite[a] and.[^o]
[^o]: :cite[b] deep words.
[^p]: :cite[c] Not called.
`
  const {order, footnotes, citations, wordCount, style: id} = numberSource(source)
  expect(id).toBe('plain')
  expect(order.map(({key, number}) => `${key} ${number}`)).toEqual(['b 1', 'a 2', 'c 3'])
  expect(footnotes.map(({identifier, number}) => `${identifier} ${number}`)).toEqual(['n 1', 'm 2', 'o 3'])
  expect([...citations.values()].map(({parts}) => parts[0]?.value)).toEqual(['1', '2', '3', '1'])
  expect(wordCount).toBe(5)
})

test('ids that occur twice, and ranks that are skipped', () => {
  const config = {rules: {'anchor-duplicate': 'warning'}}
  const {messages, toc} = numberSource(
    '# A {#x}\n\n### B {#y}\n\n:say[c]{#x patient=d}[^n]\n\n[^n]: :say[e]{#y patient=f}\n',
    {config},
  )
  expect(toc).toMatchObject([{id: 'x', children: [{id: 'y'}]}])
  expect(messages.map(({ruleId, actual}) => [ruleId, actual])).toEqual([
    ['heading-level-skipped', '3'],
    ['anchor-duplicate', 'x'],
    ['anchor-duplicate', 'y'],
  ])
})

test('messages are of the page and the reader', () => {
  const {messages} = numberSource('### A', {path: 'a/b.md'})
  expect(messages.map(messageLine)).toEqual([
    'a/b.md 1:1-1:6 warning heading-level-skipped {patient} A heading of level 3 follows one of level 1\n',
  ])
})

const glossary = {
  inr: {term: 'INR', expansion: 'international normalized ratio'},
  ecg: {term: 'ECG', expansion: 'electrocardiogram'},
}

test('terms: where they stand first, where they are spelled out, and their order', () => {
  const source = '## The :term[INR]\n\nThe :term[INR] and :term[ECG]. ![x](x.png)'
  const {firstTerms, expandedTerms, glossary: listed, wordCount} = numberSource(source, {glossary})
  const place = (node: {position?: {start: {line: number}} | undefined}) => node.position?.start.line
  expect([...firstTerms].map(term => [term.id, place(term)])).toEqual([
    ['inr', 1],
    ['ecg', 3],
  ])
  expect([...expandedTerms].map(([term, text]) => [place(term), text])).toEqual([
    [3, 'international normalized ratio'],
    [3, 'electrocardiogram'],
  ])
  expect(listed.map(({id}) => id)).toEqual(['ecg', 'inr'])
  expect(wordCount).toBe(2 + 4 + 3 + 1)
})

test('locators are reported where the style drops them, and nothing else is', () => {
  const source = ':cite[a; b, p. 5; c, section 2]'
  expect(numberSource(source).messages).toEqual([])
  expect(numberSource(source, {}, {...style, dropsLocators: true}).messages.map(messageLine)).toEqual([
    ' 1:1-1:32 warning citation-locator-dropped {patient} The style `plain` prints no locators, so `p. 5` of `b` is lost\n',
    ' 1:1-1:32 warning citation-locator-dropped {patient} The style `plain` prints no locators, so `section 2` of `c` is lost\n',
  ])
  expect(
    numberSource(source, {}, {...style, dropsLocators: true}).messages.map(({actual}) => actual),
  ).toEqual(['p. 5', 'section 2'])
})

test('an output without references, notes and terms', () => {
  expect(numberSource('Nothing here.')).toMatchObject({
    order: [],
    references: [],
    numbered: true,
    footnotes: [],
    toc: [],
    glossary: [],
    wordCount: 2,
    messages: [],
  })
})
