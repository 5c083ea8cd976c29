import {once} from 'node:events'
import {createServer, type Server} from 'node:http'
import {type AddressInfo, Server as NetServer} from 'node:net'
import {availableParallelism} from 'node:os'
import {setTimeout as wait} from 'node:timers/promises'
import {promisify} from 'node:util'
import type {Logger} from 'pino'
import {ConfigError, type OptionNames, refuseUnknown} from '../../../internal.ts'
import {
  type ContentChange,
  LiveContent,
  noPages,
  type ProjectOptions,
  readRuleDocs,
  watchProject,
} from '../../../project/index.ts'
import {createApp, type Observation} from '../web/app.ts'
import {furtherKeys, keyName} from '../web/response-headers.ts'
import {closeStalled} from './close-stalled.ts'
import {compress} from './compress.ts'
import {readDocsPage} from './docs-page.ts'
import {listenerFor} from './listener.ts'
import {type LogLevel, openLog} from './log.ts'
import {Metrics} from './metrics.ts'
import {Refusals} from './refuse.ts'
import {Sandbox} from './sandbox.ts'

/** Options of `startServer`. */
export interface ServerOptions extends ProjectOptions {
  /** Address to listen on; default: `127.0.0.1`. */
  readonly host?: string
  /** Default: 8080; `0`: any that is free. */
  readonly port?: number
  /**
   * Only those who know it get more than health and readiness. Characters of RFC 6750: letters, digits,
   * `-._~+/`, then `=`. Default: everyone gets everything.
   */
  readonly token?: string | undefined
  /** Default: `info`; `debug` has a line for each request. */
  readonly logLevel?: LogLevel
}

const serverOptions: OptionNames<ServerOptions> = {
  cwd: true,
  config: true,
  overlay: true,
  host: true,
  port: true,
  token: true,
  logLevel: true,
}

/** A server that listens. */
export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly url: string
  /** The pages that it serves. */
  readonly content: LiveContent
  /**
   * Stop accepting, finish what runs, and free everything.
   *
   * @param deadline Milliseconds after which connections that are still open are cut. Default: 10,000.
   */
  readonly close: (deadline?: number) => Promise<void>
}

/** Bounds on how slow a client may be. Milliseconds. */
const timeouts = {
  /** Until all headers are there. */
  headersTimeout: 10_000,
  /** Until the whole request is there. */
  requestTimeout: 30_000,
  /**
   * Between two requests: longer than what proxies in front keep connections for, so that they are the ones
   * to close.
   */
  keepAliveTimeout: 75_000,
}

/** That a client may leave what was written to it. Milliseconds. */
const stalled = 30_000

/**
 * Connections that say nothing for this long while the server stops have nothing more to ask. Milliseconds.
 */
const idleGrace = 1000

