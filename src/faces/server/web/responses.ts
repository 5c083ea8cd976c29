import type {z} from '@hono/zod-openapi'
import {type ProblemKind, problems} from './problem.ts'
import {problem} from './schemas.ts'

/** An answer of JSON, as OpenAPI describes it. */
export function jsonContent(schema: z.ZodType) {
  return {'application/json': {schema}}
}

/** Answers that are problems, by status, as OpenAPI describes them. */
export function problemsOf(...kinds: readonly ProblemKind[]) {
  const byStatus = new Map<number, string[]>()
  for (const kind of ['unauthorized', 'unavailable', 'internal-error', ...kinds] as const) {
    const {status, title} = problems[kind]
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${title} (\`${kind}\`)`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, titles]) => [
      status,
      {description: titles.join('; '), content: {'application/problem+json': {schema: problem}}},
    ]),
  )
}
