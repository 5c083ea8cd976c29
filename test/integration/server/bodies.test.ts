import {once} from 'node:events'
import {connect, type Socket} from 'node:net'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createApp} from '../../../src/faces/server/web/app.ts'
import {contentOf} from '../../../src/faces/server/web/memory-content.ts'
import {exchange} from '../../support/raw-http.ts'
import {type Served, startServe} from '../../support/serve.ts'
import {folderForAll} from '../../support/temporary.ts'
import {smallProject} from './project.ts'

const folder = folderForAll(smallProject)
let served: Served
beforeAll(async () => {
  served = await startServe(folder)
})
afterAll(async () => {
  await served.stop()
  expect(served.log.filter(({level}) => level >= 50)).toEqual([])
})

const bodies = {
  '/v1/render': {source: 'A dose of 5 µg.', audience: 'patient', format: 'text'},
  '/v1/check': {source: 'A dose of 5 µg.'},
} as const
type Path = keyof typeof bodies
const paths = Object.keys(bodies) as Path[]
const most = 1024 * 1024

/** The head of a request in chunks. */
const head = (path: Path): string =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`

/** Text as chunks of as many bytes, without the last one, which is empty. */
function inChunks(text: string, bytes: number): string {
  const body = Buffer.from(text)
  return Array.from({length: Math.ceil(body.length / bytes)}, (_, index) => {
    const chunk = body.subarray(index * bytes, (index + 1) * bytes)
    return `${chunk.length.toString(16)}\r\n${chunk.toString('latin1')}\r\n`
  }).join('')
}

/** Bytes of a text whose letters are bytes. */
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A body without a length, as clients send that do not know it beforehand. */
function streamOf(text: string, bytes: number): ReadableStream<Uint8Array> {
  const body = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull: controller => {
      if (at >= body.length) controller.close()
      else controller.enqueue(body.slice(at, at + bytes))
      at += bytes
    },
  })
}

describe.each(paths)('a body in chunks for %s', path => {
  const body = JSON.stringify(bodies[path])

  test.each([1, 7, 10_000])('of %i bytes is the same body', async bytes => {
    const whole = await served.post(path, body)
    const {status, text} = await exchange(served, latin1(`${head(path)}${inChunks(body, bytes)}0\r\n\r\n`))
    expect([whole.status, status]).toEqual([200, 200])
    expect(text.split('\r\n\r\n')[1]).toBe(await whole.text())
  })

  test('may come from a client that streams', async () => {
    const whole = await served.post(path, body)
    const streamed = await served.get(path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: streamOf(body, 5),
      duplex: 'half',
    } as RequestInit)
    expect([streamed.status, await streamed.text()]).toEqual([200, await whole.text()])
  })

  test('may not be larger than any other', async () => {
    const large = inChunks('x'.repeat(most + 1), 64 * 1024)
    const {status, headers, body: text} = await exchange(served, latin1(`${head(path)}${large}0\r\n\r\n`))
    expect([status, JSON.parse(text)]).toMatchObject([413, {detail: 'A body has at most 1048576 bytes.'}])
    expect(headers).toMatch(/^connection: close$/im)
    const full = JSON.stringify({...bodies[path], source: '\n'.repeat(500_000)})
    const fits = inChunks(full + ' '.repeat(most - full.length), 64 * 1024)
    expect((await exchange(served, latin1(`${head(path)}${fits}0\r\n\r\n`))).status).not.toBe(413)
  })

  test.each([
    ['with the request', (socket: Socket) => socket.end()],
    ['with the connection', (socket: Socket) => socket.resetAndDestroy()],
  ])('that breaks off %s costs nothing but itself', async (_, stop) => {
    const {hostname, port} = new URL(served.url)
    const socket = connect(Number(port), hostname)
    socket.write(head(path).replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'))
    await once(socket, 'data')
    await new Promise(resolve => socket.write(latin1(inChunks(body, 7)), resolve))
    stop(socket)
    await once(socket, 'close')
    expect((await served.post(path, body)).status).toBe(200)
  })

  test.each(['zz\r\n', '-1\r\n', '5\r\nabcdefgh'])('with a chunk that is none, %j: 400', async chunk => {
    const {status} = await exchange(served, latin1(`${head(path)}${inChunks(body, 7)}${chunk}`))
    expect(status).toBe(400)
  })
})

test('an unknown option of `createApp` throws', () => {
  const options = {content: contentOf({sources: {}}), tokn: 'x'}
  expect(() => createApp(options)).toThrow('`tokn`: did you mean `token`?')
})

describe('through the handler alone', () => {
  const failures: unknown[] = []
  const app = createApp({
    content: contentOf({sources: {}, config: {serve: {bodyBytes: 100}}}),
    onError: error => failures.push(error),
  })
  const post = (path: Path, body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
    app.fetch(
      new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', ...headers},
        body,
        duplex: 'half',
      } as RequestInit),
    )

  test.each(paths)('%s reads a stream, whatever its length is said to be', async path => {
    const body = JSON.stringify(bodies[path])
    for (const headers of [{}, {'Content-Length': '1'}, {'Transfer-Encoding': 'chunked'}])
      expect((await post(path, streamOf(body, 3), headers)).status).toBe(200)
    for (const headers of [{}, {'Content-Length': '1'}, {'Transfer-Encoding': 'chunked'}])
      expect((await post(path, streamOf(`${body}${' '.repeat(100)}`, 3), headers)).status).toBe(413)
    expect((await post(path, streamOf(body, 3), {'Content-Length': '101'})).status).toBe(413)
    expect((await post(path, streamOf('', 3))).status).toBe(400)
  })

  test.each(paths)('%s says of a stream that fails that it breaks off', async path => {
    const broken = new ReadableStream<Uint8Array>({
      pull: controller => controller.error(new Error('gone')),
    })
    const response = await post(path, broken)
    expect([response.status, await response.json()]).toMatchObject([400, {detail: 'The body breaks off.'}])
    expect(failures).toEqual([])
  })
})
