import {connect, type Socket} from 'node:net'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {numberOf, type Served, serve} from '../support/serve.ts'
import {folderWith} from '../support/temporary.ts'
import {amounts, mebibytes, tell} from './amounts.ts'
import {projectWith} from './project.ts'

const atATime = 200

/** A connection that has asked once and says nothing more. */
function openIdle({url}: Served): Promise<Socket> {
  const {hostname, port} = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname)
    socket.once('error', reject)
    socket.once('data', () => resolve(socket))
    socket.write('GET /v1/articles/page-0?audience=patient HTTP/1.1\r\nHost: x\r\n\r\n')
  })
}

test(`${amounts.connections.toLocaleString('en')} idle connections: others are served, and memory comes back`, async () => {
  const served = await serve(folderWith(projectWith(5)))
  await served.get('/v1/articles/page-0?audience=patient')
  const before = await numberOf(served, 'process_resident_memory_bytes')
  const idle: Socket[] = []
  while (idle.length < amounts.connections) {
    const some = Math.min(atATime, amounts.connections - idle.length)
    idle.push(...(await Promise.all(Array.from({length: some}, () => openIdle(served)))))
  }
  const open = await numberOf(served, 'parlance_connections')
  const during = await numberOf(served, 'process_resident_memory_bytes')
  for (let time = 0; time < 500; time++)
    expect((await served.get('/v1/articles/page-1?audience=patient')).status).toBe(200)
  for (const socket of idle) socket.destroy()
  let left = open
  for (let attempt = 0; attempt < 300 && left > 20; attempt++) {
    await wait(100)
    left = await numberOf(served, 'parlance_connections')
  }
  tell('idle connections', `${open} open at once, ${((during - before) / open / 1024).toFixed(1)} KiB each`)
  tell('memory', `${mebibytes(before)} before, ${mebibytes(during)} with them`)
  expect(open).toBeGreaterThanOrEqual(amounts.connections)
  expect(left).toBeLessThanOrEqual(20)
})

interface Slow {
  readonly kind: string
  readonly start: string
  /** Sent each second. */
  readonly more: string
  /** What a client that reads gets before the end. */
  readonly answer: string
}

const slow: readonly Slow[] = [
  {kind: 'says nothing', start: '', more: '', answer: ' 408 '},
  {
    kind: 'sends its headers slowly',
    start: 'GET / HTTP/1.1\r\nHost: x\r\n',
    more: 'X: y\r\n',
    answer: ' 408 ',
  },
  {
    kind: 'sends its body slowly',
    start:
      'POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
    more: ' ',
    answer: ' 408 ',
  },
]

/** Seconds until the server ends the connection, and what it said. */
async function endOf({url}: Served, {start, more}: Slow): Promise<{seconds: number; said: string}> {
  const {hostname, port} = new URL(url)
  const started = performance.now()
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write(start)
  const timer = setInterval(() => socket.writable && socket.write(more), 1000)
  let said = ''
  socket.on('data', chunk => {
    said += String(chunk)
  })
  await new Promise(resolve => socket.once('close', resolve))
  clearInterval(timer)
  return {seconds: (performance.now() - started) / 1000, said}
}

/** One who asks for much and reads nothing. */
function openDeaf({url}: Served): Socket {
  const {hostname, port} = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.pause()
  socket.write('GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(50))
  return socket
}

test('slow clients are closed, and others are served meanwhile', async () => {
  const served = await serve(folderWith(projectWith(5)))
  const all = slow.flatMap(form => Array.from({length: 25}, () => form))
  const ends = Promise.all(all.map(form => endOf(served, form)))
  let done = false
  const ended = ends.finally(() => {
    done = true
  })
  let answered = 0
  while (!done) {
    expect((await served.get('/v1/articles/page-1?audience=patient')).status).toBe(200)
    answered++
    await wait(20)
  }
  const answers = await ended
  for (const {kind, answer: expected} of slow) {
    const these = answers.filter((_, index) => all[index]?.kind === kind)
    for (const {said} of these) expect(said.split('\r\n')[0], kind).toContain(expected)
    tell(
      `a client that ${kind}`,
      `closed after ${Math.round(Math.max(...these.map(({seconds}) => seconds)))} s`,
    )
  }
  tell('meanwhile', `${answered.toLocaleString('en')} requests of others were answered`)
})

test('clients that ask for much and read nothing are closed, and take no memory for what they do not read', async () => {
  const served = await serve(folderWith(projectWith(1)))
  const before = await numberOf(served, 'process_resident_memory_bytes')
  const started = performance.now()
  const deaf = Array.from({length: 25}, () => openDeaf(served))
  let open = 0
  let most = before
  do {
    await wait(500)
    open = await numberOf(served, 'parlance_connections')
    most = Math.max(most, await numberOf(served, 'process_resident_memory_bytes'))
  } while (open > 5 && performance.now() - started < 120_000)
  for (const socket of deaf) socket.destroy()
  tell('a client that reads nothing', `closed after ${Math.round((performance.now() - started) / 1000)} s`)
  tell('memory', `${mebibytes(before)} before, at most ${mebibytes(most)} with 25 of them`)
  expect(open).toBeLessThanOrEqual(5)
  expect(most - before).toBeLessThan(200 * 1024 * 1024)
})
