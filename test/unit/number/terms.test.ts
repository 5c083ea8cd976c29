import type {Heading} from 'mdast'
import {expect, test} from 'vitest'
import {TermUses} from '../../../src/core/4-number/terms.ts'
import type {SelectedTerm, Term} from '../../../src/core/language/index.ts'

const known = new Map<string, SelectedTerm>([
  ['inr', {id: 'inr', term: 'INR', expansion: 'international normalized ratio', definition: undefined}],
  ['word', {id: 'word', term: 'word', definition: 'x'}],
])

const use = (id: string, labeled?: boolean): Term => ({
  type: 'term',
  id,
  children: [{type: 'text', value: id}],
  ...(labeled !== undefined && {labeled}),
})

const heading = (...children: Term[]): Heading => ({
  type: 'heading',
  depth: 2,
  children: [{type: 'strong', children}],
})

function uses(terms: readonly Term[], headings: readonly Heading[] = []): TermUses {
  const found = new TermUses(known)
  for (const one of headings) found.passOver(one)
  for (const term of terms) found.add(term)
  return found
}

test('the first use of each term, wherever it stands', () => {
  const [a, b, c, d] = [use('inr'), use('word'), use('inr'), use('gone')]
  expect([...uses([a, b, c, d]).first]).toEqual([a, b, d])
  const inHeading = use('inr')
  expect([...uses([inHeading, a], [heading(inHeading)]).first]).toEqual([inHeading])
})

test.each([
  {why: 'at its first use', terms: [use('inr'), use('inr')], at: [0]},
  {
    why: 'not where an author said it otherwise',
    terms: [use('inr', true), use('inr', false), use('inr')],
    at: [1],
  },
  {why: 'not where nothing is to be spelled out', terms: [use('word'), use('gone')], at: []},
])('an abbreviation is spelled out $why', ({terms, at}) => {
  const {expanded, words} = uses(terms)
  expect([...expanded]).toEqual(at.map(index => [terms[index], 'international normalized ratio']))
  expect(words).toBe(3 * at.length)
})

test('an abbreviation is not spelled out in a heading', () => {
  const [above, below] = [use('inr'), use('inr')]
  expect([...uses([above, below], [heading(above)]).expanded.keys()]).toEqual([below])
})
