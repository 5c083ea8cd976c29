import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {problems} from '../../../src/faces/server/web/problem.ts'
import {rules} from '../../../src/internal.ts'
import {type Served, startServe} from '../../support/serve.ts'
import {folderForAll} from '../../support/temporary.ts'
import {smallProject} from './project.ts'

const folder = folderForAll(smallProject)
let served: Served
beforeAll(async () => {
  served = await startServe(folder)
})
afterAll(() => served.stop('SIGKILL'))

const problem = async (response: Response) => ({
  media: response.headers.get('content-type'),
  status: response.status,
  cache: response.headers.get('cache-control'),
  ...((await response.json()) as {type: string; title: string; detail: string; allowed?: string[]}),
})
const problemOf = async (path: string, init?: RequestInit) => problem(await served.get(path, init))
const kind = (name: string): string => `/docs/rules/${name}`

describe('GET /docs/rules/{id}', () => {
  test.each([...Object.keys(rules), ...Object.keys(problems)])('has a page: %s', async id => {
    const response = await served.get(`/docs/rules/${id}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toMatch(new RegExp(`<main><h1[^>]*><code>${id}</code></h1>\\s*<p>`))
  })

  test('shows the example of a rule', async () => {
    const text = await (await served.get('/docs/rules/fence-stray')).text()
    expect(text).toMatch(/<strong>Wrong<\/strong>[\s\S]*<strong>Right<\/strong>/)
  })

  test('has no page for another id; the problem names the page that explains it', async () => {
    const {type, status, detail} = await problemOf('/docs/rules/fence-stary')
    expect({status, detail}).toMatchObject({
      status: 404,
      detail: expect.stringMatching(/^There is no rule `fence-stary`: did you mean `fence-stray`\?/),
    })
    expect(await (await served.get(type)).text()).toContain('Not found. The status of the answer is')
  })
})

describe('GET /v1/audiences', () => {
  test('the choices', async () => {
    const response = await served.get('/v1/audiences')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toEqual({
      question: 'Which best describes you?',
      audiences: [
        {id: 'clinician', label: 'I am a healthcare professional'},
        {id: 'patient', label: 'I am a patient or caregiver'},
        {id: 'student', label: 'I am a student'},
      ],
      dimensions: [{name: 'region', values: ['us', 'eu'], default: 'us'}],
    })
  })
})

describe('GET /v1/articles', () => {
  test('all articles by slug', async () => {
    const response = await served.get('/v1/articles')
    expect(response.headers.get('link')).toBeNull()
    expect(await response.json()).toEqual({
      articles: [
        {slug: 'broken', title: 'Broken', locale: 'en', audiences: ['clinician', 'patient', 'student']},
        {slug: 'deep/page', title: 'Deep', locale: 'en', audiences: ['clinician', 'patient', 'student']},
        {
          slug: 'dose',
          title: 'Dose',
          locale: 'en',
          audiences: ['clinician', 'patient', 'student'],
          updated: '2025-06-24',
        },
        {slug: 'experts', title: 'Experts', locale: 'en', audiences: ['clinician']},
      ],
      next: null,
    })
  })

  test('some at a time, to the end', async () => {
    const slugs: string[] = []
    let path: string | undefined = '/v1/articles?limit=3'
    while (path !== undefined) {
      const response: Response = await served.get(path)
      const {articles} = (await response.json()) as {articles: {slug: string}[]}
      slugs.push(...articles.map(({slug}) => slug), '|')
      path = /<(.*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
    }
    expect(slugs).toEqual(['broken', 'deep/page', 'dose', '|', 'experts', '|'])
  })

  test.each([
    ['limit=0', 'unknown-value', '`limit` must be a whole number from 1 to 100, not `0`.'],
    ['limit=101', 'unknown-value', '`limit` must be a whole number from 1 to 100, not `101`.'],
    ['limit=x', 'unknown-value', '`limit` must be a whole number from 1 to 100, not `x`.'],
    ['limit=1.5', 'unknown-value', '`limit` must be a whole number from 1 to 100, not `1.5`.'],
    ['cursor=%25', 'unknown-value', '`cursor` must be the `next` of an earlier answer, not `%`.'],
    ['cursor=_', 'unknown-value', '`cursor` must be the `next` of an earlier answer.'],
    [
      'limt=3',
      'unknown-parameter',
      'Unknown parameter `limt`: did you mean `limit`? Allowed: `cursor`, `limit`.',
    ],
    ['limit=1&limit=2', 'unknown-value', '`limit` is given 2 times.'],
  ])('%s', async (query, name, detail) => {
    expect(await problemOf(`/v1/articles?${query}`)).toMatchObject({status: 400, type: kind(name), detail})
  })
})

describe('GET /v1/articles/{slug}', () => {
  test.each([
    ['html', 'text/html; charset=utf-8', '<p>See '],
    ['text', 'text/plain; charset=utf-8', 'See hypertension'],
    ['markdown', 'text/markdown; charset=utf-8', 'See '],
    ['json', 'application/json', '{\n  "value": "<p>See '],
  ])('format=%s', async (format, type, start) => {
    const response = await served.get(`/v1/articles/dose?audience=patient&format=${format}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-language')).toBe('en')
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    const text = await response.text()
    expect(text.slice(0, start.length)).toBe(start)
    expect(text).not.toContain('SECRET')
  })

  test.each([
    ['text/plain', 'text/plain; charset=utf-8'],
    ['text/markdown, text/plain;q=0.9', 'text/markdown; charset=utf-8'],
    ['application/json', 'application/json'],
    ['*/*', 'text/html; charset=utf-8'],
  ])('Accept: %s', async (accept, type) => {
    const response = await served.get('/v1/articles/dose?audience=patient', {headers: {accept}})
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('vary')).toBe('Accept, Accept-Encoding')
  })

  test('a slug with slashes, raw or encoded', async () => {
    for (const slug of ['deep/page', 'deep%2Fpage', 'deep%2fpage'])
      expect((await served.get(`/v1/articles/${slug}?audience=patient`)).status).toBe(200)
  })

  test('a dimension', async () => {
    const text = async (query: string) =>
      (await served.get(`/v1/articles/dose?audience=patient&format=text${query}`)).text()
    expect(await text('')).not.toContain('Europe')
    expect(await text('&region=us')).toBe(await text(''))
    expect(await text('&region=eu')).toContain('In Europe.')
  })

  test('a citation style, and a whole page', async () => {
    const response = await served.get('/v1/articles/dose?audience=patient&citationStyle=ama&page=true')
    const text = await response.text()
    expect(text).toMatch(/^<!doctype html>/)
    expect(text).toContain('<sup class="citation">')
  })

  test('the other audiences', async () => {
    const links = async (path: string) => (await served.get(path)).headers.get('link')
    expect(await links('/v1/articles/dose?audience=patient&format=text&region=eu')).toBe(
      '</v1/articles/dose?audience=clinician&format=text&region=eu>; rel="alternate"; hreflang="en", </v1/articles/dose?audience=student&format=text&region=eu>; rel="alternate"; hreflang="en"',
    )
    expect(await links('/v1/articles/experts?audience=clinician')).toBeNull()
  })

  test.each([
    ['dose', 400, 'missing-parameter', '`audience` is missing. Allowed: `clinician`, `patient`, `student`.'],
    [
      'dose?audience=pateint',
      400,
      'unknown-value',
      'Unknown audience `pateint`: did you mean `patient`? Allowed: `clinician`, `patient`, `student`.',
    ],
    [
      'dose?audience=',
      400,
      'unknown-value',
      'Unknown audience ``. Allowed: `clinician`, `patient`, `student`.',
    ],
    [
      'dose?audience=Patient',
      400,
      'unknown-value',
      'Unknown audience `Patient`: did you mean `patient`? Allowed: `clinician`, `patient`, `student`.',
    ],
    [
      'dose?audience=patient&format=htm',
      400,
      'unknown-value',
      'Unknown format `htm`: did you mean `html`? Allowed: `html`, `text`, `markdown`, `json`.',
    ],
    [
      'dose?audience=patient&region=mars',
      400,
      'unknown-value',
      'Unknown region `mars`. Allowed: `us`, `eu`.',
    ],
    ['dose?audience=patient&page=yes', 400, 'unknown-value', 'Unknown page `yes`. Allowed: `true`, `false`.'],
    ['dose?audience=patient&audience=clinician', 400, 'unknown-value', '`audience` is given 2 times.'],
    [
      'dose?audience=patient&utm=1',
      400,
      'unknown-parameter',
      'Unknown parameter `utm`. Allowed: `audience`, `citationStyle`, `region`, `format`, `page`.',
    ],
    ['none?audience=patient', 404, 'not-found', 'There is no page `none`.'],
    ['Dose?audience=patient', 404, 'not-found', 'There is no page `Dose`.'],
    [
      'experts?audience=patient',
      404,
      'not-served',
      'This page does not serve the audience `patient`. Allowed: `clinician`.',
    ],
  ])('%s: %i', async (path, status, name, detail) => {
    const found = await problemOf(`/v1/articles/${path}`)
    expect(found).toMatchObject({status, type: kind(name), detail, cache: 'no-store'})
  })

  test('406: none of the formats', async () => {
    const response = await served.get('/v1/articles/dose?audience=patient', {headers: {accept: 'image/png'}})
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await problem(response)).toMatchObject({
      status: 406,
      allowed: ['text/html', 'text/plain', 'text/markdown', 'application/json'],
    })
  })

  test('422: a page with errors is shown to no reader, and says what is wrong, without places or text', async () => {
    const response = await served.get('/v1/articles/broken?audience=patient')
    const text = await response.text()
    expect(response.status).toBe(422)
    expect(text).not.toContain('SECRET')
    expect(JSON.parse(text)).toMatchObject({
      type: kind('content-errors'),
      messages: [{ruleId: 'fence-unclosed', severity: 'error'}],
    })
    expect(text).not.toMatch(/"line"|"file"|"actual"/)
  })
})

