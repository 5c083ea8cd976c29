import {randomFillSync} from 'node:crypto'
import type {RequestListener, ServerResponse} from 'node:http'
import type {Duplex} from 'node:stream'
import {getRequestListener, RequestError} from '@hono/node-server'
import type {App, Observation} from '../app.ts'
import type {Refusals} from './refuse.ts'

/** Requests that one connection may have under way. Browsers and proxies send one at a time; more only fill the memory. */
const mostUnderWay = 8

export interface ListenerOptions {
  readonly onRequest?: (observation: Observation) => void
  /** Whether connections are to be closed once they have their answer. */
  readonly isClosing: () => boolean
  /** How long nothing may move on a connection that waits for an answer. Milliseconds. */
  readonly patience: number
  readonly refusals: Refusals
}

export interface Listener {
  readonly onRequest: RequestListener
  /** For `clientError`. */
  readonly onClientError: (error: NodeJS.ErrnoException, socket: Duplex) => void
}

/**
 * Answers of an app over Node's HTTP server. What is at hand goes straight out; for all else there are `Request` and
 * `Response`.
 */
export function listenerFor(app: App, {onRequest, isClosing, patience, refusals}: ListenerOptions): Listener {
  /** Answers that a connection has not got yet. */
  const underWay = new WeakMap<Duplex, ServerResponse[]>()
  const buffers = new Buffers()
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
    const {method = '', url = '', headers, socket} = incoming
    if (headers.host === undefined && incoming.httpVersion !== '1.0') {
      refusals.close(new Error('No host'), socket, underWay.get(socket)?.[0])
      return
    }
    const answers = underWay.get(socket) ?? []
    if (answers.length === 0) underWay.set(socket, answers)
    while (answers[0]?.writableFinished) answers.shift() // they are sent in the order of their requests
    answers.push(outgoing)
    if (answers.length > mostUnderWay) {
      outgoing.shouldKeepAlive = false
      refusals.crowded(outgoing)
      return
    }
    const quick = headers['x-request-id'] === undefined ? app.quick(method, url, headers) : undefined
    if (quick === undefined) {
      socket.setTimeout(patience)
      void answer(incoming, outgoing)
      return
    }
    const {status, body, endpoint, audience} = quick
    const requestId = ids.next()
    outgoing.writeHead(status, [...quick.headers, 'X-Request-Id', requestId])
    if (body === undefined) outgoing.end()
    else outgoing.end(buffers.of(body))
    if (socket.writableLength > 0) socket.setTimeout(patience) // of most answers the system has taken all by now
    const duration = performance.now() - started
    onRequest?.({requestId, method, endpoint, audience, status, duration, cached: true})
  }
  return {
    onRequest: answerRequest,
    onClientError: (error, socket) => refusals.close(error, socket, underWay.get(socket)?.[0]),
  }
}

/** 128 bits each, from a pool: one at a time they take twenty times as long. */
class RequestIds {
  readonly #pool = Buffer.alloc(16 * 256)
  #at = this.#pool.length

  next(): string {
    if (this.#at === this.#pool.length) {
      randomFillSync(this.#pool)
      this.#at = 0
    }
    this.#at += 16
    return this.#pool.toString('hex', this.#at - 16, this.#at)
  }
}

/** Bodies as Node writes them: of any other array of bytes it makes a buffer each time. */
class Buffers {
  readonly #known = new WeakMap<Uint8Array, Buffer>()

  of(body: Uint8Array<ArrayBuffer>): Buffer {
    let buffer = this.#known.get(body)
    if (buffer === undefined) {
      buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
      this.#known.set(body, buffer)
    }
    return buffer
  }
}
