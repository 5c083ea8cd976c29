import {OpenAPIHono} from '@hono/zod-openapi'
import type {MiddlewareHandler} from 'hono'
import {bearerAuth} from 'hono/bearer-auth'
import {except} from 'hono/combine'
import {cors} from 'hono/cors'
import {requestId} from 'hono/request-id'
import {type OptionNames, type ResolvedConfig, refuseUnknown, rulePage} from '../../../internal.ts'
import {Answers, type AnswersOptions} from './answers.ts'
import type {Content} from './content.ts'
import type {Endpoint} from './endpoint.ts'
import {endpoints} from './endpoints/index.ts'
import {type ErrorOptions, errorAnswer} from './error-answer.ts'
import {type FastAnswer, FastPath, type RequestHeaders} from './fast-path.ts'
import {Problem} from './problem.ts'
import {contentSecurity, securityHeaders} from './response-headers.ts'
import type {Env, ServedSite} from './site.ts'
import {renderSubmitted, type SubmissionBase} from './submission.ts'
import type {Asset} from './target.ts'

/** What happened to one request. */
export interface Observation {
  /** The `X-Request-Id` of the answer. */
  readonly requestId: string
  /** HTTP method. */
  readonly method: string
  /** Name of the endpoint; `none` where there is none. */
  readonly endpoint: string
  /** A declared audience that was asked for. */
  readonly audience: string | undefined
  /** HTTP status. */
  readonly status: number
  /** Milliseconds until the answer was ready. */
  readonly duration: number
  /** Whether it was cached; absent where answers are made for each request. */
  readonly cached: boolean | undefined
}

/** Options of `createApp`. */
export interface AppOptions extends Pick<ErrorOptions, 'onError'> {
  /** Where pages come from. */
  readonly content: Content & Pick<SubmissionBase, 'libraryWith'>
  /**
   * Only those who know it get more than health and readiness: `Authorization: Bearer …`. Default: everyone.
   */
  readonly token?: string | undefined
  /** A body in another coding; default: gzip by the platform. */
  readonly compress?: AnswersOptions['compress']
  /** Renders what is posted; default: here, in the same thread, within the limits of the configuration. */
  readonly post?: ServedSite['post']
  /** Why nothing should be sent here at present, besides what the content says. Default: nothing more. */
  readonly unready?: () => string | undefined
  /** In the text format of Prometheus. Default: there are none at `/metrics`. */
  readonly metrics?: () => Promise<Asset>
  /** Files of the page at `/docs`, by name; the page itself has none. Default: there is no such page. */
  readonly docs?: ReadonlyMap<string, Asset>
  /** The page of a rule in Markdown; default: what the table of rules says, without an example. */
  readonly readRule?: AnswersOptions['readRule']
  /** Called after each request, for logs and metrics. Default: no call. */
  readonly onRequest?: (observation: Observation) => void
  /** Called after each rendering, with its time. Default: no call. */
  readonly onRender?: AnswersOptions['onRender']
}

/** The server as a function of Web standards. */
export interface App {
  /** Never rejects. */
  readonly fetch: (request: Request) => Promise<Response>
  /**
   * The answer to a request like an earlier one, where it is cached, without the cost of `Request` and
   * `Response`.
   *
   * @param path With its query.
   * @param headers By their names in lower case.
   */
  readonly quick: (method: string, path: string, headers: RequestHeaders) => FastAnswer | undefined
  /** Bytes that cached answers take. */
  readonly cacheBytes: () => number
}

const appOptions: OptionNames<AppOptions> = {
  content: true,
  token: true,
  compress: true,
  post: true,
  unready: true,
  metrics: true,
  docs: true,
  readRule: true,
  onRequest: true,
  onRender: true,
  onError: true,
}

/** Longest path with query. Characters. */
const longestPath = 4096

/** These say nothing of the content, and orchestrators have no token. */
const open = ['/healthz', '/readyz']

/**
 * The HTTP API and the readers' pages of some content.
 *
 * @param options `content` is `LiveContent` of `parlance-md/project`, or `contentOf` of texts in memory.
 * @returns The app; its `fetch` is a handler of Web standards.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @example
 * import {contentOf, createApp} from 'parlance-md/server'
 *
 * const content = await contentOf({sources: {'hello.md': 'Hello :clinician[colleague]:patient[there].'}})
 * const app = createApp({content})
 * await app.fetch(new Request('http://localhost/v1/articles/hello?audience=patient'))
 */
export function createApp(options: AppOptions): App {
  refuseUnknown(options, appOptions)
  let current: OpenedApp | undefined
  const opened = (): OpenedApp => {
    const {config} = options.content
    if (current?.config !== config) current = openApp(options, config)
    return current
  }
  return {
    fetch: async request => opened().fetch(request),
    quick: (method, path, headers) => opened().quick(method, path, headers),
    cacheBytes: () => opened().cacheBytes(),
  }
}

interface OpenedApp extends App {
  readonly config: ResolvedConfig
}

