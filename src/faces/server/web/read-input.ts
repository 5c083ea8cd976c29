import type {z} from '@hono/zod-openapi'
import {explain} from '../../../internal.ts'
import {Problem} from './problem.ts'

/** Values nested deeper than this stand in no body that can be used. */
const deepest = 64

/**
 * The query of a request.
 *
 * @param given Values by name, as often as they are given.
 * @throws {Problem} For the first that is wrong, with what was allowed.
 */
export function readQuery<Schema extends z.ZodObject>(
  schema: Schema,
  given: Readonly<Record<string, readonly string[]>>,
): z.output<Schema> {
  for (const [name, values] of Object.entries(given))
    if (values.length > 1) throw new Problem('unknown-value', `\`${name}\` is given ${values.length} times.`)
  return readChoices(
    schema,
    Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value])),
  )
}

/**
 * Choices by name.
 *
 * @throws {Problem} For the first that is wrong, with what was allowed.
 */
export function readChoices<Schema extends z.ZodObject>(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const unknown = parsed.error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  )[0]
  const names = Object.keys(schema.shape)
  if (unknown !== undefined)
    throw new Problem('unknown-parameter', {
      detail: `Unknown parameter \`${unknown}\`${explain(unknown, names)}`,
      allowed: names,
    })
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0])
  const actual = given[name]
  const allowed = issue?.code === 'invalid_value' ? issue.values.map(String) : []
  const details = {...(allowed.length > 0 && {allowed})}
  if (actual === undefined)
    throw new Problem('missing-parameter', {
      detail: `\`${name}\` is missing. Allowed: ${allowed.map(value => `\`${value}\``).join(', ')}.`,
      ...details,
    })
  if (allowed.length === 0)
    throw new Problem('unknown-value', `\`${name}\` must be ${issue?.message}, not \`${String(actual)}\`.`)
  throw new Problem('unknown-value', {
    detail: `Unknown ${name} \`${String(actual)}\`${explain(String(actual), allowed)}`,
    ...details,
  })
}

/**
 * A body of JSON.
 *
 * @param bytes UTF-8.
 * @throws {Problem} With all that is wrong.
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-8.1 (UTF-8)
 */
export function readBody<Schema extends z.ZodObject>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const value = parseJson(bytes)
  if (isDeeperThan(value, deepest))
    throw new Problem('invalid-body', `The body is nested deeper than ${deepest} levels.`)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const names = Object.keys(schema.shape)
  const errors = parsed.error.issues.flatMap(issue => {
    const path = issue.path.map(String).join('.')
    return issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.map(key => ({path: key, message: `Unknown key${explain(key, names)}`}))
      : [{path, message: issue.message}]
  })
  throw new Problem('invalid-body', {detail: 'The body does not have the form that is asked for.', errors})
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch (error) {
    // What the parser says quotes the body, which may come from someone else than who reads the answer.
    const why = error instanceof SyntaxError ? 'JSON' : 'UTF-8'
    throw new Problem('invalid-body', `The body is not valid ${why}.`)
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > levels) return true
    level = level.flatMap(item => (typeof item === 'object' && item !== null ? Object.values(item) : []))
  }
  return false
}