describe('POST /v1/render', () => {
  const source = '---\ntitle: T\n---\n\nHello :cite[one], :term[htn].\n\n:::clinician\nSECRET\n:::\n'

  test('a variant, with what the project knows', async () => {
    const response = await served.post('/v1/render', {source, audience: 'patient', format: 'text'})
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const body = (await response.json()) as {value: string}
    expect(body).toMatchObject({
      messages: [],
      citations: [{key: 'one', number: 1}],
      fallbacks: [],
      meta: {audience: 'patient', format: 'text', title: 'T'},
    })
    expect(body.value).toContain('Hello [1], hypertension')
    expect(JSON.stringify(body)).not.toContain('SECRET')
  })

  test('all options', async () => {
    const response = await served.post('/v1/render', {
      source:
        '---\naudiences: [nurse]\n---\n\nHello :cite[two]; :term[x] and a line that is long enough to be wrapped.\n',
      audience: 'nurse',
      format: 'text',
      page: true,
      width: 40,
      draft: false,
      citationStyle: 'ama',
      dimensions: {place: 'home'},
      references: [{id: 'two', type: 'book', title: 'Two'}],
      glossary: {x: 'an unknown'},
      config: {audiences: [{id: 'nurse', label: 'Nurse'}], dimensions: {place: ['home', 'ward']}},
    })
    const {value} = (await response.json()) as {value: string}
    expect(response.status).toBe(200)
    expect(value).toContain('Two')
    expect(Math.max(...value.split('\n').map(line => line.length))).toBeLessThanOrEqual(40)
  })

  test('a draft of a source with errors', async () => {
    const body = {source: 'A.\n\n:::clinician\nSECRET\n', audience: 'patient', draft: true, format: 'text'}
    const response = await served.post('/v1/render', body)
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({messages: [{ruleId: 'fence-unclosed'}]})
    expect(text).not.toContain('SECRET')
  })

  test('422: a source with errors, with their places', async () => {
    const response = await served.post('/v1/render', {
      source: 'A.\n\n:::clinician\nSECRET\n',
      audience: 'patient',
    })
    const text = await response.text()
    expect(response.status).toBe(422)
    expect(JSON.parse(text)).toMatchObject({
      type: kind('content-errors'),
      messages: [{ruleId: 'fence-unclosed', file: 'source.md', line: 3, column: 1}],
    })
    expect(text).not.toContain('SECRET')
  })

  test('no file is read for it', async () => {
    const body = {
      source: '::include{file="/refs.yaml"}\n\n::include{file="content/dose.md"}\n',
      audience: 'patient',
    }
    const response = await served.post('/v1/render', body)
    expect(response.status).toBe(422)
    const {messages} = (await response.json()) as {messages: {ruleId: string}[]}
    expect(messages.map(({ruleId}) => ruleId)).toEqual(['include-missing', 'include-missing'])
  })

  test.each([
    ['{', 400, 'invalid-body', 'The body is not valid JSON.'],
    ['', 400, 'invalid-body', 'The body is not valid JSON.'],
    ['[]', 400, 'invalid-body', 'The body does not have the form that is asked for.'],
    ['{}', 400, 'invalid-body', 'The body does not have the form that is asked for.'],
    [
      {source: '', audience: 'x'},
      400,
      'unknown-value',
      'Unknown audience `x`. Allowed: `clinician`, `patient`, `student`.',
    ],
    [
      {source: '', audience: 'patient', citationStyle: 'apa'},
      400,
      'unknown-value',
      'Unknown citationStyle `apa`: did you mean `ama`? Allowed: `numeric`, `plain`, `nlm`, `vancouver`, `ama`.',
    ],
    [
      {source: '', audience: 'patient', dimensions: {place: 'x'}},
      400,
      'unknown-parameter',
      'Unknown parameter `place`. Allowed: `audience`, `citationStyle`, `region`.',
    ],
    [
      {source: '', audience: 'patient', dimensions: {region: 'x'}},
      400,
      'unknown-value',
      'Unknown region `x`. Allowed: `us`, `eu`.',
    ],
    [
      {source: '---\naudiences: [clinician]\n---\n', audience: 'patient'},
      404,
      'not-served',
      'This page does not serve the audience `patient`. Allowed: `clinician`.',
    ],
    [
      {source: '', audience: 'patient', config: {audience: []}},
      400,
      'invalid-config',
      'The configuration cannot be used.',
    ],
    [new Uint8Array([0x22, 0xff, 0x22]), 400, 'invalid-body', 'The body is not valid UTF-8.'],
    [
      `{"source":"","audience":"patient","config":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`,
      400,
      'invalid-body',
      'The body is nested deeper than 64 levels.',
    ],
  ])('%j: %i', async (body, status, name, detail) => {
    expect(await problem(await served.post('/v1/render', body))).toMatchObject({
      status,
      type: kind(name),
      detail,
    })
  })

  test('a wrong key is named with the right one', async () => {
    const body = {source: '', audience: 'patient', fromat: 'text', page: 'yes'}
    expect(await problem(await served.post('/v1/render', body))).toMatchObject({
      errors: [
        {path: 'page', message: 'Invalid input: expected boolean, received string'},
        {path: 'fromat', message: expect.stringMatching(/^Unknown key: did you mean `format`\?/) as string},
      ],
    })
  })

  test('the limits of a posted configuration can only be lower', async () => {
    const outcome = async (lines: number, limit: number) => {
      const source = 'a\n'.repeat(lines)
      const response = await served.post('/v1/check', {source, config: {limits: {lines: limit}}})
      return ((await response.json()) as {messages: {ruleId: string}[]}).messages.map(({ruleId}) => ruleId)
    }
    expect(await outcome(20, 10)).toEqual(['limit-exceeded'])
    expect(await outcome(50_000, 1_000_000)).toEqual(['limit-exceeded'])
  })

  test('415: another type', async () => {
    const response = await served.post('/v1/render', '{}', {headers: {'Content-Type': 'text/plain'}})
    expect(await problem(response)).toMatchObject({status: 415, type: kind('unsupported-media-type')})
    const coded = await served.post('/v1/render', '{}', {headers: {'Content-Encoding': 'gzip'}})
    expect(coded.headers.get('accept-encoding')).toBe('identity')
    expect(await problem(coded)).toMatchObject({status: 415, allowed: ['identity']})
    const charset = {'Content-Type': 'application/json; charset=utf-8'}
    expect(
      (await served.post('/v1/render', {source: 'A', audience: 'patient'}, {headers: charset})).status,
    ).toBe(200)
  })

  test('413: too large', async () => {
    const response = await served.post('/v1/render', {source: 'a'.repeat(1024 * 1024), audience: 'patient'})
    expect(await problem(response)).toMatchObject({
      status: 413,
      type: kind('body-too-large'),
      detail: 'A body has at most 1048576 bytes.',
    })
  })
})

