import {once} from 'node:events'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {type ProjectOptions, watchProject} from '../../project/index.ts'
import {answer, type PreviewAnswer} from './answer.ts'
import {PreviewContent} from './preview-content.ts'

export interface PreviewOptions extends ProjectOptions {
  /** Default: 4321; `0`: any that is free. */
  readonly port?: number
  /** Called where something went wrong that is no mistake of an author. */
  readonly onError: (error: unknown) => void
}

/** A preview that runs. */
export interface RunningPreview {
  /** `http://127.0.0.1:4321` */
  readonly url: string
  readonly content: PreviewContent
  readonly close: () => Promise<void>
}

/** Milliseconds between signs of life to a page that listens. */
const heartbeat = 15_000

/**
 * Show the pages of a project to their author, on this machine only, and follow what changes.
 *
 * @throws {ConfigError} Where the configuration cannot be used.
 * @throws {Error} With a `code` where the port cannot be listened on.
 */
export async function startPreview({
  port = 4321,
  onError,
  ...options
}: PreviewOptions): Promise<RunningPreview> {
  const content = await PreviewContent.open(options)
  const listeners = new Set<ServerResponse>()
  const notify = (text: string): void => {
    for (const listener of listeners) listener.write(text)
  }
  const server = createServer((request, response) => {
    void respond(request, response, server, content, listeners).catch(error => {
      onError(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const unwatch = watchProject({
    root: content.project.root,
    config: content.project.config,
    onChange: paths => {
      content.refresh(paths).then(() => notify(`event: change\ndata: ${content.generation}\n\n`), onError)
    },
  })
  const beat = setInterval(() => notify(': still here\n\n'), heartbeat)
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    content,
    close: async () => {
      clearInterval(beat)
      await unwatch()
      const closed = once(server, 'close')
      server.close()
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await closed
    },
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  server: Server,
  content: PreviewContent,
  listeners: Set<ServerResponse>,
): Promise<void> {
  const {method = '', url = '/', headers} = request
  const found = isOurs(headers.host, portOf(server)) ? await answer(method, url, content) : refusal
  const {status = 200, type, body, policy, more} = found
  response.writeHead(status, {
    ...common,
    'Content-Type': type,
    'Content-Security-Policy': policy,
    ...more,
  })
  if (method === 'HEAD') response.end()
  else if (body !== 'events') response.end(body)
  else listen(response, content, listeners)
}

/** Send the present state at once: the page may have missed changes while it was not connected. */
function listen(response: ServerResponse, content: PreviewContent, listeners: Set<ServerResponse>): void {
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
  response.write(`retry: 500\nevent: change\ndata: ${content.generation}\n\n`)
}

/** Nothing is kept anywhere: what is shown is for its author, and old after the next save. */
const common = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex',
}

const refusal: PreviewAnswer = {
  status: 421,
  type: 'text/plain; charset=utf-8',
  policy: "default-src 'none'",
  body: 'This preview answers only under the address that it was started with.\n',
}

/**
 * Whether a request was meant for this machine. Another site whose name leads to 127.0.0.1 would read along
 * otherwise.
 *
 * @see https://owasp.org/www-community/attacks/DNS_Rebinding
 */
function isOurs(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port // it listens on a port
}
