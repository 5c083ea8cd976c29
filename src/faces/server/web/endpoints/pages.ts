import {createRoute, z} from '@hono/zod-openapi'
import type {Context} from 'hono'
import {formatNames, formats} from '../../../../internal.ts'
import type {DefineEndpoint} from '../endpoint.ts'
import {Problem} from '../problem.ts'
import {readChoices} from '../read-input.ts'
import {problemsOf} from '../responses.ts'
import {choicesOf} from '../schemas.ts'
import {sendTarget} from '../send-target.ts'
import type {Env, ServedSite} from '../site.ts'
import type {Target} from '../target.ts'

/** Files of the whole site that crawlers ask for. */
const siteFiles: readonly string[] = ['robots.txt', 'sitemap.xml']

/** Readers' pages, at the addresses that a build writes them to. */
export const pages: DefineEndpoint = site => ({
  name: 'pages',
  pattern: '/:path{.*}',
  route: createRoute({
    method: 'get',
    path: '/{path}',
    operationId: 'getPage',
    tags: ['Readers’ pages'],
    summary: 'Readers’ pages',
    description:
      '`/`: all pages; `/{audience}/`: those of one audience, with a search; `/{slug}/`: the question; `/{audience}/{slug}/`: the variant.',
    request: {params: z.object({path: z.string()})},
    responses: {
      200: {description: 'A whole page', content: {'text/html': {schema: z.string()}}},
      304: {description: 'It is what the caller has'},
      308: {description: 'The address ends with a slash'},
      ...problemsOf('unknown-value', 'not-found', 'not-served', 'content-errors'),
    },
  }),
  answer: async context => {
    const path = context.req.param('path') ?? ''
    const target = targetOf(path, context, site)
    if (target === undefined) throw new Problem('not-found', 'There is no such page.')
    if (target.kind === 'variant') context.set('audience', target.audience)
    const isFile = target.kind === 'site' ? path.endsWith(target.file) : /(?:^|\/)index\.[a-z]+$/.test(path)
    if (!isFile && path !== '' && !path.endsWith('/')) return redirect(context)
    return sendTarget(context, site, target, false)
  },
})

/** Pages link to one another from where they stand, so each has one address. */
function redirect(context: Context<Env>): Response {
  const url = new URL(context.req.url)
  return new Response(null, {
    status: 308,
    headers: {Location: `${url.pathname}/${url.search}`, 'Cache-Control': 'public, max-age=3600'},
  })
}

function targetOf(path: string, context: Context<Env>, site: ServedSite): Target | undefined {
  const bare = path.replace(/\/$/, '').replace(/(?:^|\/)index\.html$/, '')
  if (bare === '') return {kind: 'site', file: 'index.html'}
  if (siteFiles.includes(path)) return {kind: 'site', file: path}
  if (site.content.has(bare)) return {kind: 'question', slug: bare}
  const [audience = '', ...rest] = bare.split('/')
  if (!site.config.settings.audiences.has(audience)) return undefined
  if (rest.length === 0) return {kind: 'site', file: `${audience}/index.html`}
  const below = rest.join('/')
  if (below === 'search.json') return {kind: 'site', file: `${audience}/${below}`}
  const [, named, extension = 'html'] = /^(.*)\/index\.([a-z]+)$/.exec(below) ?? []
  const format = formatNames.find(name => formats[name].extension === extension)
  const slug = named ?? below
  if (format === undefined || !site.content.has(slug)) return undefined
  return {
    kind: 'variant',
    face: 'site',
    slug,
    audience,
    format,
    page: true,
    citationStyle: undefined,
    dimensions: dimensionsOf(audience, context, site),
  }
}

/**
 * Values of the declared dimensions; what else stands in the query of a page, such as where a reader comes
 * from, says nothing.
 */
function dimensionsOf(audience: string, context: Context<Env>, {config}: ServedSite): Record<string, string> {
  const given = Object.entries(context.req.query()).filter(([name]) => config.settings.dimensions.has(name))
  const {
    audience: _,
    citationStyle: _style,
    ...dimensions
  } = readChoices(choicesOf(config), {
    ...Object.fromEntries(given),
    audience,
  })
  return dimensions
}