describe('POST /v1/check', () => {
  test('messages and matrix; errors of the source are the answer', async () => {
    const source = '::::variants{#dose}\n:::when{for=clinician}\nSECRET\n:::\n::::\n'
    const response = await served.post('/v1/check', {source})
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      messages: [
        {ruleId: 'variant-missing', severity: 'error', file: 'source.md', line: 1},
        {ruleId: 'variant-fallback'},
      ],
      matrix: [
        {
          group: 'dose',
          kind: 'variants',
          line: 1,
          cells: {clinician: {via: 'own'}, patient: {via: 'missing'}},
        },
      ],
      citations: [],
    })
  })
})

describe('readers’ pages', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'Dose'],
    ['/index.html', 'text/html; charset=utf-8', 'Dose'],
    ['/dose/', 'text/html; charset=utf-8', 'Which best describes you?'],
    ['/dose/index.html', 'text/html; charset=utf-8', 'Which best describes you?'],
    ['/patient/', 'text/html; charset=utf-8', 'Dose'],
    ['/patient/dose/', 'text/html; charset=utf-8', '<h1'],
    ['/patient/deep/page/', 'text/html; charset=utf-8', 'Deep text.'],
    ['/patient/dose/index.html', 'text/html; charset=utf-8', '<h1'],
    ['/patient/dose/index.txt', 'text/plain; charset=utf-8', 'Dose'],
    ['/patient/dose/index.md', 'text/markdown; charset=utf-8', 'Dose'],
    ['/patient/dose/index.json', 'application/json', '"value"'],
    ['/patient/search.json', 'application/json', '"slug":"dose"'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'User-agent'],
    ['/patient/dose/?region=eu&utm_source=mail', 'text/html; charset=utf-8', 'In Europe.'],
  ])('%s', async (path, type, text) => {
    const response = await served.get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    const body = await response.text()
    expect(body).toContain(text)
    expect(body).not.toContain('SECRET')
  })

  test.each([
    ['/dose', '/dose/'],
    ['/patient', '/patient/'],
    ['/patient/dose', '/patient/dose/'],
    ['/patient/dose?region=eu', '/patient/dose/?region=eu'],
  ])('%s leads to %s', async (path, to) => {
    const response = await served.get(path)
    expect([response.status, response.headers.get('location')]).toEqual([308, to])
  })

  test.each([
    ['/none', 404, 'not-found'],
    ['/none/', 404, 'not-found'],
    ['/nurse/dose/', 404, 'not-found'],
    ['/patient/none/', 404, 'not-found'],
    ['/patient/experts/', 404, 'not-served'],
    ['/patient/dose/index.pdf', 404, 'not-found'],
    ['/sitemap.xml', 404, 'not-found'],
    ['/broken/', 422, 'content-errors'],
    ['/patient/broken/', 422, 'content-errors'],
    ['/patient/dose/?region=mars', 400, 'unknown-value'],
    ['/v1/none', 404, 'not-found'],
  ])('%s: %i', async (path, status, name) => {
    const accept = 'application/json'
    expect(await problemOf(path, {headers: {accept}})).toMatchObject({status, type: kind(name)})
  })

  test.each([
    ['/none', 404, 'Page not found'],
    ['/patient/broken/', 422, 'Not available at present'],
  ])('%s for a browser: a page', async (path, status, title) => {
    const response = await served.get(path, {headers: {accept: 'text/html,application/xhtml+xml,*/*;q=0.8'}})
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await response.text()
    expect(text).toContain(`>${title}</h1>`)
    expect(text).not.toContain('SECRET')
  })
})

