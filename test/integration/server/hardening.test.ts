import {spawnSync} from 'node:child_process'
import {createServer} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {createApp} from '../../../src/faces/server/web/app.ts'
import {contentOf} from '../../../src/faces/server/web/memory-content.ts'
import {exchange, raw} from '../../support/raw-http.ts'
import {type Served, serve, serveWithLog, startServe, untilMetric} from '../../support/serve.ts'
import {folderForAll, folderWith} from '../../support/temporary.ts'
import {smallProject} from './project.ts'

const dose = '/v1/articles/dose?audience=patient&format=text'

async function open(config: object = {}, options: Parameters<typeof serve>[1] = {}) {
  const given = JSON.parse(smallProject['parlance.config.json'] ?? '') as object
  const folder = folderWith({...smallProject, 'parlance.config.json': JSON.stringify({...given, ...config})})
  return {folder, served: await serve(folder, options)}
}

describe('addresses', () => {
  const folder = folderForAll(smallProject)
  let served: Served
  beforeAll(async () => {
    served = await startServe(folder)
  })
  afterAll(() => served.stop('SIGKILL'))

  test.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/patient/../../parlance.config.json',
    '/patient/..%2fparlance.config.json',
    '/patient/..%5c..%5cparlance.config.json',
    '/v1/articles/../../parlance.config.json?audience=patient',
    '/v1/articles/..%2f..%2fparlance.config.json?audience=patient',
    '/v1/articles/content%2fdose.md?audience=patient',
    '/v1/articles/dose%00?audience=patient',
    '/v1/articles/%ff?audience=patient',
    '/v1/articles/__proto__?audience=patient',
    '/v1/articles/dose?audience=__proto__',
    '/v1/articles/dose?audience=patient&__proto__=x',
    '/v1/articles/dose?audience=patient&constructor=x',
    '/constructor/dose/',
    '/patient/__proto__/',
    '//etc/passwd',
    '/docs/..%2fcli.js',
    '/docs/constructor',
    '/patient/dose/%2e%2e/%2e%2e/glossary.yaml',
  ])('%s', async path => {
    const {status, text} = await raw(served, path)
    expect([400, 404]).toContain(status)
    expect(text).not.toMatch(/SECRET|root:|"dimensions"|High blood/)
    expect(text).not.toContain(folder)
    expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts\b/)
  })

  test('an address that is too long, and headers that are too large', async () => {
    const long = await raw(served, `${dose}&x=${'y'.repeat(5000)}`)
    expect([long.status, JSON.parse(long.text)]).toMatchObject([414, {type: '/docs/rules/url-too-long'}])
    const large = await raw(served, dose, {'x-large': 'y'.repeat(20_000)})
    expect([large.status, JSON.parse(large.text)]).toMatchObject([
      431,
      {type: '/docs/rules/headers-too-large', status: 431},
    ])
    expect((await raw(served, dose)).status).toBe(200)
  })

  test('nothing but what is declared makes another answer', async () => {
    const expected = await raw(served, '/patient/dose/')
    for (const [query, headers] of [
      ['?utm_source=x', {}],
      ['?audience=clinician', {}],
      ['', {host: 'evil.example'}],
      ['', {'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https'}],
      ['', {'x-original-url': '/clinician/dose/', 'x-rewrite-url': '/clinician/dose/'}],
      ['', {cookie: 'audience=clinician'}],
      ['', {'accept-language': 'es'}],
    ] as const) {
      const {status, text} = await raw(served, `/patient/dose/${query}`, headers)
      expect([status, text]).toEqual([200, expected.text])
    }
    const redirect = await raw(served, '/patient/dose', {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    })
    expect([redirect.status, redirect.headers.location]).toEqual([308, '/patient/dose/'])
    expect((await raw(served, '/PATIENT/dose/')).status).toBe(404)
  })
})

