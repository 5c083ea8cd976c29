import {createRoute, z} from '@hono/zod-openapi'
import type {DefineEndpoint} from '../endpoint.ts'
import {jsonContent, problemsOf} from '../responses.ts'
import {sendJson} from '../send-json.ts'
import {sendTarget} from '../send-target.ts'

/** The description of the interface. */
export const openapi: DefineEndpoint = site => ({
  name: 'openapi',
  route: createRoute({
    method: 'get',
    path: '/openapi.json',
    operationId: 'getDescription',
    tags: ['Server'],
    summary: 'This description',
    responses: {
      200: {
        description: 'OpenAPI 3.1',
        content: jsonContent(z.looseObject({openapi: z.string()}).openapi('OpenAPI')),
      },
      ...problemsOf(),
    },
  }),
  answer: context => sendJson(context, site, site.openapi()),
})

/** The documentation's page and its files. */
export const docs: DefineEndpoint = site => ({
  name: 'docs',
  pattern: '/docs/:file?',
  route: createRoute({
    method: 'get',
    path: '/docs',
    operationId: 'getDocumentation',
    tags: ['Server'],
    summary: 'This description as a page',
    responses: {
      200: {description: 'A page that needs no other network', content: {'text/html': {schema: z.string()}}},
      ...problemsOf('not-found'),
    },
  }),
  answer: context => sendTarget(context, site, {kind: 'asset', file: context.req.param('file') ?? ''}, false),
})

/** What a rule or a kind of problem means: the `type` of problems names this page. */
export const ruleDocs: DefineEndpoint = site => ({
  name: 'rule-docs',
  pattern: '/docs/rules/:id',
  route: createRoute({
    method: 'get',
    path: '/docs/rules/{id}',
    operationId: 'getRule',
    tags: ['Server'],
    summary: 'What a rule or a kind of problem means',
    request: {
      params: z.object({id: z.string().openapi({description: 'Rule of a message, or kind of a problem'})}),
    },
    responses: {
      200: {description: 'A page that needs no other network', content: {'text/html': {schema: z.string()}}},
      ...problemsOf('not-found'),
    },
  }),
  answer: context => {
    const rule = context.req.param('id') ?? ''
    return sendTarget(context, site, {kind: 'asset', file: `rules/${rule}`, rule}, false)
  },
})
