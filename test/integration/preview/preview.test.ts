import {request} from 'node:http'
import {networkInterfaces} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest'
import {parlance} from '../../support/cli.ts'
import {until} from '../../support/patience.ts'
import {type Previewed, startPreview} from '../../support/preview.ts'
import {filesBelow, folderForAll, folderWith, writeIn} from '../../support/temporary.ts'

const files = {
  'parlance.config.json': '{"bibliography": "refs.yaml"}',
  'refs.yaml': '- {id: a, type: book, title: A, publisher: P, issued: 2020}\n',
  'secret.txt': 'no part of any page',
  'content/page.md':
    '---\ntitle: Page\n---\n\n:::clinician\nSECRET :cite[a].\n:::\n\n![x](fig.png)\n\n::include{file="_part.md"}\n',
  'content/_part.md': 'Part.\n',
  'content/fig.png': new Uint8Array([137, 80, 78, 71]),
  'content/ä & ö.md': 'Text.\n',
}

const folder = folderForAll(files)
let preview: Previewed
beforeAll(async () => {
  preview = await startPreview(folder)
})
afterAll(() => preview.stop())

/** As a browser asks that was led here by any name. */
function ask(path: string, {host, method = 'GET'}: {host?: string; method?: string} = {}) {
  return new Promise<{status: number; headers: Record<string, unknown>; body: string}>((resolve, reject) => {
    const {port, host: own} = new URL(preview.url)
    request({host: '127.0.0.1', port, path, method, headers: {Host: host ?? own}}, response => {
      let body = ''
      response.on('data', chunk => {
        body += String(chunk)
      })
      response.on('end', () => resolve({status: response.statusCode ?? 0, headers: response.headers, body}))
    })
      .on('error', reject)
      .end()
  })
}

describe('what is answered', () => {
  test('the list of pages, and a page by the path of its source', async () => {
    const list = await ask('/')
    expect(list.body).toContain('<a href="/page/content/page.md">Page</a>')
    expect(list.body).toContain('href="/page/content/%C3%A4%20%26%20%C3%B6.md"')
    expect((await ask('/page/content/page.md')).body).toContain('<title>Page – preview</title>')
    expect((await ask('/page/content/%C3%A4%20%26%20%C3%B6.md')).status).toBe(200)
    expect(JSON.parse((await ask('/state/content/page.md')).body)).toMatchObject({
      path: 'content/page.md',
      variants: [
        {audience: 'clinician', wordCount: 2, citations: [{key: 'a', number: 1, title: 'A'}], fallbacks: []},
        {audience: 'patient', citations: []},
        {audience: 'student', citations: []},
      ],
      generation: expect.any(Number) as number,
    })
  })

  test('a variant holds the words of its audience only; all wordings say that they are not for publication', async () => {
    expect((await ask('/variant/clinician/content/page.md')).body).toContain('SECRET')
    expect((await ask('/variant/patient/content/page.md')).body).not.toContain('SECRET')
    const every = (await ask('/every/content/page.md')).body
    expect(every).toContain('SECRET')
    expect(every).toContain('not for publication')
  })

  test('source of a page and of what it includes, pictures beside it, and no other file', async () => {
    expect(JSON.parse((await ask('/source/content/page.md')).body)).toMatchObject({
      text: files['content/page.md'],
    })
    expect(JSON.parse((await ask('/source/content/page.md?file=content/_part.md')).body)).toEqual({
      file: 'content/_part.md',
      text: 'Part.\n',
    })
    const picture = await ask('/frame/patient/content/fig.png')
    expect(picture).toMatchObject({status: 200, headers: {'content-type': 'image/png'}})
    for (const path of [
      '/source/content/page.md?file=secret.txt',
      '/source/content/page.md?file=../../etc/passwd',
      '/source/secret.txt',
      '/secret.txt',
      '/frame/patient/secret.txt',
      '/frame/patient/../../../../etc/x.png',
      '/frame/patient/%2e%2e%2f%2e%2e%2fx.png',
      '/variant/nobody/content/page.md',
      '/variant/patient/content/_part.md',
      '/page/content/none.md',
      '/page/%',
      '/state/',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
  })

  test('nothing is kept, listed or framed elsewhere', async () => {
    for (const path of [
      '/',
      '/page/content/page.md',
      '/state/content/page.md',
      '/every/content/page.md',
      '/preview.js',
    ]) {
      const {headers} = await ask(path)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers.etag).toBeUndefined()
    }
  })
})

describe('who is answered', () => {
  test.each(['evil.example', 'evil.example:4321', '127.0.0.1', '0.0.0.0', '[::1]'])(
    'not under the name %j',
    async host => {
      const {port} = new URL(preview.url)
      const named = host.includes(':') || host === '127.0.0.1' ? host : `${host}:${port}`
      const {status, body} = await ask('/every/content/page.md', {host: named})
      expect([400, 421]).toContain(status)
      expect(body).not.toContain('SECRET')
    },
  )

  test('under localhost', async () => {
    const {port} = new URL(preview.url)
    expect((await ask('/', {host: `localhost:${port}`})).status).toBe(200)
  })

  test('no request that would change something', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await ask('/', {method})).toMatchObject({status: 405, headers: {allow: 'GET, HEAD'}})
    expect(await ask('/', {method: 'HEAD'})).toMatchObject({status: 200, body: ''})
  })

  test('no other machine', async () => {
    const {port} = new URL(preview.url)
    const others = Object.values(networkInterfaces())
      .flat()
      .flatMap(address => (address === undefined || address.internal ? [] : [address]))
    for (const {address, family} of others) {
      const host = family === 'IPv6' ? `[${address}]` : address
      await expect(fetch(`http://${host}:${port}/`)).rejects.toThrow()
    }
  })
})