describe('what is no request that can be understood', () => {
  const folder = folderForAll(smallProject)
  let served: Served
  beforeAll(async () => {
    served = await startServe(folder)
  })
  afterAll(() => served.stop('SIGKILL'))

  test.each([
    'GARBAGE\r\n\r\n',
    'FOO / HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x/y\r\nConnection: close\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nHost: x\r\nhOST: x\r\n\r\n',
    'GET /healthz HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n',
    'GET http://x/healthz HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n',
    'POST /v1/check HTTP/1.1\r\nHost: x\r\nHost: y\r\nContent-Length: 2\r\n\r\n{}',
    'GET /healthz HTTP/1.1\r\nHost: x, y\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nHost: x,y\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nHost: 999.1.1.1\r\n\r\n',
    'GET /healthz HTTP/1.1\r\nHost: x:99999\r\n\r\n',
    'GET /\\evil.example HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'POST /v1/check HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ])('%j: 400', async bytes => {
    const {status, headers, body} = await exchange(served, bytes)
    expect([status, JSON.parse(body)]).toMatchObject([400, {type: '/docs/rules/bad-request', status: 400}])
    expect(headers).toMatch(/^content-type: application\/problem\+json$/im)
    expect(headers).toMatch(/^x-content-type-options: nosniff$/im)
    expect(headers).toMatch(/^connection: close$/im)
  })

  test.each([
    ['GET /healthz HTTP/1.0\r\n\r\n', 200],
    ['GET /healthz HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n', 200],
    ['GET /healthz HTTP/1.1\r\nHost: [::1]:8080\r\nConnection: close\r\n\r\n', 200],
    ['GET http://evil.example/patient/dose HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 308],
    ['GET /healthz HTTP/1.1\r\nHost: x\r\nExpect: nothing\r\nConnection: close\r\n\r\n', 200],
    ['TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
    ['GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n', 200],
  ])('%j is one: %i', async (bytes, expected) => {
    const {status, headers} = await exchange(served, bytes)
    expect(status).toBe(expected)
    expect(headers).not.toContain('evil')
  })

  test('what was answered before is asked for with one host, too', async () => {
    const ask = async (hosts: string) =>
      (await exchange(served, `GET ${dose} HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`)).status
    const statuses = []
    for (const hosts of ['Host: x\r\n', 'Host: x\r\n', 'Host: x\r\nHost: x\r\n', 'Host: a b\r\n', ''])
      statuses.push(await ask(hosts))
    expect(statuses).toEqual([200, 200, 400, 400, 400])
  })

  test('a connection with too many requests under way gets what it may, and ends', async () => {
    const request = 'GET /docs/swagger-ui.css HTTP/1.1\r\nHost: x\r\n\r\n'
    const {statuses, last} = await statusesOf(served, request.repeat(40))
    expect(statuses).toEqual([...Array.from({length: 8}, () => 200), 503])
    expect(last).toContain('Too many requests are under way on this connection.')
  })

  test('is counted', async () => {
    await untilMetric(served, 'parlance_http_refused_total{kind="bad-request"}', 20)
  })
})

/** Statuses of all answers to bytes, and what came last. */
async function statusesOf(served: Served, bytes: string) {
  const {text} = await exchange(served, bytes)
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) [A-Z]/g)].map(([, status]) => Number(status))
  return {statuses, last: text.slice(-300)}
}

test('answers say nothing of what made them, and how browsers may use them', async () => {
  const {served} = await open()
  for (const path of [
    dose,
    '/',
    '/patient/dose/',
    '/none',
    '/v1/audiences',
    '/healthz',
    '/openapi.json',
    '/docs',
    '/metrics',
  ]) {
    const {headers, text} = await raw(served, path)
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringContaining('frame-ancestors') as string,
      'x-request-id': expect.stringMatching(/^[\w-]{24,36}$/) as string,
    })
    if (path !== '/docs') expect(text).not.toContain(process.version.slice(1))
  }
})

test('the id of a request is the caller’s where it is one', async () => {
  const {served} = await open()
  const idOf = async (id: string) => (await raw(served, dose, {'x-request-id': id})).headers['x-request-id']
  expect(await idOf('abc-123')).toBe('abc-123')
  expect(await idOf('a b"<script>')).not.toBe('a b"<script>')
  expect(await idOf('x'.repeat(300))).toHaveLength(36)
})

