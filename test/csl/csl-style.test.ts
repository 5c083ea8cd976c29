import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import CSL from 'citeproc'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {CslError, cslStyle} from '../../src/csl/index.ts'
import {toLocator} from '../../src/csl/settings.ts'
import {type CitationStyle, plainText, type Reference} from '../../src/document/index.ts'
import {Reporter} from '../../src/messages/reporter.ts'
import {readReferences} from '../../src/references/read-references.ts'
import {authorDate, dependent, english, notes, sortedNumbers} from './files.ts'

const works: readonly Reference[] = [
  {
    id: 'b1',
    type: 'book',
    title: 'First',
    author: [{family: 'Berg', given: 'Anna'}],
    issued: {'date-parts': [[2015]]},
  },
  {
    id: 'b2',
    type: 'book',
    title: 'Second',
    author: [{family: 'Berg', given: 'Anna'}],
    issued: {'date-parts': [[2015]]},
    DOI: '10.1000/x<y',
  },
  {
    id: 'a',
    type: 'book',
    title: 'Of “A”',
    author: [
      {family: 'Ames', given: 'Jo'},
      {family: 'Cole', given: 'Ed'},
    ],
    issued: {'date-parts': [[2020]]},
  },
]
const [first, second, third] = works

const textOf = (
  style: CitationStyle,
  items: readonly {key: string; number: number; locator?: string}[],
): string =>
  style
    .cluster(items)
    .map(({value}) => value)
    .join('')

describe('a style that cites by author and year', () => {
  const style = cslStyle({id: 'ours', style: authorDate, locales: english})
  const print = (clusters: readonly (readonly {key: string; locator?: string}[])[], references = works) => {
    const printed = style.print?.({clusters, references}, 'en')
    return {
      clusters: printed?.clusters.map(parts => parts.map(({value}) => value).join('')),
      links: printed?.clusters.map(parts =>
        parts.flatMap(part => (part.type === 'link' ? [[part.key, part.number]] : [])),
      ),
      entries: printed?.entries.map(({key, content}) => `${key}: ${plainText(content)}`),
      content: printed?.entries.map(({content}) => content),
    }
  }

  test('works of one author and year are told apart, in citations and in the list', () => {
    expect(print([[{key: 'b1'}], [{key: 'b2'}, {key: 'a'}]])).toMatchObject({
      clusters: ['(Berg 2015a)', '(Berg 2015b; Ames & Cole 2020)'],
      links: [
        [['b1', 2]],
        [
          ['b2', 3],
          ['a', 1],
        ],
      ],
      entries: [
        'a: Ames J, Cole E. Of “A.” 2020.',
        'b1: Berg A. First. 2015a.',
        'b2: Berg A. Second. 2015b. doi:10.1000/x<y.',
      ],
    })
  })

  test('alone, a work needs no letter: nothing tells of works that this variant lacks', () => {
    const alone = print([[{key: 'b2'}]], second ? [second] : [])
    expect(alone.clusters).toEqual(['(Berg 2015)'])
    expect(alone.entries).toEqual(['b2: Berg A. Second. 2015. doi:10.1000/x<y.'])
  })

  test('locators, and works of one author side by side', () => {
    expect(
      print([
        [{key: 'a', locator: 'pp. 3-5'}],
        [{key: 'b1'}, {key: 'b2'}],
        [{key: 'a', locator: 'section 2'}],
      ]).clusters,
    ).toEqual(['(Ames & Cole 2020, pp. 3–5)', '(Berg 2015a, 2015b)', '(Ames & Cole 2020, sec. 2)'])
  })

  test('entries are phrasing: italics and links, no markup', () => {
    expect(print([[{key: 'b2'}]], second ? [second] : []).content).toEqual([
      [
        {type: 'text', value: 'Berg A. '},
        {type: 'emphasis', children: [{type: 'text', value: 'Second'}]},
        {type: 'text', value: '. 2015. '},
        {
          type: 'link',
          url: 'https://doi.org/10.1000/x%3Cy',
          children: [{type: 'text', value: 'doi:10.1000/x<y'}],
        },
        {type: 'text', value: '.'},
      ],
    ])
  })

  test('the same input gives the same output, whatever was printed before', () => {
    const once = print([[{key: 'b2'}], [{key: 'a'}]])
    print([[{key: 'b1'}]])
    expect(print([[{key: 'b2'}], [{key: 'a'}]])).toEqual(once)
  })
})

describe('a numeric style', () => {
  const style = cslStyle({id: 'sorted', style: sortedNumbers, locales: english})

  test('its delimiter and affixes, no ranges where it has none', () => {
    expect(
      textOf(
        style,
        [3, 1, 2].map(number => ({key: `k${number}`, number})),
      ),
    ).toBe('[3; 1; 2]')
    expect(style.dropsLocators).toBe(true)
    expect(style.print).toBeUndefined()
  })

  test('entries without numbers, the list in the order of its authors', () => {
    expect(first && plainText(style.entry(first, 'en'))).toBe('Berg A. First. 2015.')
    expect(third && plainText(style.entry(third, 'en'))).toBe('Ames J, Cole E. Of “A.” 2020.')
    expect(style.order?.(works, 'en')[0]).toBe('a')
  })

  test('two references with one id are two works', () => {
    const other: Reference = {id: 'b1', type: 'book', title: 'Another'}
    expect(first && plainText(style.entry(first, 'en'))).toContain('First')
    expect(plainText(style.entry(other, 'en'))).toBe('Another.')
  })
})

