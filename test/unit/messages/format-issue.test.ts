import {expect, test} from 'vitest'
import * as z from 'zod/mini'
import {formatIssue} from '../../../src/core/messages/format-issue.ts'

const map = z.strictObject({a: z.string()})

test.each<[string, z.ZodMiniType, unknown, string]>([
  ['a text', z.string(), 5, 'a text'],
  ['a number', z.number(), 'x', 'a number'],
  ['a whole number', z.int(), 1.5, 'a whole number'],
  ['a switch', z.boolean(), 'yes', '`true` or `false`'],
  ['a list', z.array(z.string()), 'x', 'a list'],
  ['a map', map, 'x', 'a map'],
  ['a map of any keys', z.record(z.string(), z.string()), [], 'a map'],
  ['a choice', z.enum(['a', 'b', 'c']), 'd', '`a`, `b` or `c`'],
  ['the only choice', z.literal('a'), 'd', '`a`'],
  ['a list that is empty', z.array(z.string()).check(z.minLength(1)), [], 'a list with something in it'],
  ['a number that is small', z.number().check(z.gte(3)), 2, 'at least 3'],
  ['one of several forms', z.union([z.string(), z.array(z.string()), map]), 5, 'a text, a list or a map'],
  ['one of two texts', z.union([z.string(), z.string()]), 5, 'a text'],
  ['words of its own', z.union([z.string(), map], {error: 'a name'}), 5, 'a name'],
  ['what none of these says', z.string().check(z.refine(() => false)), 'x', 'something else'],
])('%s', (_, schema, value, expected) => {
  const {error} = z.safeParse(schema, value, {error: formatIssue})
  expect(error?.issues.map(({message}) => message)).toEqual([expected])
})
