import {expect, test} from 'vitest'
import {keysAt} from '../../../src/core/config/keys-at.ts'
import {rules} from '../../../src/core/messages/rules.ts'

test.each([
  ['a list', ['audiences', 0], ['id', 'label', 'description', 'is']],
  ['a map', ['locales', 'es'], ['labels', 'audiences']],
  ['a map in a map', ['locales', 'es', 'audiences', 'nurse'], ['label', 'description', 'disclaimer']],
  ['a choice', ['dimensions', 'region'], ['label', 'values', 'default']],
  ['a map of choices', ['citationStyles', 'house'], ['file', 'locale']],
])('keys below %s', (_, path, keys) => {
  expect(keysAt(path).slice(0, keys.length)).toEqual(keys)
})

test('keys of a map that may have some only', () => {
  expect(keysAt(['rules'])).toEqual(Object.keys(rules))
})

test.each([[['outDir']], [['vars', 'brand']], [['audiences', 0, 'label', 'x']], [['unknown', 'deeper']]])(
  'no keys at %j',
  path => {
    expect(keysAt(path)).toEqual([])
  },
)
