import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex} from '@noble/hashes/utils.js'
import type {Context} from 'hono'
import {namesTag} from './negotiation.ts'
import {cacheControl} from './response-headers.ts'
import type {Env, ServedSite} from './site.ts'

/**
 * An answer of JSON that is made for each request, and is not sent again to those who have it.
 *
 * @param more Further headers.
 */
export function sendJson(
  context: Context<Env>,
  site: ServedSite,
  value: object,
  more: Headers = new Headers(),
): Response {
  const body = new TextEncoder().encode(`${JSON.stringify(value)}\n`)
  const tag = `"${bytesToHex(sha256(body)).slice(0, 32)}"`
  const headers = new Headers(more)
  headers.set('ETag', tag)
  for (const [name, content] of cacheControl(site.config.project.serve, site.isPrivate, false))
    headers.set(name, content)
  if (site.vary.length > 0) headers.set('Vary', site.vary.join(', '))
  const known = context.req.header('if-none-match')
  if (known !== undefined && namesTag(known, tag)) return new Response(null, {status: 304, headers})
  headers.set('Content-Type', 'application/json')
  headers.set('Content-Length', String(body.length))
  return new Response(body, {headers})
}