describe('a token', () => {
  test('is asked for everywhere but for health and readiness', async () => {
    const {served} = await open({}, {env: {PARLANCE_TOKEN: 'let-me-in'}})
    for (const path of [dose, '/', '/metrics', '/openapi.json', '/none']) {
      const refused = await served.get(path)
      expect([path, refused.status]).toEqual([path, 401])
      expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer /)
      expect(refused.headers.get('content-type')).toBe('application/problem+json')
      for (const authorization of [
        'Bearer let-me-on',
        'Bearer let-me-in-',
        'Bearer',
        'Basic let-me-in',
        'let-me-in',
      ])
        expect((await served.get(path, {headers: {authorization}})).status, authorization).toBe(401)
    }
    for (const path of ['/healthz', '/readyz']) expect((await served.get(path)).status).toBe(200)
    const headers = {authorization: 'Bearer let-me-in'}
    for (let time = 0; time < 3; time++) {
      const answer = await served.get(dose, {headers})
      expect([answer.status, answer.headers.get('cache-control')?.split(',')[0]]).toEqual([200, 'private'])
    }
    expect((await served.get(dose)).status).toBe(401)
    const description = await (await served.get('/openapi.json', {headers})).json()
    expect(description).toMatchObject({security: [{bearer: []}]})
  })

  test('that no header can carry is refused at the start', () => {
    const folder = folderWith(smallProject)
    const {status, stderr} = run(folder, {PARLANCE_TOKEN: 'with blank'})
    expect([status, stderr]).toEqual([2, expect.stringContaining('`token`: must be letters, digits')])
  })
})

