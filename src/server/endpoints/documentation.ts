import {createRoute, z} from '@hono/zod-openapi'
import type {DefineEndpoint} from '../endpoint.ts'
import {Problem} from '../problem.ts'
import {jsonContent, problemsOf} from '../responses.ts'
import {sendJson} from '../send-json.ts'

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

/** The page of the documentation may run its own script and ask its own server, nothing else. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

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
  answer: context => {
    const asset = site.docs?.get(context.req.param('file') ?? '')
    if (asset === undefined) throw new Problem('not-found', 'There is no such file.')
    const headers = {
      'Content-Type': asset.type,
      'Content-Security-Policy': policy,
      'Cache-Control': 'public, max-age=3600',
    }
    return new Response(asset.body, {headers})
  },
})
