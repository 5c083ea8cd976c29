import type * as z from 'zod/mini'

/** What may stand where a value is of a wrong type. */
const types: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: '`true` or `false`',
  int: 'a whole number',
  number: 'a number',
  object: 'a map',
  record: 'a map',
  string: 'a text',
}

/**
 * What may stand in the place of a value, where its schema has no words of its own: it follows “must be”.
 *
 * @param issue As zod gives it to an error map, after the issues of its unions.
 */
export function formatIssue(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(value => `\`${String(value)}\``))
  if (issue.code === 'invalid_union')
    return oneOf(issue.errors.flatMap(errors => errors.filter(isOfWhole).map(({message}) => message)))
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? 'a list with something in it' : `at least ${issue.minimum}`
  return 'something else'
}

function isOfWhole({path}: {readonly path: readonly PropertyKey[]}): boolean {
  return path.length === 0
}

function oneOf(all: readonly string[]): string {
  const [last = 'something else', ...others] = [...new Set(all)].reverse()
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`
}
