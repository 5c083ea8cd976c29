import type {FootnoteDefinition, FootnoteReference, Nodes} from 'mdast'
import {expect, test} from 'vitest'
import {FootnoteCounter} from '../../../src/core/4-number/footnotes.ts'

const call = (identifier: string): FootnoteReference => ({type: 'footnoteReference', identifier})
const definitions = new Map(
  ['a', 'b', 'c'].map((identifier): [string, FootnoteDefinition] => [
    identifier,
    {type: 'footnoteDefinition', identifier, children: []},
  ]),
)

test('notes are numbered by their first call, and each call is counted', () => {
  const counter = new FootnoteCounter(definitions)
  const calls = ['b', 'a', 'b', 'gone'].map(call)
  for (const node of calls) counter.add(node)
  const {footnotes, footnoteReferences} = counter.finish()
  expect(footnotes).toEqual([
    {number: 1, identifier: 'b', definition: definitions.get('b'), calls: 2},
    {number: 2, identifier: 'a', definition: definitions.get('a'), calls: 1},
  ])
  expect(calls.map(node => footnoteReferences.get(node))).toEqual([
    {number: 1, call: 1},
    {number: 2, call: 1},
    {number: 1, call: 2},
    undefined,
  ])
})

test('what notes call joins the list while it is gone through', () => {
  const counter = new FootnoteCounter(definitions)
  counter.add(call('b'))
  const visited: (Nodes | undefined)[] = []
  counter.visit(definition => {
    visited.push(definition)
    if (visited.length === 1) for (const identifier of ['c', 'b']) counter.add(call(identifier))
  })
  expect(visited).toEqual([definitions.get('b'), definitions.get('c')])
  expect(
    counter.finish().footnotes.map(({identifier, number, calls}) => [identifier, number, calls]),
  ).toEqual([
    ['b', 1, 2],
    ['c', 2, 1],
  ])
})
