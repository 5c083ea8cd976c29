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
