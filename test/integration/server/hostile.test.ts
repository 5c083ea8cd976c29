import {existsSync, readFileSync} from 'node:fs'
import {Agent} from 'node:http'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {byEffort} from '../../support/effort.ts'
import {exchange, type RawAnswer, raw} from '../../support/raw-http.ts'
import {type Served, startServe} from '../../support/serve.ts'
import {folderForAll} from '../../support/temporary.ts'
import {smallProject} from './project.ts'

/**
 * Files that no address leads to, where attacks look for them: beside the project, in it, and beside its
 * pages.
 */
const bait = ['etc/passwd', 'windows/win.ini', 'WINDOWS/win.ini', 'boot.ini', '.env', 'secret.txt']
const places = ['', 'project/', 'project/content/']
const folder = folderForAll({
  ...Object.fromEntries(Object.entries(smallProject).map(([path, text]) => [`project/${path}`, text])),
  ...Object.fromEntries(places.flatMap(place => bait.map(path => [`${place}${path}`, 'SECRET of a file']))),
})
let served: Served
beforeAll(async () => {
  served = await startServe(join(folder, 'project'))
})
afterAll(() => served.stop('SIGKILL'))

/** Addresses whose answers are kept. */
const kept = [
  '/',
  '/dose/',
  '/patient/',
  '/patient/dose/',
  '/v1/articles/dose?audience=patient&format=html',
  '/v1/articles/dose?audience=patient&format=json&region=eu',
]

/** Headers that say how the message itself is to be read, or that HTTP lets choose among representations. */
const framing = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'if-none-match',
  'keep-alive',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What makes one answer differ from another of the same address: not its time and its id. */
function stable({status, headers, text}: RawAnswer): object {
  const {date: _, 'x-request-id': _id, ...others} = headers
  return {status, headers: others, text}
}

/** A header of the lists: its name, or its name and a form of its value. */
function poisons(entry: string): readonly (readonly [string, string])[] {
  const [name = '', form] = entry.split('~')
  const values = ['poison.example', 'clinician']
  const filled = form?.replaceAll('%h', 'poison.example').replaceAll('%s', 'clinician')
  return (filled === undefined ? values : [filled]).map(value => [name, value])
}

async function expectNoPoison(names: readonly string[]): Promise<void> {
  const agent = new Agent({keepAlive: true, maxSockets: 1})
  try {
    for (const path of kept) {
      const clean = stable(await raw(served, path, {}, agent))
      for (const [name, value] of names.flatMap(poisons)) {
        if (framing.has(name)) continue
        const answer = await raw(served, path, {[name]: value}, agent)
        const isRefused = name === 'host' && answer.status === 400 // no name of a host
        if (isRefused) expect(answer.headers['cache-control']).toBe('no-store')
        else expect(stable(answer), `${name}: ${value}`).toEqual(clean)
      }
      expect(stable(await raw(served, path, {}, agent))).toEqual(clean)
    }
  } finally {
    agent.destroy()
  }
}

const asPath = (text: string): string =>
  text.replace(/[^\x21-\x7e]/gu, character => encodeURIComponent(character))

async function expectNoWayOut(paths: readonly string[]): Promise<void> {
  const agent = new Agent({keepAlive: true, maxSockets: 8})
  const tried = paths.flatMap(path => {
    const bare = asPath(path).replace(/^\//, '')
    return [`/${bare}`, `/patient/${bare}/`, `/v1/articles/${bare}?audience=patient`, `/docs/${bare}`]
  })
  const statuses = new Set<number | undefined>()
  const next = tried.values()
  const work = async (): Promise<void> => {
    for (const path of next) {
      const {status, text, headers} = await raw(served, path, {}, agent)
      statuses.add(status)
      expect(`${text}${JSON.stringify(headers)}`, path).not.toMatch(/SECRET|root:|\[fonts\]/)
      expect(text, path).not.toContain(folder)
    }
  }
  try {
    await Promise.all(Array.from({length: 8}, work))
  } finally {
    agent.destroy()
  }
  for (const status of statuses) expect([200, 308, 400, 404, 414]).toContain(status)
}

async function expectNoHeader(paths: readonly string[]): Promise<void> {
  for (const path of paths)
    for (const start of ['', '/patient', '/patient/dose', '/v1/articles']) {
      const {status, headers} = await exchange(
        served,
        `GET ${start}${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      )
      expect([200, 308, 400, 404], `${start}${path}`).toContain(status)
      expect(headers.toLowerCase(), `${start}${path}`).not.toMatch(/^set-cookie/m)
    }
}

describe('a few of each kind', () => {
  test('a header poisons no answer', () =>
    expectNoPoison([
      'cookie',
      'forwarded',
      'host',
      'origin',
      'x-audience',
      'x-forwarded-host',
      'x-forwarded-prefix',
      'x-http-method-override',
      'x-original-url',
      'x-rewrite-url',
    ]))

  test('no address leads out of the content', () =>
    expectNoWayOut([
      '../etc/passwd',
      '..%2fetc%2fpasswd',
      '%252e%252e%252fetc%252fpasswd',
      '..\\..\\WINDOWS\\win.ini',
      '..%5c..%5cboot.ini',
      '%c0%ae%c0%ae/etc/passwd',
      '..;/secret.txt',
      '.env',
      'etc/passwd%00.md',
      'file:///etc/passwd',
    ]))

  test('no address becomes a header', () =>
    expectNoHeader([
      '/%0d%0aSet-Cookie:crlf=injection',
      '/%0aSet-Cookie:crlf=injection',
      '/%23%0dSet-Cookie:crlf=injection',
      '/%%0a0aSet-Cookie:crlf=injection',
      '/?x=%0d%0aSet-Cookie:crlf=injection&audience=patient',
    ]))
})

const hostile = join(import.meta.dirname, '../../../../shared/reference/hostile')
const list = (name: string): readonly string[] =>
  JSON.parse(readFileSync(join(hostile, `${name}.json`), 'utf8')) as string[]

describe.runIf(existsSync(hostile))('long lists', () => {
  const some = (name: string): readonly string[] =>
    list(name).filter((_, index) => index % byEffort(20, 1, 1) === 0)

  test('of headers', () => expectNoPoison(some('cache-poison-headers')))
  test('of paths', () => expectNoWayOut(some('path-traversal')))
  test('of line breaks', () => expectNoHeader(some('crlf-injection')))
})
