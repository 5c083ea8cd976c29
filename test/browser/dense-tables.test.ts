import {characterEntities as table} from 'character-entities'
import {regex} from 'github-slugger/regex.js'
import {expect, test} from 'vitest'
import {anyOf} from '../../src/bundling/browser/any-of.ts'
import {ascending} from '../../src/bundling/browser/ascending.ts'
import {characterEntities} from '../../src/bundling/browser/character-entities.ts'
import {packCharacters, packEntities} from '../../src/bundling/dense-tables.ts'

test('steps lead from number to number, of which an empty one is 1', () => {
  expect(ascending('9  n -2')).toEqual([9, 10, 33, 31])
})

test('every character reference stands for what it stood for', () => {
  const names = Object.keys(table)
  expect(names.length).toBeGreaterThan(2000)
  const read = characterEntities(...packEntities(table))
  expect(Object.keys(read).sort()).toEqual(names.sort())
  expect(names.filter(name => read[name] !== table[name])).toEqual([])
})

test('ids of headings lose the characters that they lost', () => {
  const read = anyOf(packCharacters(regex))
  const different: number[] = []
  for (let point = 0; point <= 0x10_ff_ff; point++) {
    const text = String.fromCodePoint(point)
    if (text.replace(read, '') !== text.replace(regex, '')) different.push(point)
  }
  expect(different).toEqual([])
})

test.each(['\ud83d\ude00\ude00', '\ud83d\ud83d\ude00', 'a\ud800b', '\udc00\ud800'])(
  'surrogates of %j',
  text => {
    expect(text.replace(anyOf(packCharacters(regex)), '')).toBe(text.replace(regex, ''))
  },
)
