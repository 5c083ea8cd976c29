import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {entriesOf} from '../../../src/core/4-number/entries.ts'
import type {CitationStyle, Reference} from '../../../src/core/language/index.ts'
import {forgetful} from '../../support/select-source.ts'

const style = (id: string, asked: string[] = []): CitationStyle => ({
  id,
  cluster: () => [],
  entry: (reference, locale) => {
    asked.push(reference.id)
    return [{type: 'text', value: `${id} ${reference.id} ${locale}`}]
  },
})

const one: Reference = {id: 'one', type: 'book'}

test('an entry is printed once for each style', () => {
  const document = compile('', {config: {locale: 'de'}})
  const asked: string[] = []
  const short = style('short', asked)
  const entry = entriesOf(document, short)(one)
  expect(entry).toEqual([{type: 'text', value: 'short one de'}])
  expect(entriesOf(document, short)(one)).toBe(entry)
  expect(asked).toEqual(['one'])
  expect(entriesOf(document, style('long'))(one)).toEqual([{type: 'text', value: 'long one de'}])
})

test('without a memory it is printed once for each call', () => {
  const document = forgetful(compile(''))
  const asked: string[] = []
  const short = style('short', asked)
  const entryOf = entriesOf(document, short)
  expect(entryOf(one)).toBe(entryOf(one))
  entriesOf(document, short)(one)
  expect(asked).toEqual(['one', 'one'])
})