function openApp(options: AppOptions, config: ResolvedConfig): OpenedApp {
  const {content, token, onRender} = options
  const {serve} = config.project
  const isPrivate = token !== undefined
  const answers = new Answers({
    content,
    compress: options.compress ?? gzip,
    isPrivate,
    docs: options.docs,
    readRule: options.readRule ?? rulePage,
    onRender,
  })
  const vary = serve.cors.length > 0 ? ['Origin'] : []
  const quick = new FastPath(answers, vary)
  const app = new OpenAPIHono<Env>()
  const site: ServedSite = {
    config,
    content,
    answers,
    isPrivate,
    vary,
    post: options.post ?? (async task => renderSubmitted(task, content)),
    unready: () => content.problem ?? options.unready?.(),
    metrics: options.metrics,
    openapi: () => describe(app, isPrivate),
    cache: (context, target, negotiated) => {
      const {pathname, search} = new URL(context.req.url)
      const about = {negotiated, endpoint: context.get('endpoint'), audience: context.get('audience')}
      quick.remember(`${pathname}${search}`, context.req.header(), target, about)
    },
  }
  app.use(requestId())
  app.use(observe(options, serve))
  if (serve.cors.length > 0) app.use(allowOrigins(serve.cors))
  app.use(async (context, next) => {
    const {pathname, search} = new URL(context.req.url)
    if (pathname.length + search.length > longestPath)
      throw new Problem('url-too-long', `An address has at most ${longestPath} characters.`)
    await next()
  })
  if (token !== undefined) app.use(authorize(token))
  for (const define of endpoints) addEndpoint(app, define(site))
  app.notFound(context =>
    errorAnswer(new Problem('not-found', 'There is no such address.'), context, options),
  )
  app.onError((error, context) => errorAnswer(error, context, options))
  return {
    config,
    fetch: async request => app.fetch(request),
    cacheBytes: () => answers.size,
    quick: (method, path, headers) =>
      isPrivate || (method !== 'GET' && method !== 'HEAD') || headers.origin !== undefined
        ? undefined
        : quick.answer(method, path, headers),
  }
}

function addEndpoint(app: OpenAPIHono<Env>, {name, pattern, route, answer}: Endpoint): void {
  const path = pattern ?? route.path
  const isRead = route.method === 'get'
  const allow = [...(isRead ? ['GET', 'HEAD'] : ['POST']), 'OPTIONS']
  app.openAPIRegistry.registerPath(route)
  app.use(path, async (context, next) => {
    context.set('endpoint', name)
    await next()
  })
  if (isRead) app.get(path, answer)
  else app.post(path, answer)
  app.options(path, () => new Response(null, {status: 204, headers: {Allow: allow.join(', ')}}))
  app.all(path, context => {
    throw new Problem('method-not-allowed', {
      detail: `\`${context.req.method}\` is not possible here.`,
      allowed: allow,
      headers: {Allow: allow.join(', ')},
    })
  })
}

/** Sees every answer: adds what all of them have, and tells what happened. */
function observe({onRequest}: AppOptions, serve: ResolvedConfig['project']['serve']): MiddlewareHandler<Env> {
  return async (context, next) => {
    const started = performance.now()
    await next()
    const {headers, status} = context.res
    // What a caller keeps from an earlier answer keeps the policy of that answer, too.
    const policy = status === 304 ? [] : contentSecurity(false)
    for (const [name, value] of [...securityHeaders(serve), ...policy])
      if (!headers.has(name)) headers.set(name, value)
    headers.set('X-Request-Id', context.get('requestId'))
    const vary = headers.get('Vary')
    if (vary !== null) headers.set('Vary', [...new Set(vary.split(', '))].join(', '))
    onRequest?.({
      requestId: context.get('requestId'),
      method: context.req.method,
      endpoint: context.get('endpoint') ?? 'none',
      audience: context.get('audience'),
      status,
      duration: performance.now() - started,
      cached: context.get('cached'),
    })
  }
}

/** @see https://fetch.spec.whatwg.org/#http-cors-protocol */
function allowOrigins(origins: readonly string[]): MiddlewareHandler<Env> {
  return cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'If-None-Match', 'X-Request-Id'],
    exposeHeaders: ['ETag', 'Link', 'Parlance-Stale', 'Retry-After', 'X-Request-Id'],
    maxAge: 3600,
  })
}

/** @see https://www.rfc-editor.org/rfc/rfc6750 */
function authorize(token: string): MiddlewareHandler<Env> {
  const refuse = () => new Problem('unauthorized', 'A bearer token is needed.').toResponse()
  const check = bearerAuth({
    token,
    realm: 'parlance',
    noAuthenticationHeader: {message: refuse},
    invalidAuthenticationHeader: {message: refuse},
    invalidToken: {message: refuse},
  })
  return except(open, check)
}

function describe(app: OpenAPIHono<Env>, isPrivate: boolean): object {
  if (isPrivate)
    app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {type: 'http', scheme: 'bearer'})
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Parlance',
      version: '1',
      description: 'Articles in the wording for each reader.',
    },
    security: isPrivate ? [{bearer: []}] : [],
  })
}

/** @see https://compression.spec.whatwg.org/ */
const gzip: AnswersOptions['compress'] = async (body, coding) => {
  if (coding !== 'gzip') return body
  const stream = new Blob([new Uint8Array(body)]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
