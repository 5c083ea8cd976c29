import {describe, expect, test} from 'vitest'
import {cslStyle} from '../../../../src/adapters/csl/index.ts'
import {type CitationItem, plainText, type Reference} from '../../../../src/core/language/index.ts'
import {authorDate, english, notes, spanish, styleWith} from '../../../support/csl.ts'

const work = (id: string, families: readonly string[], year: number): Reference => ({
  id,
  type: 'book',
  title: `Title ${id}`,
  author: families.map(family => ({family, given: 'Ada'})),
  issued: {'date-parts': [[year]]},
})
const works = new Map(
  [
    work('one', ['Smith'], 2015),
    work('two', ['Smith'], 2015),
    work('late', ['Smith'], 2020),
    work('many', ['Ito', 'Bo', 'Cy'], 2001),
    work('__proto__', ['Ek', 'Ada'], 1999),
  ].map(reference => [reference.id, reference]),
)

type Cite = string | readonly [key: string, locator: string]

function printWith(style: string, clusters: readonly (readonly Cite[])[], locale = 'en') {
  const cited = clusters.map(cluster =>
    cluster.map((cite): CitationItem => {
      return typeof cite === 'string' ? {key: cite} : {key: cite[0], locator: cite[1]}
    }),
  )
  const keys = [...new Set(cited.flat().map(({key}) => key))]
  const references = keys.flatMap(key => works.get(key) ?? [])
  const {print} = cslStyle({id: 'x', style, locales: [english, spanish]})
  if (print === undefined) throw new Error('The style has numbers')
  const printed = print({clusters: cited, references}, locale)
  return {
    ...printed,
    texts: printed.clusters.map(parts => parts.map(({value}) => value).join('')),
    list: printed.entries.map(({content}) => plainText([...content])),
  }
}

describe('author and year', () => {
  test('years of the same author get letters in the order of the list', () => {
    const {texts, list, entries} = printWith(authorDate, [['two'], ['one', 'two'], ['late']])
    expect(list).toEqual([
      'Smith, Ada (2015a). Title two.',
      'Smith, Ada (2015b). Title one.',
      'Smith, Ada (2020). Title late.',
    ])
    expect(texts).toEqual(['(Smith 2015a)', '(Smith 2015b, 2015a)', '(Smith 2020)'])
    expect(entries.map(({key}) => key)).toEqual(['two', 'one', 'late'])
  })

  test('a variant that cites one of them only has no letter', () => {
    expect(printWith(authorDate, [['one']]).texts).toEqual(['(Smith 2015)'])
  })

  test('each work is a link to its place in the list, also where years stand together', () => {
    const {clusters} = printWith(authorDate, [['one', 'two', ['many', 'p. 4'], '__proto__']])
    expect(clusters).toEqual([
      [
        {type: 'text', value: '('},
        {type: 'link', key: 'one', number: 3, value: 'Smith 2015a'},
        {type: 'text', value: ', '},
        {type: 'link', key: 'two', number: 4, value: '2015b'},
        {type: 'text', value: '; '},
        {type: 'link', key: 'many', number: 2, value: 'Ito et al. 2001, p. 4'},
        {type: 'text', value: '; '},
        {type: 'link', key: '__proto__', number: 1, value: 'Ek and Ada 1999'},
        {type: 'text', value: ')'},
      ],
    ])
  })

  test('the locale of the page, else the first', () => {
    const cite = [[['__proto__', 'p. 7'] as const]]
    expect(printWith(authorDate, cite, 'es-MX').texts).toEqual(['(Ek y Ada 1999, pág. 7)'])
    expect(printWith(authorDate, cite, 'fr').texts).toEqual(['(Ek and Ada 1999, p. 7)'])
  })

  test('the same input gives the same output, and an empty one nothing', () => {
    const clusters = [['one', 'two'], ['many'], ['one']]
    expect(printWith(authorDate, clusters)).toEqual(printWith(authorDate, clusters))
    expect(printWith(authorDate, [])).toMatchObject({clusters: [], entries: []})
    expect(printWith(authorDate, [['one'], []]).texts).toEqual(['(Smith 2015)', ''])
  })
})

test('notes: in full, at once again, later again; a style without a list lists the full notes', () => {
  const {texts, clusters, list} = printWith(notes, [['one'], ['one'], ['many'], ['one'], ['one', 'many']])
  expect(texts).toEqual([
    'Ada Smith, Title one.',
    'Ibid.',
    'Ada Ito, Ada Bo, Ada Cy, Title many.',
    'Smith.',
    'Ibid.; Ito, Bo, Cy.',
  ])
  expect(clusters[1]).toEqual([{type: 'link', key: 'one', number: 1, value: 'Ibid.'}])
  expect(list).toEqual(['Ada Smith, Title one', 'Ada Ito, Ada Bo, Ada Cy, Title many'])
})

test('labels', () => {
  const labels = styleWith({
    citation:
      '<citation><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-label"/></layout></citation>',
    bibliography:
      '<layout><text variable="citation-label" prefix="[" suffix="]"/><text variable="title"/></layout>',
  }).replace('<bibliography>', '<bibliography second-field-align="flush">')
  const {texts, list} = printWith(labels, [['one', 'late']])
  expect(texts).toEqual(['[Smit15, Smit20]'])
  expect(list).toEqual(['[Smit15] Title one', '[Smit20] Title late'])
})

test('numbers beside names are citeproc’s', () => {
  const named = styleWith({
    citation:
      '<citation><layout delimiter="; "><names variable="author"><name form="short"/></names><text variable="citation-number" prefix=" [" suffix="]"/></layout></citation>',
  })
  const {texts} = printWith(named, [['many'], ['one', 'late']])
  expect(texts).toEqual(['Ito, Bo, Cy [1]', 'Smith [2]; Smith [3]'])
})
