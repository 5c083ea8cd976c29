import type {Nodes} from 'mdast'
import {describe, expect, test} from 'vitest'
import {compile} from '../../../../src/api/compile.ts'
import {Sight} from '../../../../src/checks/visibility/sight.ts'
import type {Document} from '../../../../src/core/language/index.ts'
import {audiences, branchRows} from '../../../support/branch-rows.ts'

const sightOf = (document: Document, audience: string, region?: string): Sight =>
  new Sight(document, {audience, dimensions: new Map(region === undefined ? [] : [['region', region]])})

describe('which wording of a text a reader may see', () => {
  const empty = compile('')
  const document: Document = {...empty, settings: {...empty.settings, audiences}}

  test.each(branchRows)('$why', ({who, region, branches, want}) => {
    const group = {group: 'title', branches: branches.map((match, index) => ({match, text: `${index}`}))}
    expect(sightOf(document, who, region).text(group)).toBe('branch' in want ? `${want.branch}` : undefined)
  })

  test('no text', () => {
    expect(sightOf(document, 'patient').text(undefined)).toBeUndefined()
  })
})

const config = {dimensions: {region: ['us', 'eu']}}

/** The texts of a source that a reader may see, those of notes that are not called in brackets. */
function seen(source: string, who = 'patient', region?: string): string {
  const sight = sightOf(compile(source, {config}), who, region)
  const texts: string[] = []
  for (const [node, {guard}] of sight.sources.byNode) {
    if (!isText(node) || !sight.permits(guard)) continue
    texts.push(sight.sees(guard) ? node.value.trim() : `(${node.value.trim()})`)
  }
  return texts.join('|')
}

const isText = (node: Nodes): node is Extract<Nodes, {type: 'text'}> => node.type === 'text'

const text = (...lines: readonly string[]): string => lines.join('\n')

test.each([
  {source: 'a :clinician[b] c', who: 'patient', want: 'a|c'},
  {source: 'a :clinician[b] c', who: 'clinician', want: 'a|b|c'},
  {source: 'a :only[b *c*:clinician[d]]{not=student}', who: 'patient', want: 'a|b|c'},
  {source: 'a :only[b]{region=us}', who: 'patient', region: 'us', want: 'a|b'},
  {source: 'a :only[b]{region=us}', who: 'patient', region: 'eu', want: 'a'},
  {source: 'a :only[b]{region=us}', who: 'patient', want: 'a'},
  {source: '---\nnot: patient\n---\na', who: 'patient', want: ''},
  {source: 'a :say[b]{clinician=c}', who: 'patient', want: 'a|b'},
  {source: 'a :say[b]{clinician=c}', who: 'clinician', want: 'a|c'},
  {source: 'a :say[b]{clinician=c}', who: 'student', want: 'a|c'},
  {
    source: text('::::variants', ':::clinician', 'a', ':::', ':::patient{omit="no"}', ':::', '::::'),
    who: 'patient',
    want: '',
  },
  {source: text('| a | :clinician{} b |', '| - | - |', '| c | d |'), who: 'patient', want: 'a|c'},
  {
    source: text('| a | b |', '| - | - |', '| :clinician{} c | d |', '| e | f |'),
    who: 'patient',
    want: 'a|b|e|f',
  },
  {source: text('a[^n]', '', '[^n]: b'), who: 'patient', want: 'a|b'},
  {source: text('a :clinician[c[^n]]', '', '[^n]: b'), who: 'patient', want: 'a|(b)'},
  {source: text('a :clinician[c[^n]]', '', '[^n]: b[^m]', '[^m]: d'), who: 'patient', want: 'a|(b)|(d)'},
  {source: text('a[^m]', '', '[^n]: d', '[^m]: b[^n]'), who: 'patient', want: 'a|d|b'},
])('$who in $region sees $want of $source', ({source, who, region, want}) => {
  expect(seen(source, who, region)).toBe(want)
})

test('the sources of a page by what they are', () => {
  const source =
    'a :cite[x] :term[inr] :say[b]{clinician=c}[^n]\n\n[^n]: d\n\n::::variants\n:::otherwise\ne\n:::\n::::'
  const references = [{id: 'x', type: 'book', title: 'X'}]
  const {sources} = sightOf(compile(source, {references, glossary: {inr: 'INR'}}), 'patient')
  const types = (of: readonly {node: Nodes}[]): string => of.map(({node}) => node.type).join(' ')
  expect([sources.citations, sources.terms, sources.calls, sources.groups].map(types)).toEqual([
    'citation',
    'term',
    'footnoteReference',
    'say variants',
  ])
})

test('what is the same for all below it is uniform', () => {
  const {sources} = sightOf(compile('*a*\n\nb :clinician[c]\n\nd[^n]\n\n[^n]: e'), 'patient')
  const uniform = [...sources.byNode.values()].filter(source => source.uniform).map(({node}) => node.type)
  expect([...sources.byNode.values()].filter(source => !source.uniform).map(({node}) => node.type)).toEqual([
    'paragraph',
    'root',
  ])
  expect(uniform).toContain('footnoteDefinition')
})
