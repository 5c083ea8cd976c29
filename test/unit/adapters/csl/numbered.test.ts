import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {cslStyle} from '../../../../src/adapters/csl/index.ts'
import {plainText, type Reference} from '../../../../src/core/language/index.ts'
import {bracketed, english, spanish, styleWith} from '../../../support/csl.ts'

const style = cslStyle({id: 'x', style: bracketed, locales: [english, spanish]})
const book: Reference = {id: 'a', type: 'book', title: 'On doses', author: [{family: 'Ito', given: 'Ada Bo'}]}
const print = (reference: Partial<Reference>): string => plainText(style.entry({...book, ...reference}, 'en'))

const cluster = (from: typeof style, ...items: (number | [number, string])[]): string =>
  from
    .cluster(
      items.map(item => {
        const [number, locator] = typeof item === 'number' ? [item] : item
        return {key: `k${number}`, number, ...(locator !== undefined && {locator})}
      }),
    )
    .map(({value}) => value)
    .join('')

const numbers = (citation: string): typeof style =>
  cslStyle({id: 'x', style: styleWith({citation}), locales: english})

describe('entries', () => {
  test('without the number, and without what stood around it', () => {
    expect(print({})).toBe('Ito, AB. On doses')
  })

  test('as mdast: emphasis, strong, links; small capitals as plain text', () => {
    const content = style.entry(
      {...book, volume: '3', publisher: 'Press', DOI: '10.1000/a<b', URL: 'https://a.example/', PMID: '12'},
      'en',
    )
    expect(content).toEqual([
      {type: 'text', value: 'Ito, AB. '},
      {type: 'emphasis', children: [{type: 'text', value: 'On doses'}]},
      {type: 'text', value: '. Press. '},
      {type: 'strong', children: [{type: 'text', value: '3'}]},
      {type: 'text', value: '. '},
      {
        type: 'link',
        url: 'https://doi.org/10.1000/a%3Cb',
        children: [{type: 'text', value: 'https://doi.org/10.1000/a<b'}],
      },
      {type: 'text', value: '. From: '},
      {type: 'link', url: 'https://a.example/', children: [{type: 'text', value: 'https://a.example/'}]},
      {type: 'text', value: '. PMID: '},
      {
        type: 'link',
        url: 'https://pubmed.ncbi.nlm.nih.gov/12/',
        children: [{type: 'text', value: '12'}],
      },
    ])
  })

  test.each([
    ['a & b < c > d "e"', 'a & b < c > d “e”'],
    ['&amp; &#38; <script>alert(1)</script>', '&amp; &#38; <script>alert(1)</script>'],
    ['<sup>18</sup>F-FDG, H<sub>2</sub>O, 4<sup>th</sup>', '¹⁸F-FDG, H₂O, 4^th'],
    ['of <span style="font-variant:small-caps;">dna</span>', 'of dna'],
    ['marks\uFDD0italic\uFDD1 in\uFDD2 a\uFDD3 title', 'marksitalic in a title'],
  ])('the title %j is printed as text', (title, printed) => {
    expect(print({title})).toBe(`Ito, AB. ${printed}`)
  })

  test('italics within italics stand upright', () => {
    expect(style.entry({id: 'a', type: 'book', title: 'Growth of <i>E. coli</i> in milk'}, 'en')).toEqual([
      {type: 'emphasis', children: [{type: 'text', value: 'Growth of '}]},
      {type: 'text', value: 'E. coli'},
      {type: 'emphasis', children: [{type: 'text', value: ' in milk'}]},
    ])
  })

  test('a URL that must not be followed is text', () => {
    expect(JSON.stringify(style.entry({...book, URL: 'javascript:alert(1)'}, 'en'))).not.toContain('link')
  })

  test('a work of which the style prints nothing is named', () => {
    const silent = styleWith({
      citation: '<citation><layout><text variable="citation-number"/></layout></citation>',
      bibliography: '<layout><text variable="publisher"/></layout>',
    })
    const named = cslStyle({id: 'x', style: silent, locales: english})
    expect(plainText(named.entry(book, 'en'))).toBe('On doses')
    expect(plainText(named.entry({id: 'key', type: 'book'}, 'en'))).toBe('key')
  })

  test('say the same in any order and any number of times', () => {
    const works = ['B', 'A', 'B', 'C'].map((title, index) => ({...book, id: `w${index}`, title}))
    const forth = works.map(work => style.entry(work, 'en'))
    const again = cslStyle({id: 'x', style: bracketed, locales: english})
    const back = [...works].reverse().map(work => again.entry(work, 'en'))
    expect(back.reverse()).toEqual(forth)
    expect(works.map(work => style.entry(work, 'en'))).toEqual(forth)
  })

  test('texts of any kind come out whole', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z&<>;#=/ \uFDD0-\uFDD2]{1,30}$/), title => {
        const letters = (text: string): string => text.replace(/[^A-Za-z&;#=]/g, '')
        expect(letters(print({title: `T${title}T`}))).toBe(`ItoAB${letters(`T${title}T`)}`)
      }),
      {numRuns: 50, examples: []},
    )
  })
})

