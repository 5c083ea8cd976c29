import {type ServerResponse, STATUS_CODES} from 'node:http'
import type {Duplex} from 'node:stream'
import type {ServeSettings} from '../../../internal.ts'
import {Problem, type ProblemKind} from '../web/problem.ts'
import {contentSecurity, type Headers, securityHeaders} from '../web/response-headers.ts'

/** What does not become a request, by the code of Node's error; all else cannot be read as HTTP. */
const kinds: ReadonlyMap<string, {readonly kind: ProblemKind; readonly detail: string}> = new Map([
  [
    'HPE_HEADER_OVERFLOW',
    {kind: 'headers-too-large', detail: 'The headers are larger than this server reads.'},
  ],
  ['ERR_HTTP_REQUEST_TIMEOUT', {kind: 'request-timeout', detail: 'The request did not arrive in time.'}],
])

/** Answers for requests that no application sees, with the headers that all answers have. */
export class Refusals {
  readonly #headers: Headers
  readonly #onRefuse: (kind: ProblemKind) => void

  constructor(serve: ServeSettings, onRefuse: (kind: ProblemKind) => void) {
    this.#headers = [...securityHeaders(serve), ...contentSecurity(false)]
    this.#onRefuse = onRefuse
  }

  /** An answer to what is HTTP, but no request that can be understood. */
  malformed(detail: string): Response {
    this.#onRefuse('bad-request')
    const response = new Problem('bad-request', detail).toResponse()
    for (const [name, value] of this.#headers) response.headers.set(name, value)
    return response
  }

  /** Answers a request that no application sees; its connection ends with it. */
  last(outgoing: ServerResponse, kind: 'bad-request' | 'overloaded', detail: string): void {
    this.#onRefuse(kind)
    const problem = new Problem(kind, detail)
    const body = `${JSON.stringify(problem)}\n`
    outgoing.shouldKeepAlive = false
    outgoing.writeHead(problem.status, [
      ...['Content-Type', 'application/problem+json', 'Cache-Control', 'no-store'],
      ...['Content-Length', String(Buffer.byteLength(body))],
      ...(kind === 'overloaded' ? ['Retry-After', '1'] : []),
      ...this.#headers.flat(),
    ])
    outgoing.end(body)
  }

  /**
   * Answers what is no request, or did not become one in time, and ends its connection.
   *
   * @param error Of `clientError`.
   * @param running The answer that the connection is to get next, if any: where part of it is on its way,
   * nothing may be put into it.
   * @see https://nodejs.org/api/http.html#event-clienterror
   */
  close(error: NodeJS.ErrnoException, socket: Duplex, running: ServerResponse | undefined): void {
    const isAnswering = running?.headersSent === true && !running.writableFinished
    if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
      socket.destroy()
      return
    }
    const {kind, detail} = kinds.get(error.code ?? '') ?? {
      kind: 'bad-request' as const,
      detail: 'This is not a request that can be understood.',
    }
    this.#onRefuse(kind)
    const problem = new Problem(kind, detail)
    const body = `${JSON.stringify(problem)}\n`
    const lines = [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json',
      'Cache-Control: no-store',
      ...this.#headers.map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
  }
}
