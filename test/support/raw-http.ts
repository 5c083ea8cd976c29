import {type Agent, type IncomingHttpHeaders, type IncomingMessage, request} from 'node:http'
import {connect} from 'node:net'

/** An answer of HTTP with its whole body. */
export interface RawAnswer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A request whose path goes out as it is written, where `fetch` would tidy it. */
export async function raw(
  {url}: {readonly url: string},
  path: string,
  headers: Readonly<Record<string, string>> = {},
  agent?: Agent,
): Promise<RawAnswer> {
  const {hostname, port} = new URL(url)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request({hostname, port, path, headers, ...(agent && {agent})}, resolve)
      .on('error', reject)
      .end()
  })
  let text = ''
  for await (const chunk of response) text += String(chunk)
  return {status: response.statusCode, headers: response.headers, text}
}

/** Send bytes as they are, and read until the connection ends. */
export async function exchange({url}: {readonly url: string}, bytes: string | Uint8Array) {
  const {hostname, port} = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  const [head = '', body = ''] = text.split('\r\n\r\n')
  return {status: Number(head.split(' ')[1]), headers: head.replaceAll('\r', ''), body, text}
}
