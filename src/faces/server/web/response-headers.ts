import type {Rendering, ServeSettings} from '../../../internal.ts'
import type {VariantTarget} from './target.ts'

export type Headers = readonly (readonly [string, string])[]

/**
 * Bytes of the keys of one answer; what is beyond is summed up in one key, since proxies bound their headers.
 */
const maxKeys = 4096

/** That key: of answers that use more terms and references than they name. */
export const furtherKeys = 'more'

/** Headers that every answer has. */
export function securityHeaders({cors}: ServeSettings): Headers {
  return [
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Resource-Policy', cors.length > 0 ? 'cross-origin' : 'same-origin'],
  ]
}

/**
 * What a browser may do with an answer. A whole page says the rest itself; nothing else is meant to be opened
 * as a page.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurity(isPage: boolean): Headers {
  return [
    ['Content-Security-Policy', `${isPage ? '' : "default-src 'none'; "}frame-ancestors 'self'`],
    ['X-Frame-Options', 'SAMEORIGIN'],
  ]
}

/** The page of the documentation may run its own script and ask its own server, nothing else. */
export const documentationSecurity: Headers = [
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ],
  ['X-Frame-Options', 'DENY'],
]

/**
 * How long caches may use an answer.
 *
 * @param isPrivate Whether it is only for those who know the token.
 * @param isStale Whether it is of an earlier version of the page.
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export function cacheControl(
  {maxAge, staleWhileRevalidate}: ServeSettings,
  isPrivate: boolean,
  isStale: boolean,
): Headers {
  const who = isPrivate ? 'private' : 'public'
  const value = isStale ? 'no-cache' : `max-age=${maxAge}, stale-while-revalidate=${staleWhileRevalidate}`
  return [['Cache-Control', `${who}, ${value}`], ...(isStale ? ([['Parlance-Stale', 'true']] as const) : [])]
}

/**
 * Names under which a CDN can drop an answer: its page, the terms that it explains and the works that it
 * cites.
 */
export function surrogateKeys(
  slug: string,
  {terms, citations}: Pick<Rendering, 'terms' | 'citations'>,
): Headers {
  const all = [
    keyName('page', slug),
    ...terms.map(id => keyName('term', id)),
    ...citations.map(({key}) => keyName('ref', key)),
  ]
  const keys: string[] = []
  let length = 0
  for (const key of all) {
    length += key.length + 1
    if (length > maxKeys) {
      keys.push(furtherKeys)
      break
    }
    keys.push(key)
  }
  return [
    ['Surrogate-Key', keys.join(' ')],
    ['Cache-Tag', keys.join(',')],
  ]
}

/** A key as it stands in a header: no blank, no comma. */
export function keyName(kind: 'page' | 'term' | 'ref', id: string): string {
  return `${kind}:${encodeURIComponent(id)}`
}

/** The same variant for the other audiences that the page serves. */
export function alternates(target: VariantTarget, audiences: readonly string[], locale: string): Headers {
  const links = audiences
    .filter(id => id !== target.audience)
    .map(id => `<${addressOf({...target, audience: id})}>; rel="alternate"; hreflang="${locale}"`)
  return links.length === 0 ? [] : [['Link', links.join(', ')]]
}

function addressOf({face, slug, audience, format, page, citationStyle, dimensions}: VariantTarget): string {
  const path = slug.split('/').map(encodeURIComponent).join('/')
  if (face === 'site') return `/${audience}/${path}/`
  const query = new URLSearchParams({audience, format, ...(page && {page: 'true'})})
  if (citationStyle !== undefined) query.set('citationStyle', citationStyle)
  for (const [name, value] of Object.entries(dimensions)) query.set(name, value)
  return `/v1/articles/${path}?${query.toString()}`
}
