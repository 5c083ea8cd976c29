import {createRoute, type z} from '@hono/zod-openapi'
import type {PageHead} from '../../../../internal.ts'
import type {DefineEndpoint} from '../endpoint.ts'
import {Problem} from '../problem.ts'
import {readQuery} from '../read-input.ts'
import {jsonContent, problemsOf} from '../responses.ts'
import {articlesAnswer, articlesQuery} from '../schemas.ts'
import {sendJson} from '../send-json.ts'

/** All pages by slug, some at a time. */
export const articles: DefineEndpoint = site => ({
  name: 'articles',
  route: createRoute({
    method: 'get',
    path: '/v1/articles',
    operationId: 'listArticles',
    tags: ['Articles'],
    summary: 'All articles by slug, some at a time',
    request: {query: articlesQuery},
    responses: {
      200: {description: 'Articles, and where to go on', content: jsonContent(articlesAnswer)},
      ...problemsOf('unknown-parameter', 'unknown-value'),
    },
  }),
  answer: context => {
    const {cursor, limit} = readQuery(articlesQuery, context.req.queries())
    const after = cursor === undefined ? undefined : slugOf(cursor)
    const pages = site.content.pages()
    const start = after === undefined ? 0 : firstAfter(pages, after)
    const some = pages.slice(start, start + limit)
    const last = some.at(-1)
    const isMore = last !== undefined && start + limit < pages.length
    const next = isMore ? cursorOf(last.slug) : null
    const headers = new Headers(
      next === null ? {} : {Link: `</v1/articles?limit=${limit}&cursor=${next}>; rel="next"`},
    )
    const answer: z.infer<typeof articlesAnswer> = {articles: some.map(toArticle), next}
    return sendJson(context, site, answer, headers)
  },
})

/** Pages stand in the order of their slugs, so that a list goes on rightly where pages have come and gone. */
function firstAfter(pages: readonly PageHead[], slug: string): number {
  const index = pages.findIndex(page => page.slug > slug)
  return index < 0 ? pages.length : index
}

function toArticle({slug, title, description, locale, audiences, updated, status}: PageHead) {
  return {
    slug,
    title,
    ...(description !== undefined && {description}),
    locale,
    audiences: [...audiences],
    ...(updated !== undefined && {updated}),
    ...(status !== undefined && {reviewStatus: status}),
  }
}

/** Opaque to callers; base64url. */
function cursorOf(slug: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(slug))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function slugOf(cursor: string): string {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0))
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw new Problem('unknown-value', '`cursor` must be the `next` of an earlier answer.')
  }
}
