import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {sortTerms} from '../../../src/core/4-number/glossary.ts'
import type {SelectedTerm} from '../../../src/core/language/index.ts'

const terms = (...words: readonly string[]): SelectedTerm[] =>
  words.map(word => {
    const [term = '', id = term] = word.split('=')
    return {id, term, definition: undefined}
  })

test.each([
  {locale: 'en', given: terms('b', 'a', 'c'), want: ['a', 'b', 'c']},
  {locale: 'en', given: terms('zebra', 'ångström', 'apple'), want: ['ångström', 'apple', 'zebra']},
  {locale: 'sv', given: terms('zebra', 'ångström', 'apple'), want: ['apple', 'zebra', 'ångström']},
  {locale: 'en', given: terms('B', 'a'), want: ['a', 'B']},
  {locale: 'en', given: terms('word=2', 'word=3', 'word=1', 'a=9'), want: ['9', '1', '2', '3']},
  {locale: 'en', given: terms('word=1', 'word=2'), want: ['1', '2']},
  {locale: 'en', given: [], want: []},
])('$want in $locale', ({locale, given, want}) => {
  const before = [...given]
  expect(sortTerms(given, compile('', {config: {locale}})).map(({id}) => id)).toEqual(want)
  expect(given).toEqual(before)
})

test('one term needs no order', () => {
  const one = terms('a')
  expect(sortTerms(one, compile(''))).toBe(one)
})