test.each([
  ['no XML', 'hello', 'The style `x` is no XML: '],
  ['a file that was cut off', authorDate.slice(0, 600), 'The style `x` is no XML: '],
  [
    'a locale',
    english,
    'The style `x` is no CSL file: it needs a root element `style` of the namespace `http://purl.org/net/xbiblio/csl`',
  ],
  [
    'an element that CSL lacks',
    authorDate.replace('<label ', '<nonsense '),
    /^The style `x` cannot be used: .*nonsense/,
  ],
  [
    'a citation without layout',
    authorDate.replace(/<layout[\s\S]*?<\/layout>/, ''),
    'its `citation` has no `layout`',
  ],
  [
    'a dependent style',
    dependent,
    'The style `x` cannot stand alone: it depends on another: bring `http://www.zotero.org/styles/nature` instead',
  ],
  ['a style of notes', notes, 'The style `x` puts its citations into notes; choose one of class `in-text`'],
  [
    'a style that calls a macro which it lacks',
    authorDate.replace('<text variable="locator"/>', '<text macro="nowhere"/>'),
    'The style `x` calls the macro `nowhere`, which it lacks',
  ],
])('%s is refused', (_, style, message) => {
  expect(() => cslStyle({id: 'x', style, locales: english})).toThrow(CslError)
  expect(() => cslStyle({id: 'x', style, locales: english})).toThrow(message)
})

test('a style needs a locale', () => {
  expect(() => cslStyle({id: 'x', style: authorDate, locales: []})).toThrow(
    'The style `x` needs a locale, such as `locales-en-US.xml`',
  )
  expect(() => cslStyle({id: 'x', style: authorDate, locales: '<a/>'})).toThrow(
    'A locale of the style `x` is no CSL file',
  )
})

test.each([
  ['p. 5', 'page', '5'],
  ['pp. 5-7', 'page', '5-7'],
  ['section 12.1', 'section', '12.1'],
  ['§ 3', 'section', '3'],
  ['Table 2', 'table', '2'],
  ['fig. 4', 'figure', '4'],
  ['17', 'page', '17'],
])('the locator %s is %s %s', (written, label, locator) => {
  expect(toLocator(written)).toEqual({label, locator})
})

const shared = join(import.meta.dirname, '../../../shared/reference/citations')

test('whether styles of the CSL project were at hand', () => {
  if (!existsSync(shared)) process.stderr.write('The CSL styles are not present: not looked at.\n')
  expect(english).toContain('en-US')
})

describe.runIf(existsSync(shared))('styles of the CSL project', () => {
  const at = (name: string): string => (existsSync(shared) ? readFileSync(join(shared, name), 'utf8') : '')
  const names = [
    ['nlm', 'nlm-citation-sequence'],
    ['ama', 'american-medical-association'],
  ] as const

  interface Entry {
    readonly csl: Reference
    readonly nlm: string
    readonly ama: string
  }
  const {entries} = existsSync(shared)
    ? (JSON.parse(at('pubmed-nlm-ama.json')) as {entries: readonly Entry[]})
    : {entries: []}

  test.each(names)('%s prints every record of PubMed as citeproc does', (id, file) => {
    const style = cslStyle({id, style: at(`csl/${file}.csl`), locales: english})
    for (const entry of entries) {
      const {report} = new Reporter(new Map(), undefined)
      const [read] = readReferences(JSON.stringify([entry.csl]), 'a.json', [], report)
      expect(read && plainText(style.entry(read.reference, 'en'))).toBe(entry[id])
    }
  })

  test.each(names)('%s prints any cluster as citeproc does', (id, file) => {
    const source = at(`csl/${file}.csl`)
    const style = cslStyle({id, style: source, locales: english})
    const ids = Array.from({length: 12}, (_, index) => `k${index + 1}`)
    const engine = new CSL.Engine(
      {retrieveLocale: () => english, retrieveItem: key => ({id: key, type: 'book', title: key})},
      source,
    )
    engine.setOutputFormat('text')
    engine.updateItems(ids)
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({min: 1, max: 12}), {minLength: 1, maxLength: 8}), numbers => {
        const ours = textOf(
          style,
          numbers.map(number => ({key: `k${number}`, number})),
        )
        expect(ours).toBe(engine.makeCitationCluster(numbers.map(number => ({id: `k${number}`}))))
      }),
      {numRuns: 300},
    )
    expect(textOf(style, [{key: 'k2', number: 2, locator: 'p. 7'}])).toBe(
      engine.makeCitationCluster([{id: 'k2', locator: '7', label: 'page'}]),
    )
  })

  test('AMA raises its numbers', () => {
    const style = cslStyle({id: 'ama', style: at('csl/american-medical-association.csl'), locales: english})
    expect(style.raised).toBe(true)
  })
})