describe('methods', () => {
  test.each([
    ['/v1/audiences', 'GET, HEAD, OPTIONS'],
    ['/v1/articles', 'GET, HEAD, OPTIONS'],
    ['/v1/articles/dose', 'GET, HEAD, OPTIONS'],
    ['/v1/render', 'POST, OPTIONS'],
    ['/v1/check', 'POST, OPTIONS'],
    ['/openapi.json', 'GET, HEAD, OPTIONS'],
    ['/docs', 'GET, HEAD, OPTIONS'],
    ['/healthz', 'GET, HEAD, OPTIONS'],
    ['/readyz', 'GET, HEAD, OPTIONS'],
    ['/metrics', 'GET, HEAD, OPTIONS'],
    ['/patient/dose/', 'GET, HEAD, OPTIONS'],
  ])('%s', async (path, allow) => {
    const options = await served.get(path, {method: 'OPTIONS'})
    expect([options.status, options.headers.get('allow')]).toEqual([204, allow])
    for (const method of ['PUT', 'DELETE', 'PATCH', ...(allow.startsWith('POST') ? ['GET'] : ['POST'])]) {
      const response = await served.get(path, {method})
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow])
      expect(await problem(response)).toMatchObject({type: kind('method-not-allowed')})
    }
  })

  test.each([
    '/v1/audiences',
    '/v1/articles',
    '/v1/articles/dose?audience=patient',
    '/dose/',
    '/openapi.json',
  ])('HEAD %s: the headers of GET without its body', async path => {
    const [get, head] = [await served.get(path), await served.get(path, {method: 'HEAD'})]
    const headersOf = ({headers}: Response) =>
      [...headers].filter(([name]) => !['date', 'x-request-id', 'connection', 'keep-alive'].includes(name))
    expect(head.status).toBe(200)
    expect(headersOf(head)).toEqual(headersOf(get))
    expect(await head.text()).toBe('')
  })
})

describe('about the server', () => {
  test('health and readiness', async () => {
    expect(await (await served.get('/healthz')).text()).toBe('ok\n')
    expect(await (await served.get('/readyz')).text()).toBe('ready\n')
  })

  test('metrics have no addresses in their labels', async () => {
    await served.get('/v1/articles/dose?audience=patient')
    const text = await (await served.get('/metrics')).text()
    expect(text).toMatch(
      /parlance_http_requests_total\{endpoint="variant",method="GET",status="200",audience="patient"\} \d+/,
    )
    expect(text).not.toMatch(/dose|deep|experts|none/)
    expect(text).not.toContain('nodejs_version')
  })
})