describe('pages of other origins', () => {
  test('may ask where the configuration names them', async () => {
    const {served} = await open({serve: {cors: ['https://app.example']}})
    for (let time = 0; time < 2; time++) {
      const {headers, status} = await raw(served, dose, {origin: 'https://app.example', accept: '*/*'})
      expect([status, headers['access-control-allow-origin'], headers.vary]).toEqual([
        200,
        'https://app.example',
        'Accept-Encoding, Origin',
      ])
      const other = await raw(served, dose, {origin: 'https://evil.example', accept: '*/*'})
      expect([other.status, other.headers['access-control-allow-origin']]).toEqual([200, undefined])
      const none = await raw(served, dose, {accept: '*/*'})
      expect([none.headers['access-control-allow-origin'], none.headers.vary]).toEqual([
        undefined,
        'Accept-Encoding, Origin',
      ])
    }
    const preflight = await served.get('/v1/render', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST')
  })

  test('may not where it names none', async () => {
    const {served} = await open()
    const {headers} = await raw(served, dose, {origin: 'https://app.example'})
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('posted sources', () => {
  /** As many paragraphs: 1,000 take some tenths of a second. */
  const slow = (paragraphs: number): string => 'A *word* and [another](x) of `code`.\n\n'.repeat(paragraphs)
  /** Enough for all that is to be answered, on however busy a machine. Milliseconds. */
  const patient = {timeout: 50_000, workers: 1}

  test('one that takes too long is refused, and the next one is answered', async () => {
    // Minutes of work against seconds, so that no machine is fast enough to answer, nor too busy for what
    // follows.
    const megabytes = 1024 * 1024
    const {served} = await open({
      serve: {timeout: 3000, workers: 1, bodyBytes: 32 * megabytes, heapMegabytes: 2048},
      limits: {sourceBytes: 32 * megabytes, lines: 2_000_000, inlineCost: 1_000_000_000},
    })
    const refused = await served.post('/v1/check', {source: slow(500_000)})
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      {
        type: '/docs/rules/too-expensive',
        detail: 'The source takes more than 3000 ms.',
      },
    ])
    expect((await served.post('/v1/render', {source: 'A', audience: 'patient'})).status).toBe(200)
    expect((await served.get(dose)).status).toBe(200)
  })

  test('one that takes too much memory is refused, and the next one is answered', async () => {
    const {served} = await open({serve: {...patient, heapMegabytes: 48}})
    const refused = await served.post('/v1/check', {source: `${'*a* '.repeat(20)}\n\n`.repeat(6000)})
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      {detail: 'The source takes more than 48 MB of memory.'},
    ])
    expect((await served.post('/v1/render', {source: 'A', audience: 'patient'})).status).toBe(200)
  })

  test('those that find no place get the time of a retry', async () => {
    const {served} = await open({serve: {...patient, queue: 1}})
    const first = served.post('/v1/check', {source: slow(1500)})
    await untilMetric(served, 'parlance_posted_running', 1)
    const later = Array.from({length: 5}, () => served.post('/v1/check', {source: 'A'}))
    const answers = await Promise.all([first, ...later])
    const statuses = answers.map(({status}) => status).sort()
    expect(statuses).toEqual([200, 200, 503, 503, 503, 503])
    const refused = answers.find(({status}) => status === 503)
    expect(refused?.headers.get('retry-after')).toBe('2')
    expect(await refused?.json()).toMatchObject({type: '/docs/rules/overloaded'})
    expect((await served.get(dose)).status).toBe(200)
  })

  test('those whose callers have gone leave their place to others', async () => {
    const {served} = await open({serve: {...patient, queue: 1}})
    const first = served.post('/v1/check', {source: slow(1500)})
    await untilMetric(served, 'parlance_posted_running', 1)
    const gone = new AbortController()
    const aborted = served.post('/v1/check', {source: 'A'}, {signal: gone.signal}).catch(() => 'gone')
    await untilMetric(served, 'parlance_posted_waiting', 1)
    gone.abort()
    expect(await aborted).toBe('gone')
    await untilMetric(served, 'parlance_posted_waiting', 0)
    expect((await served.post('/v1/check', {source: 'A'})).status).toBe(200)
    expect((await first).status).toBe(200)
  })

  test('are in no log', async () => {
    const {served} = await open({}, {args: ['--log', 'trace']})
    await served.post('/v1/render', {source: 'SECRET-SOURCE', audience: 'patient'})
    await served.post('/v1/render', '{"source": "SECRET-SOURCE')
    await served.post('/v1/render', {source: ':::SECRET-SOURCE', audience: 'SECRET-SOURCE'})
    await served.stop()
    expect(served.log.filter(({msg}) => msg === 'request')).toHaveLength(3)
    expect(JSON.stringify(served.log)).not.toContain('SECRET')
  })
})

test('an unexpected error is reported to the operator alone', async () => {
  const content = contentOf({sources: {one: 'Text.'}})
  const reported: unknown[] = []
  const app = createApp({
    content: {
      ...content,
      page: () => {
        throw new Error('/etc/secret')
      },
    },
    onError: (error, requestId) => reported.push([String(error), requestId]),
  })
  const response = await app.fetch(
    new Request('http://localhost/v1/articles/one?audience=patient', {headers: {'x-request-id': 'id-1'}}),
  )
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({
    detail: 'Something went wrong. The id of this request is `id-1`.',
  })
  expect(reported).toEqual([['Error: /etc/secret', 'id-1']])
})

describe('the process', () => {
  test.each([
    ['SIGTERM', 0],
    ['SIGINT', 130],
  ] as const)('%s ends it once what runs is done', async (signal, status) => {
    const {served} = await open({serve: {timeout: 50_000}}, {args: ['--deadline', '50']})
    const running = served.post('/v1/check', {source: 'A *word*.\n\n'.repeat(2000)})
    await untilMetric(served, 'parlance_posted_running', 1)
    const stopped = served.stop(signal)
    expect((await running).status).toBe(200)
    expect(await stopped).toBe(status)
    await expect(served.get('/healthz')).rejects.toThrow()
  })

  test('a disk without room for its log keeps it from nothing', async () => {
    const served = await serveWithLog(folderWith(smallProject), '/dev/full')
    expect((await served.get(dose)).status).toBe(200)
    expect(await served.stop()).toBe(0)
  })

  test('an address that is taken, a folder and a configuration that cannot be used', async () => {
    const folder = folderWith(smallProject)
    const taken = createServer()
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
    const {port} = taken.address() as {port: number}
    const busy = run(folder, {}, '--port', String(port))
    taken.close()
    expect([busy.status, busy.stderr]).toEqual([2, expect.stringContaining('EADDRINUSE')])
    expect(run(join(folder, 'none'), {})).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^error: /) as string,
    })
    expect(run(folderWith({'parlance.config.json': '{"x": 1}'}), {})).toMatchObject({status: 2})
    expect(run(folder, {}, '--log', 'loud')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Allowed: `silent`') as string,
    })
  })
})

function run(folder: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const bin = join(import.meta.dirname, '../../../dist/cli.js')
  return spawnSync(process.execPath, [bin, 'serve', folder, '--port', '0', ...args], {
    env: {...process.env, ...env},
    encoding: 'utf8',
    timeout: 50_000,
  })
}
