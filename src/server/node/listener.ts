import {randomUUID} from 'node:crypto'
import type {RequestListener} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import type {App, Observation} from '../app.ts'

export interface ListenerOptions {
  readonly onRequest?: (observation: Observation) => void
  /** Whether connections are to be closed once they have their answer. */
  readonly isClosing: () => boolean
}

/**
 * Answers of an app over Node's HTTP server. What is at hand goes straight out; for all else there are `Request` and
 * `Response`.
 */
export function listenerFor(app: App, {onRequest, isClosing}: ListenerOptions): RequestListener {
  const answer = getRequestListener(app.fetch, {overrideGlobalObjects: false})
  return (incoming, outgoing) => {
    if (isClosing()) outgoing.shouldKeepAlive = false
    const started = performance.now()
    const {method = '', url = '', headers} = incoming
    const quick = headers['x-request-id'] === undefined ? app.quick(method, url, headers) : undefined
    if (quick === undefined) {
      void answer(incoming, outgoing)
      return
    }
    const {status, body, endpoint, audience} = quick
    const requestId = randomUUID()
    outgoing.writeHead(status, [...quick.headers, 'X-Request-Id', requestId])
    if (body === undefined) outgoing.end()
    else outgoing.end(body)
    const duration = performance.now() - started
    onRequest?.({requestId, method, endpoint, audience, status, duration, cached: true})
  }
}