describe('clusters', () => {
  test('number, order and ranges are ours; marks are the style’s', () => {
    expect(cluster(style, 3)).toBe('<[3]>')
    expect(cluster(style, 3, 1)).toBe('<[1], [3]>')
    expect(cluster(style, 2, 1)).toBe('<[1], [2]>')
    expect(cluster(style, 5, 3, 1, 2)).toBe('<[1]–[3]; [5]>')
    expect(cluster(style)).toBe('')
  })

  test('only the number is the link', () => {
    expect(style.cluster([{key: 'a', number: 4}])).toEqual([
      {type: 'text', value: '<['},
      {type: 'link', key: 'a', number: 4, value: '4'},
      {type: 'text', value: ']>'},
    ])
  })

  test.each([
    ['p. 5', '<[1, p. 5]>'],
    ['pp. 5-7', '<[1, pp. 5–7]>'],
    ['5', '<[1, p. 5]>'],
    ['section 12.1', '<[1, sec. 12.1]>'],
    ['Table S2', '<[1, Table S2]>'],
    ['boxed warning', '<[1, boxed warning]>'],
  ])('the locator %s', (locator, printed) => {
    expect(cluster(style, [1, locator])).toBe(printed)
  })

  test('locators stand apart from ranges', () => {
    expect(cluster(style, 1, [2, 'p. 9'], 3, 4, 5)).toBe('<[1], [2, p. 9], [3]–[5]>')
  })

  test.each([
    ['without range, sorted', '<citation><sort><key variable="citation-number"/></sort>', '1,2,3'],
    ['without range, as written', '<citation>', '3,1,2'],
    ['with range, as written', '<citation collapse="citation-number">', '3,1,2'],
  ])('%s', (_, open, printed) => {
    const layout = '<layout delimiter=","><text variable="citation-number"/></layout></citation>'
    expect(cluster(numbers(open + layout), 3, 1, 2)).toBe(printed)
  })

  test('a style without place for locators prints them as they are written', () => {
    const layout = '<layout delimiter="," prefix="(" suffix=")"><text variable="citation-number"/></layout>'
    expect(cluster(numbers(`<citation>${layout}</citation>`), 1, [2, 'section 4'])).toBe('(1,2, section 4)')
  })

  test('a style that prints locators without their label gets the label with them', () => {
    const layout =
      '<layout><text variable="citation-number"/><text variable="locator" prefix=":"/></layout></citation>'
    const bare = numbers(`<citation>${layout}`)
    expect([cluster(bare, [1, 'p. 5']), cluster(bare, [1, 'section 4'])]).toEqual(['1:5', '1:section 4'])
  })
})

test.each([
  ['on the layout', '<layout vertical-align="sup"><text variable="citation-number"/></layout>', true],
  ['on the number', '<layout><text variable="citation-number" vertical-align="sup"/></layout>', true],
  ['nowhere', '<layout><text variable="citation-number"/></layout>', undefined],
])('raised numbers: %s', (_, layout, raised) => {
  expect(numbers(`<citation>${layout}</citation>`).raised).toBe(raised)
})

test.each([
  ['<text variable="citation-number"/>', true],
  ['<number variable="citation-number"/>', true],
  ['<number variable="citation-number" form="roman"/>', false],
  ['<text variable="citation-number"/><text variable="title"/>', false],
  ['<names variable="author"/><text variable="citation-number"/>', false],
  ['<choose><if type="book"><text variable="citation-number"/></if></choose>', false],
  ['<choose><if variable="locator"><text variable="citation-number"/></if></choose>', true],
  ['<text variable="citation-label"/>', false],
])('numbers are ours in %s: %s', (layout, ours) => {
  const {print} = numbers(`<citation><layout>${layout}</layout></citation>`)
  expect(print === undefined).toBe(ours)
})

test('the list goes by the style’s sort keys, and where they are equal as given', () => {
  const works = ['Beta', 'alpha', 'Gamma', 'Beta'].map((title, index) => ({...book, id: `w${index}`, title}))
  expect(style.order?.(works, 'en')).toEqual(['w1', 'w0', 'w3', 'w2'])
  expect(style.order?.([...works].reverse(), 'en')).toEqual(['w1', 'w3', 'w0', 'w2'])
  expect(numbers('<citation><layout><text variable="citation-number"/></layout></citation>').order).toBe(
    undefined,
  )
})