/**
 * Serve a project over HTTP, and take over what changes in its files.
 *
 * @param options Default: the project in the current folder, on `127.0.0.1:8080`.
 * @returns Once it listens.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} Where its configuration or the token cannot be used.
 * @throws {Error} With a `code` where the address cannot be listened on.
 * @example
 * import {startServer} from 'parlance-md/server/node'
 *
 * const server = await startServer({cwd: 'site', port: 0})
 * await server.close()
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  refuseUnknown(options, serverOptions)
  const {host = '127.0.0.1', port = 8080, token, logLevel = 'info', cwd, config: named} = options
  if (token !== undefined && !/^[\w.~+/-]+=*$/.test(token))
    throw new ConfigError([
      {path: 'token', message: 'must be letters, digits and `-._~+/`, with `=` at the end only'},
    ])
  const project: ProjectOptions = {
    ...(cwd !== undefined && {cwd}),
    ...(named !== undefined && {config: named}),
  }
  const {log, close: closeLog} = openLog(logLevel)
  const content = await LiveContent.open({
    ...project,
    onChange: change => {
      if (change.everything || change.terms.length + change.references.length > 0) sandbox.reopen()
      logChange(log, change)
    },
    onCompile: () => metrics.compilation(),
  })
  if (content.isEmpty) log.warn(noPages(content))
  const {serve} = content.config.project
  const sandbox = new Sandbox({
    ...serve,
    project,
    threads: serve.workers ?? Math.max(1, availableParallelism() - 1),
    onDone: outcome => metrics.posted(outcome),
    onError: error => log.error({err: error}, 'a posted source failed'),
  })
  const metrics = new Metrics({
    submissions: () => sandbox.load,
    pages: () => content.pages().length,
    generation: () => content.generation,
    problem: () => content.problem !== undefined,
    cacheBytes: () => app.cacheBytes(),
    connections: async () => promisify(server.getConnections.bind(server))(),
  })
  const state = {isClosing: false}
  const onRequest = (observation: Observation): void => {
    metrics.request(observation)
    log.debug(observation, 'request')
  }
  const app = createApp({
    content,
    token,
    compress,
    post: (task, signal) => sandbox.run(task, signal),
    unready: () => (state.isClosing ? 'The server is stopping.' : undefined),
    metrics: () => metrics.print(),
    docs: readDocsPage(),
    readRule: readRuleDocs,
    onRequest,
    onRender: (target, duration) =>
      metrics.render(target.kind === 'variant' ? target.audience : '', duration),
    onError: (error, requestId) => log.error({err: error, requestId}, 'a request failed'),
  })
  const listener = listenerFor(app, {
    onRequest,
    isClosing: () => state.isClosing,
    refusals: new Refusals(serve, kind => metrics.refusal(kind)),
  })
  const server = createServer(
    {...timeouts, connectionsCheckingInterval: 1000, requireHostHeader: false}, // the listener asks for it
    listener.onRequest,
  )
  server.on('clientError', listener.onClientError)
  server.on('checkExpectation', listener.onRequest) // an unknown expectation may be ignored: RFC 9110, 10.1.1
  server.listen(port, host)
  await once(server, 'listening')
  closeStalled(server, stalled)
  const unwatch = watchProject({
    root: content.root,
    config: content.config,
    onChange: paths =>
      void content
        .refresh(paths.some(path => /\.bib$/i.test(path)))
        .catch(error => log.error({err: error}, 'the content could not be read again')),
  })
  const url = urlOf(server)
  log.info({url, pages: content.pages().length}, 'listening')
  return {
    url,
    content,
    close: async (deadline = 10_000) => {
      if (state.isClosing) return
      state.isClosing = true
      log.info('stopping')
      await unwatch()
      await drain(server, deadline)
      await sandbox.close()
      log.info('stopped')
      await closeLog()
    },
  }
}

/**
 * Stop accepting, and let connections end: its next answer says that it is the last one. `Server.close` of
 * HTTP would cut those that seem idle, while a request may be on its way.
 */
async function drain(server: Server, deadline: number): Promise<void> {
  const closed = once(server, 'close')
  NetServer.prototype.close.call(server)
  const patience = new AbortController()
  const {signal} = patience
  const pause = (time: number): Promise<void> => wait(time, undefined, {signal}).catch(() => undefined)
  const closeIdle = async (): Promise<void> => {
    for (await pause(Math.min(idleGrace, deadline)); !signal.aborted; await pause(100))
      server.closeIdleConnections()
  }
  const cut = async (): Promise<void> => {
    await pause(deadline)
    if (!signal.aborted) server.closeAllConnections()
  }
  const others = [closeIdle(), cut()]
  await closed
  patience.abort()
  await Promise.all(others)
}

function urlOf(server: Server): string {
  const {address, family, port} = server.address() as AddressInfo // it listens on a port
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function logChange(
  log: Logger,
  {generation, slugs, terms, references, everything, problem}: ContentChange,
): void {
  if (problem !== undefined) {
    log.error({problem}, 'the content cannot be used; what was read before is still served')
    return
  }
  const purge = everything
    ? ['everything']
    : [
        'site',
        ...slugs.map(slug => keyName('page', slug)),
        ...terms.map(id => keyName('term', id)),
        ...references.map(key => keyName('ref', key)),
        ...(terms.length + references.length > 0 ? [furtherKeys] : []),
      ]
  log.info({generation, purge}, 'content changed')
}
