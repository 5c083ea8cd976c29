import {randomBytes} from 'node:crypto'
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'
import {getRequestListener, RequestError} from '@hono/node-server'
import type {App, Observation} from '../web/app.ts'
import type {Refusals} from './refuse.ts'

/**
 * Requests that one connection may have under way. Browsers and proxies send one at a time; more only fill
 * the memory.
 */
const maxConcurrent = 8

export interface ListenerOptions {
  readonly onRequest?: (observation: Observation) => void
  /** Whether connections are to be closed once they have their answer. */
  readonly isClosing: () => boolean
  readonly refusals: Refusals
}

export interface Listener {
  readonly onRequest: RequestListener
  /** For `clientError`. */
  readonly onClientError: (error: NodeJS.ErrnoException, socket: Duplex) => void
}

/**
 * Answers that a connection has not got yet: a field of its own, which is found faster than in a `WeakMap`.
 */
const underWay = Symbol('answers under way')

interface OpenConnection extends Duplex {
  [underWay]?: ServerResponse[]
}

/**
 * Answers of an app over Node's HTTP server. Cached answers go straight out; for all else there are `Request`
 * and `Response`.
 */
export function listenerFor(app: App, {onRequest, isClosing, refusals}: ListenerOptions): Listener {
  const heads = new HeaderCache()
  const ids = new RequestIds()
  const answer = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    hostname: 'localhost', // of requests in HTTP/1.0, which need not name one; nothing depends on it
    errorHandler: error => {
      if (error instanceof RequestError)
        return refusals.malformed('The address or the host of the request cannot be understood.')
      throw error // the app never rejects
    },
  })
  const answerRequest: RequestListener = (incoming, outgoing) => {
    if (isClosing()) outgoing.shouldKeepAlive = false
    const started = performance.now()
    const {method = '', url = '', headers} = incoming
    const socket: OpenConnection = incoming.socket
    socket[underWay] ??= []
    const answers = socket[underWay]
    while (answers[0]?.writableFinished) answers.shift() // they are sent in the order of their requests
    answers.push(outgoing)
    if (answers.length > maxConcurrent) {
      refusals.last(outgoing, 'overloaded', 'Too many requests are under way on this connection.')
      return
    }
    if (!namesHost(incoming)) {
      refusals.last(outgoing, 'bad-request', 'A request names its host once.')
      return
    }
    const quick = headers['x-request-id'] === undefined ? app.quick(method, url, headers) : undefined
    if (quick === undefined) {
      void answer(incoming, outgoing)
      return
    }
    const {status, body, endpoint, audience} = quick
    const requestId = ids.next()
    outgoing.writeHead(status, heads.of(quick.headers, requestId))
    if (body === undefined) outgoing.end()
    else outgoing.end(body)
    const duration = performance.now() - started
    onRequest?.({requestId, method, endpoint, audience, status, duration, cached: true})
  }
  return {
    onRequest: answerRequest,
    onClientError: (error, socket: OpenConnection) => refusals.close(error, socket, socket[underWay]?.[0]),
  }
}

/**
 * Whether a request names one host, which can be one; in HTTP/1.0 it need not.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2
 */
function namesHost({rawHeaders, headers: {host}, httpVersion}: IncomingMessage): boolean {
  if (host === undefined) return httpVersion === '1.0'
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++
  }
  return hosts === 1 && (host === '' || (/^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)))
}

/** Bytes of a request's id. */
const idBytes = 12

/**
 * Names requests by random bits. They are asked for many at a time: for each request on its own they would
 * take several times as long.
 */
class RequestIds {
  #bits = ''
  #next = 0

  next(): string {
    if (this.#next === this.#bits.length) {
      this.#bits = randomBytes(512 * idBytes).toString('hex')
      this.#next = 0
    }
    const start = this.#next
    this.#next += 2 * idBytes
    return this.#bits.slice(start, this.#next)
  }
}

/**
 * Headers as Node writes them fastest. V8 keeps a part of a text that has letters beyond Latin-1 in two bytes
 * a letter, even where the part has none, and with one such part the whole head of an answer.
 */
class HeaderCache {
  readonly #known = new WeakMap<readonly string[], string[]>()

  /** @returns What is the same array for the same headers: it holds until the next call. */
  of(headers: readonly string[], requestId: string): string[] {
    let head = this.#known.get(headers)
    if (head === undefined) {
      head = [...headers.map(text => Buffer.from(text, 'latin1').toString('latin1')), 'X-Request-Id', '']
      this.#known.set(headers, head)
    }
    head[head.length - 1] = requestId
    return head
  }
}
