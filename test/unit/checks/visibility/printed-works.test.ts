import {expect, test} from 'vitest'
import {compile} from '../../../../src/api/compile.ts'
import {PrintedWorksCheck} from '../../../../src/checks/visibility/printed-works.ts'
import type {
  Citation,
  CitationStyle,
  ClusterPart,
  NumberedCitation,
  Numbering,
} from '../../../../src/core/language/index.ts'

const link = (key: string, number: number, value: string): ClusterPart => ({type: 'link', key, number, value})
const text = (value: string): ClusterPart => ({type: 'text', value})

/** Prints each number twice: as its place, and alike for all. */
const style: CitationStyle = {
  id: 'own',
  cluster: items => [
    text('['),
    ...items.map(({key, number, ...rest}) => link(key, number, 'locator' in rest ? 'at' : '*')),
    text(']'),
  ],
  entry: ({id}) => [{type: 'text', value: id}],
}

const empty = compile('')
const numbering = {
  style: 'own',
  order: [
    {key: 'a', number: 1},
    {key: 'b', number: 2},
  ],
} as unknown as Numbering // what is looked at of it
const citation: Citation = {type: 'citation', items: [{key: 'a'}, {key: 'b', locator: 'p. 5'}]}

function worksOf(styles: readonly CitationStyle[]): PrintedWorksCheck {
  const settings = {...empty.settings, styles: new Map(styles.map(known => [known.id, known]))}
  return new PrintedWorksCheck({...empty, cache: compile('').cache, settings}, numbering)
}

const cluster = (
  parts: readonly ClusterPart[],
  called: readonly string[] = ['a', 'b'],
): NumberedCitation => ({
  parts,
  calls: new Map(called.map(key => [key, 1])),
  print: '',
})

const right = [text('['), link('a', 1, '*'), link('b', 2, 'at'), text(']')]
const change = (index: number, part: ClusterPart): readonly ClusterPart[] => right.with(index, part)
const whole: CitationStyle = {...style, print: () => ({clusters: [], entries: []})}

test.each([
  {why: 'as the style prints it', parts: right, want: true, loose: true},
  {why: 'with another text', parts: change(0, text('(')), want: false, loose: true},
  {why: 'with a link for a text', parts: change(0, link('a', 1, '[')), want: false, loose: true},
  {why: 'with a text for a link', parts: change(1, text('*')), want: false, loose: true},
  {why: 'with another link', parts: change(1, link('b', 1, '*')), want: false, loose: true},
  {why: 'with another number', parts: change(1, link('a', 2, '*')), want: false, loose: true},
  {why: 'with a link to a work of others', parts: change(1, link('c', 1, '*')), want: false, loose: false},
  {why: 'with fewer parts', parts: right.slice(0, 3), want: false, loose: true},
  {why: 'with more parts', parts: [...right, text('.')], want: false, loose: true},
  {why: 'with a call of others', parts: right, called: ['a', 'c'], want: false, loose: false},
])('a cluster $why', ({parts, called, want, loose}) => {
  expect(worksOf([style]).isCluster(citation, cluster(parts, called))).toBe(want)
  for (const styles of [[], [whole]])
    expect(worksOf(styles).isCluster(citation, cluster(parts, called))).toBe(loose)
})

test('an entry is what the style prints for its work', () => {
  const [a, b] = ['a', 'b'].map(id => ({id, type: 'book'}))
  if (!a || !b) throw new Error('There are no works')
  const works = worksOf([style])
  const content = style.entry(a, 'en')
  expect([works.isEntry(a, content), works.isEntry(a, content), works.isEntry(b, content)]).toEqual([
    true,
    true,
    false,
  ])
  const wrong = style.entry(b, 'en')
  expect([works.isEntry(a, wrong), works.isEntry(a, wrong)]).toEqual([false, false])
  expect([worksOf([]), worksOf([whole])].map(loose => loose.isEntry(a, wrong))).toEqual([true, true])
})
