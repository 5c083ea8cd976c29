import {script as clientScript} from './client/preview.js?script'
import {shellOf, startOf} from './pages.ts'
import type {PreviewContent} from './preview-content.ts'
import {stylesheet} from './stylesheet.ts'

/** What is sent back. */
export interface PreviewAnswer {
  /** Default: 200. */
  readonly status?: number
  readonly type: string
  readonly policy: string
  /** `events`: the connection stays open and receives changes. */
  readonly body: string | Uint8Array
  readonly more?: Readonly<Record<string, string>>
}

/** The preview's own pages: their script and style, frames and data of their own, and pictures. */
const own =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A variant by itself: nothing in it runs. Its own policy, in its head, holds besides. */
const framed = "sandbox; frame-ancestors 'none'"

/**
 * The empty document that the preview fills with a variant: nothing but style and pictures is loaded into it.
 */
const empty =
  "default-src 'none'; style-src 'self' https: http:; font-src 'self' https: http: data:; img-src 'self' https: http: data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

const html = 'text/html; charset=utf-8'

/** Pictures that pages show from files beside them. @see https://www.iana.org/assignments/media-types/ */
const pictures: ReadonlyMap<string, string> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['svg', 'image/svg+xml'],
])

/** Answer a request that was meant for us. */
export async function answer(method: string, url: string, content: PreviewContent): Promise<PreviewAnswer> {
  if (method !== 'GET' && method !== 'HEAD')
    return {...text(405, 'Only GET and HEAD are answered.'), more: {Allow: 'GET, HEAD'}}
  const {pathname, searchParams} = new URL(url, 'http://preview.invalid')
  const [, first = '', ...rest] = pathname.split('/').map(decoded)
  const path = rest.join('/')
  switch (first) {
    case '':
      return page(startOf(await content.pages(), content.project.config.settings.site.title))
    case 'page':
      return found(await content.page(path), state => page(shellOf(state)))
    case 'state':
      return found(await content.page(path), state => json(state))
    case 'pages':
      return json(await content.pages())
    case 'every':
      return found(await content.allVariants(path), body => ({type: html, policy: framed, body}))
    case 'variant': {
      const [audience = '', ...below] = rest
      const body = await content.variant(below.join('/'), audience)
      return found(body, shown => ({type: html, policy: framed, body: shown}))
    }
    case 'frame':
      return frame(rest.slice(1).join('/'), content)
    case 'source': {
      const file = searchParams.get('file') ?? path
      return found(await content.source(path, file), source => json({file, text: source}))
    }
    case 'events':
      return {type: 'text/event-stream', policy: own, body: 'events'}
    case 'preview.js':
      return {type: 'text/javascript; charset=utf-8', policy: own, body: clientScript}
    case 'preview.css':
      return {type: 'text/css; charset=utf-8', policy: own, body: stylesheet}
    default:
      return picture(pathname.slice(1), content)
  }
}

/** An empty document under an address from which the paths of pictures beside the page lead to them. */
async function frame(path: string, content: PreviewContent): Promise<PreviewAnswer> {
  const isPage = (await content.pages()).some(page => page.path === path)
  if (!isPage) return picture(path, content)
  return {
    type: html,
    policy: empty,
    body: '<!doctype html><html lang="en"><head><title>Variant</title></head><body></body></html>\n',
  }
}

function picture(path: string, {project}: PreviewContent): PreviewAnswer {
  const type = pictures.get(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '')
  const body = type === undefined ? undefined : project.bytes(decoded(path))
  return type === undefined || body === undefined ? missing : {type, policy: framed, body}
}

function page(body: string): PreviewAnswer {
  return {type: html, policy: own, body}
}

function json(value: unknown): PreviewAnswer {
  return {type: 'application/json', policy: own, body: JSON.stringify(value)}
}

function text(status: number, body: string): PreviewAnswer {
  return {status, type: 'text/plain; charset=utf-8', policy: own, body: `${body}\n`}
}

const missing = text(404, 'There is no such page in this preview.')

function found<Value>(value: Value | undefined, show: (value: Value) => PreviewAnswer): PreviewAnswer {
  return value === undefined ? missing : show(value)
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // no page has such a name
  }
}
