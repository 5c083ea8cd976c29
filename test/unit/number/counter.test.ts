import {expect, test} from 'vitest'
import {CitationCounter, type NumberingContext} from '../../../src/core/4-number/citations.ts'
import {groupOf} from '../../../src/core/citations/references/group-of.ts'
import type {
  Citation,
  CitationItem,
  CitationStyle,
  CitedWorks,
  NumberedItem,
  PrintedWorks,
  Reference,
  ReferenceGroup,
} from '../../../src/core/language/index.ts'

const references = new Map<string, Reference>(
  ['a', 'b', 'c', 'd'].map(id => [id, {id, type: id === 'c' ? 'report' : 'book'}]),
)
const books: ReferenceGroup = {id: 'book', label: 'Books', types: ['book']}
const reports: ReferenceGroup = {id: 'report', label: 'Reports', types: ['report']}

/** `a b@p. 5`: keys with locators. */
const cite = (items: string): Citation => ({
  type: 'citation',
  items: items.split('; ').map((item): CitationItem => {
    const [key = '', locator] = item.split('@')
    return locator === undefined ? {key} : {key, locator}
  }),
})

const style: CitationStyle = {
  id: 'plain',
  cluster: items => [
    ...items.map(({key, number}) => ({type: 'link' as const, key, number, value: `[${number}]`})),
    {type: 'text', value: '.'},
  ],
  entry: () => [],
}

function finish(citations: readonly Citation[], context: Partial<NumberingContext> = {}) {
  const counter = new CitationCounter(references)
  for (const citation of citations) counter.add(citation)
  return counter.finish({
    style,
    locale: 'en',
    rule: {stable: false},
    groups: [],
    groupOf: () => undefined,
    citable: [],
    entryOf: ({id}) => [{type: 'text', value: id}],
    ...context,
  })
}

const orderOf = (...given: Parameters<typeof finish>): string =>
  finish(...given)
    .order.map(({key, number}) => `${key}${number}`)
    .join(' ')

test.each([
  {why: 'as they come', cited: ['b; a', 'a; c'], context: {}, want: 'b1 a2 c3'},
  {why: 'unknown ones not', cited: ['x; b', 'x'], context: {}, want: 'b1'},
  {
    why: 'stable, in source order',
    cited: ['b'],
    context: {rule: {stable: true}, citable: ['a', 'x', 'b']},
    want: 'b2',
  },
  {
    why: 'stable, what is cited elsewhere last',
    cited: ['d; a'],
    context: {rule: {stable: true}, citable: ['a']},
    want: 'a1 d2',
  },
  {
    why: 'down groups',
    cited: ['a; c; b'],
    context: {rule: {stable: false, by: 'list' as const}, groups: [reports, books], groupOf},
    want: 'c1 a2 b3',
  },
  {
    why: 'by appearance despite groups',
    cited: ['a; c; b'],
    context: {rule: {stable: false, by: 'appearance' as const}, groups: [reports, books], groupOf},
    want: 'a1 c2 b3',
  },
  {
    why: 'what is in no group last',
    cited: ['a; c'],
    context: {
      rule: {stable: false, by: 'list' as const},
      groups: [books, reports],
      groupOf: ({id}: Reference) => (id === 'c' ? reports : undefined),
    },
    want: 'c1 a2',
  },
  {
    why: 'what is in a group of others last',
    cited: ['a; c'],
    context: {
      rule: {stable: false, by: 'list' as const},
      groups: [reports],
      groupOf: ({id}: Reference) => (id === 'c' ? reports : books),
    },
    want: 'c1 a2',
  },
  {
    why: 'as a style sorts them',
    cited: ['a; c; b'],
    context: {style: {...style, order: () => ['c', 'b', 'a']}},
    want: 'c1 b2 a3',
  },
  {
    why: 'as a style sorts them, what it leaves out at its place',
    cited: ['b; a; c; d'],
    context: {style: {...style, order: () => ['c', 'b']}},
    want: 'c1 b2 a3 d4',
  },
  {
    why: 'down groups, and within them as a style sorts',
    cited: ['a; c; b'],
    context: {style: {...style, order: () => ['b', 'a', 'c']}, groups: [reports, books], groupOf},
    want: 'c1 b2 a3',
  },
  {
    why: 'by appearance, though a style sorts',
    cited: ['a; c'],
    context: {style: {...style, order: () => ['c', 'a']}, rule: {stable: false, by: 'appearance' as const}},
    want: 'a1 c2',
  },
])('works are numbered $why', ({cited, context, want}) => {
  expect(orderOf(cited.map(cite), context)).toBe(want)
})

