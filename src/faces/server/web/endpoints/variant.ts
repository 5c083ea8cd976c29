import {createRoute, z} from '@hono/zod-openapi'
import {type Format, formats} from '../../../../internal.ts'
import type {DefineEndpoint} from '../endpoint.ts'
import {formatFor} from '../negotiation.ts'
import {Problem} from '../problem.ts'
import {readQuery} from '../read-input.ts'
import {problemsOf} from '../responses.ts'
import {variantAnswer, variantQuery} from '../schemas.ts'
import {sendTarget} from '../send-target.ts'

/** One variant of an article. */
export const variant: DefineEndpoint = site => {
  const query = variantQuery(site.config)
  return {
    name: 'variant',
    pattern: '/v1/articles/:slug{.+}',
    route: createRoute({
      method: 'get',
      path: '/v1/articles/{slug}',
      operationId: 'getVariant',
      tags: ['Articles'],
      summary: 'One variant of an article',
      description:
        'The bytes are those of the library and of a static build. HTML is the fragment, unless `page=true`.',
      request: {
        params: z.object({slug: z.string().openapi({description: 'May hold slashes, raw or as `%2F`'})}),
        query,
        headers: z.object({
          'if-none-match': z.string().optional().openapi({description: 'Entity tag that is known'}),
        }),
      },
      responses: {
        200: {
          description: 'The variant',
          content: {
            'text/html': {schema: z.string()},
            'text/plain': {schema: z.string()},
            'text/markdown': {schema: z.string()},
            'application/json': {schema: variantAnswer},
          },
          headers: {
            ETag: {schema: {type: 'string'}, description: 'Strong entity tag of the bytes'},
            Link: {schema: {type: 'string'}, description: 'The same article for other audiences'},
            'Parlance-Stale': {
              schema: {type: 'string'},
              description: '`true`: the last good version of an article that has errors now',
            },
          },
        },
        304: {description: 'It is what the caller has'},
        ...problemsOf(
          'unknown-parameter',
          'unknown-value',
          'missing-parameter',
          'not-found',
          'not-served',
          'not-acceptable',
          'content-errors',
        ),
      },
    }),
    answer: async context => {
      const {audience, citationStyle, format, page, ...dimensions} = readQuery(query, context.req.queries())
      context.set('audience', audience)
      const slug = context.req.param('slug') ?? ''
      return sendTarget(
        context,
        site,
        {
          kind: 'variant',
          face: 'api',
          slug,
          audience,
          format: format ?? accepted(context.req.header('accept')),
          page: page === 'true',
          citationStyle,
          dimensions,
        },
        format === undefined,
      )
    },
  }
}

function accepted(accept: string | undefined): Format {
  const format = formatFor(accept)
  if (format !== undefined) return format
  throw new Problem('not-acceptable', {
    detail: 'None of the formats is acceptable to the caller.',
    allowed: Object.values(formats).map(({mediaType}) => mediaType),
  })
}