test('a page is notified of a change once the new version is served', async () => {
  const own = folderWith(files)
  const other = await startPreview(own)
  onTestFinished(async () => {
    await other.stop()
  })
  const events = await fetch(`${other.url}/events`)
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async (): Promise<string> => (await reader?.read())?.value ?? ''
  expect(await next()).toBe('retry: 500\nevent: change\ndata: 1\n\n')
  let event: string | undefined
  void next().then(read => {
    event = read
  })
  const save = (time: number): void => writeIn(own, 'content/page.md', `New ${time}.\n`)
  await until(() => event !== undefined, {again: save, every: 300})
  expect(event).toMatch(/^event: change\ndata: \d+\n\n$/)
  expect(await (await fetch(`${other.url}/variant/patient/content/page.md`)).text()).toMatch(
    /<p [^>]*>New \d+\.<\/p>/,
  )
  await reader?.cancel()
})

describe('the command', () => {
  test('ends on a signal, and leaves nothing behind', async () => {
    const own = folderWith(files)
    const before = filesBelow(own)
    const other = await startPreview(own)
    await fetch(`${other.url}/every/content/page.md`)
    expect(await other.stop()).toBe(130)
    const another = await startPreview(own)
    expect(await another.stop('SIGTERM')).toBe(0)
    expect(filesBelow(own)).toEqual(before)
  })

  test('a configuration that is missing or cannot be used is one clear message, and exit status 2', async () => {
    const broken = folderWith({'parlance.config.json': '{"glossry": "x"}'})
    const {status, stderr, stdout} = await parlance(['preview', broken, '--port', '0'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error: The configuration `parlance.config.json` cannot be used:\n/)
    const missing = await parlance(['preview', broken, '--port', '0', '--config', 'nowhere.json'], {
      cwd: broken,
    })
    expect(missing.status).toBe(2)
    expect(missing.stderr).toContain('there is no such file')
    const nowhere = await parlance(['preview', join(broken, 'nowhere'), '--port', '0'])
    expect(nowhere.status).toBe(2)
    expect(nowhere.stderr).not.toContain('This is a bug')
  })

  test('a port that is taken is said, not guessed around', async () => {
    const {port} = new URL(preview.url)
    const {status, stderr} = await parlance(['preview', folder, '--port', port])
    expect(status).toBe(2)
    expect(stderr).toContain('EADDRINUSE')
    expect((await parlance(['preview', folder, '--port', 'x'])).status).toBe(2)
  })
})
