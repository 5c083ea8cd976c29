import {createRoute, z} from '@hono/zod-openapi'
import type {DefineEndpoint} from '../endpoint.ts'
import {Problem} from '../problem.ts'
import {problemsOf} from '../responses.ts'

const plain = {'text/plain': {schema: z.string()}}
const fresh = {'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store'}

/** Whether the process answers at all. */
export const health: DefineEndpoint = () => ({
  name: 'health',
  route: createRoute({
    method: 'get',
    path: '/healthz',
    operationId: 'getHealth',
    tags: ['Server'],
    summary: 'The process answers',
    security: [],
    responses: {200: {description: 'It does', content: plain}},
  }),
  answer: () => new Response('ok\n', {headers: fresh}),
})

/** Whether requests should be sent here. */
export const readiness: DefineEndpoint = site => ({
  name: 'readiness',
  route: createRoute({
    method: 'get',
    path: '/readyz',
    operationId: 'getReadiness',
    tags: ['Server'],
    summary: 'Requests can be sent here',
    description: 'Not while the server stops, nor while its content cannot be read.',
    security: [],
    responses: {200: {description: 'They can', content: plain}, ...problemsOf('unavailable')},
  }),
  answer: () => {
    const why = site.unready()
    if (why !== undefined) throw new Problem('unavailable', {detail: why, headers: {'Retry-After': '5'}})
    return new Response('ready\n', {headers: fresh})
  },
})

/** What happened so far, in numbers. */
export const metrics: DefineEndpoint = site => ({
  name: 'metrics',
  route: createRoute({
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    tags: ['Server'],
    summary: 'Numbers for Prometheus',
    responses: {200: {description: 'In its text format', content: plain}, ...problemsOf('not-found')},
  }),
  answer: async () => {
    const numbers = await site.metrics?.()
    if (numbers === undefined) throw new Problem('not-found', 'This server counts nothing.')
    return new Response(numbers.body, {headers: {...fresh, 'Content-Type': numbers.type}})
  },
})