test('a cluster is printed of what is known, with locators', () => {
  const asked: (readonly NumberedItem[])[] = []
  const printing: CitationStyle = {
    ...style,
    cluster: items => {
      asked.push(items)
      return []
    },
  }
  const citations = finish([cite('b@p. 5; x; a'), cite('x')], {style: printing}).citations
  expect(asked).toEqual([
    [
      {key: 'b', number: 1, locator: 'p. 5'},
      {key: 'a', number: 2},
    ],
    [],
  ])
  expect(asked[0]?.map(item => 'locator' in item)).toEqual([true, false])
  expect([...citations.values()].map(({parts}) => parts)).toEqual([[], []])
})

test('each citation of a work is counted, once for a cluster', () => {
  const clusters = ['a', 'a@p. 5; b; a@p. 7', 'a; x'].map(cite)
  const {citations, references: sections} = finish(clusters)
  expect(clusters.map(cluster => [...(citations.get(cluster)?.calls ?? [])])).toEqual([
    [['a', 1]],
    [
      ['a', 2],
      ['b', 1],
    ],
    [['a', 3]],
  ])
  expect(sections).toEqual([
    {
      label: '',
      entries: [
        {
          key: 'a',
          number: 1,
          calls: 3,
          reference: references.get('a'),
          content: [{type: 'text', value: 'a'}],
        },
        {
          key: 'b',
          number: 2,
          calls: 1,
          reference: references.get('b'),
          content: [{type: 'text', value: 'b'}],
        },
      ],
    },
  ])
})

test('the list has a section for each group that something is cited of, and one for the rest', () => {
  const listed = (context: Partial<NumberingContext>) =>
    finish([cite('a; c; d')], context).references.map(({label, entries}) => [
      label,
      entries.map(({key}) => key).join(' '),
    ])
  const other: ReferenceGroup = {id: 'other', label: 'Others', types: []}
  expect(listed({groups: [other, reports, books], groupOf})).toEqual([
    ['Reports', 'c'],
    ['Books', 'a d'],
  ])
  const some = ({id}: Reference) => (id === 'c' ? reports : undefined)
  expect(listed({groups: [reports], groupOf: some})).toEqual([
    ['Reports', 'c'],
    ['', 'a d'],
  ])
})

test('what two clusters print tells them apart', () => {
  const prints = (clusters: readonly Citation[], raised = false): (string | undefined)[] => {
    const {citations} = finish(clusters, {style: {...style, ...(raised && {raised})}})
    return clusters.map(cluster => citations.get(cluster)?.print)
  }
  expect(prints(['a', 'b; x', 'a'].map(cite))).toEqual([
    '1#a1#3:[1]1:.1@a1;',
    '1#b2#3:[2]1:.1@b1;',
    '1#a1#3:[1]1:.1@a2;',
  ])
  expect(prints([cite('a')], true)).toEqual(['^1#a1#3:[1]1:.1@a1;'])
})

test('a raised style raises its clusters, no other does', () => {
  const [plain, raised] = [false, true].map(raises => {
    const cluster = cite('a')
    return finish([cluster], {style: {...style, raised: raises}}).citations.get(cluster)
  })
  expect(plain).not.toHaveProperty('raised')
  expect(raised).toHaveProperty('raised', true)
})

test('a style without numbers prints a whole variant', () => {
  const asked: (readonly [CitedWorks, string])[] = []
  const printed: PrintedWorks = {
    clusters: [[{type: 'text', value: '(B)'}]],
    entries: ['c', 'gone', 'b'].map(key => ({key, content: [{type: 'text', value: key}]})),
  }
  const print: CitationStyle['print'] = (cited, locale) => {
    asked.push([cited, locale])
    return printed
  }
  const clusters = [cite('b@p. 5; x; c'), cite('b')]
  const {
    citations,
    order,
    references: sections,
    numbered,
  } = finish(clusters, {
    style: {...style, print},
    locale: 'de',
  })
  expect(asked).toEqual([
    [
      {
        clusters: [[{key: 'b', locator: 'p. 5'}, {key: 'c'}], [{key: 'b'}]],
        references: [references.get('b'), references.get('c')],
      },
      'de',
    ],
  ])
  expect(numbered).toBe(false)
  expect(order).toEqual([
    {key: 'c', number: 1},
    {key: 'b', number: 3},
  ])
  expect(sections[0]?.entries.map(({key, content, calls}) => [key, content, calls])).toEqual([
    ['c', [{type: 'text', value: 'c'}], 1],
    ['b', [{type: 'text', value: 'b'}], 2],
  ])
  expect(clusters.map(cluster => citations.get(cluster)?.parts)).toEqual([[{type: 'text', value: '(B)'}], []])
})

test('numbers are reported of a style that numbers', () => {
  expect(finish([cite('a')]).numbered).toBe(true)
})
