import {unlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {type LogLine, numberOf, type Served, serve} from '../../support/serve.ts'
import {folderWith, replaceIn} from '../../support/temporary.ts'
import {smallProject} from './project.ts'

const dose = '/v1/articles/dose?audience=patient&format=text'
const page = (body: string): string => `---\ntitle: Dose\n---\n\n${body}\n`

async function open(config: object = {}, files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({...smallProject, 'parlance.config.json': configOf(config), ...files})
  return {folder, served: await serve(folder)}
}

const configOf = (more: object): string =>
  JSON.stringify({...(JSON.parse(smallProject['parlance.config.json'] ?? '') as object), ...more})

/**
 * Change files, and wait until the server reports a change that names something. It may look at the files
 * while they change, and report a part of it first.
 *
 * @returns All that the change names.
 */
async function change(served: Served, make: () => void, name = 'site'): Promise<readonly string[]> {
  const purgeOf = (line: LogLine) => line.purge as readonly string[] // each such line has one
  const reported = served.next('content changed', line => purgeOf(line).includes(name))
  make()
  return purgeOf(await reported)
}

describe('entity tags', () => {
  test('each coding has its own, and each of them is good for a 304', async () => {
    const {served} = await open({}, {'content/dose.md': page('Text. '.repeat(200))})
    const tags = new Set<string>()
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = {'accept-encoding': coding}
      const first = await served.get(dose, {headers})
      const tag = first.headers.get('etag') ?? ''
      expect(first.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding)
      expect(tag).toMatch(/^"[0-9a-f]{32}(-br|-gzip)?"$/)
      tags.add(tag)
      for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
        const again = await served.get(dose, {headers: {...headers, 'if-none-match': known}})
        expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
        expect(again.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600')
        expect(again.headers.get('vary')).toBe('Accept-Encoding')
        expect(again.headers.get('content-type')).toBeNull()
        expect(again.headers.get('content-security-policy')).toBeNull()
      }
      const other = await served.get(dose, {headers: {...headers, 'if-none-match': '"x"'}})
      expect([other.status, (await other.text()).length > 100]).toEqual([200, true])
    }
    expect(tags.size).toBe(3)
  })

  test('they say what the bytes are: another server with the same text has the same', async () => {
    const [one, two] = [await open(), await open()]
    const tag = async ({served}: typeof one) => (await served.get(dose)).headers.get('etag')
    expect(await tag(one)).toBe(await tag(two))
  })

  test.each(['/v1/audiences', '/v1/articles', '/openapi.json'])('%s', async path => {
    const {served} = await open()
    const tag = (await served.get(path)).headers.get('etag') ?? ''
    expect((await served.get(path, {headers: {'if-none-match': tag}})).status).toBe(304)
  })
})

test('how long caches may use an answer, and by which names they can drop it', async () => {
  const {served} = await open({serve: {maxAge: 5, staleWhileRevalidate: 7}})
  const {headers} = await served.get(dose)
  expect(headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=7')
  expect(headers.get('surrogate-key')).toBe('page:dose term:htn ref:one')
  expect(headers.get('cache-tag')).toBe('page:dose,term:htn,ref:one')
})

test('two hundred who ask for a cold page at once have it compiled and rendered once', async () => {
  const {served} = await open()
  const answers = await Promise.all(Array.from({length: 200}, () => served.get(dose)))
  const texts = new Set(await Promise.all(answers.map(answer => answer.text())))
  expect(texts.size).toBe(1)
  expect(answers.every(({status}) => status === 200)).toBe(true)
  expect(await numberOf(served, 'parlance_compilations_total')).toBe(1)
  expect(await numberOf(served, 'parlance_render_duration_seconds_count{audience="patient"}')).toBe(1)
})

describe('a change of the files', () => {
  test('of a page is reported with its name, and nothing old is served after that', async () => {
    const {folder, served} = await open()
    const before = (await served.get(dose)).headers.get('etag') ?? ''
    const purge = await change(served, () => replaceIn(folder, 'content/dose.md', page('Another dose.')))
    expect(purge).toEqual(['site', 'page:dose'])
    const after = await served.get(dose, {headers: {'if-none-match': before}})
    expect([after.status, await after.text()]).toEqual([200, 'Another dose.\n'])
  })

  test('leaves what is not of it alone', async () => {
    const {folder, served} = await open()
    await served.get('/v1/articles/deep/page?audience=patient')
    await served.get(dose)
    await change(served, () => replaceIn(folder, 'content/dose.md', page('Another dose.')))
    await served.get('/v1/articles/deep/page?audience=patient')
    expect(await numberOf(served, 'parlance_compilations_total')).toBe(2)
  })

  test('of the glossary and the references is reported by term and reference', async () => {
    const {folder, served} = await open()
    expect(await (await served.get(dose)).text()).toContain('hypertension')
    const glossary = 'htn:\n  term: high pressure\n  definition: Too much of it\n'
    const purge = await change(served, () => replaceIn(folder, 'glossary.yaml', glossary))
    expect(purge).toEqual(['site', 'term:htn', 'more'])
    expect(await (await served.get(dose)).text()).toContain('high pressure')
    const references = '- id: one\n  type: book\n  title: Another\n'
    expect(await change(served, () => replaceIn(folder, 'refs.yaml', references))).toContain('ref:one')
    const whole = await served.get(`${dose}&page=true`)
    expect(await whole.text()).toContain('Another')
  })

  test('of the configuration is reported as everything', async () => {
    const {folder, served} = await open()
    await served.get(dose)
    const audiences = [
      {id: 'nurse', label: 'Nurse'},
      {id: 'patient', label: 'Patient'},
      {id: 'clinician', label: 'C'},
    ]
    const replace = () => replaceIn(folder, 'parlance.config.json', configOf({audiences}))
    expect(await change(served, replace, 'everything')).toEqual(['everything'])
    expect((await served.get('/v1/articles/deep/page?audience=nurse')).status).toBe(200)
    expect((await served.get('/v1/articles/deep/page?audience=student')).status).toBe(400)
  })

  test('a page that is gone, and one that is new', async () => {
    const {folder, served} = await open()
    await served.get(dose)
    await change(served, () => unlinkSync(join(folder, 'content/dose.md')))
    expect((await served.get(dose)).status).toBe(404)
    await change(served, () => replaceIn(folder, 'content/dose.md', page('Again.')))
    expect(await (await served.get(dose)).text()).toBe('Again.\n')
  })

  test('a posted source is read with the glossary of now', async () => {
    const {folder, served} = await open()
    const value = async () => {
      const answer = await served.post('/v1/render', {
        source: ':term[htn]',
        audience: 'patient',
        format: 'text',
      })
      return ((await answer.json()) as {value: string}).value
    }
    expect(await value()).toContain('hypertension')
    await change(served, () =>
      replaceIn(folder, 'glossary.yaml', 'htn:\n  term: pressure\n  definition: Too much\n'),
    )
    expect(await value()).toContain('pressure')
    expect(await value()).not.toContain('hypertension')
  })
})

describe('a page that becomes broken', () => {
  const broken = page('Text.\n\n:::clinician\nSECRET')

  test('is shown to no reader', async () => {
    const {folder, served} = await open()
    await served.get(dose)
    await change(served, () => replaceIn(folder, 'content/dose.md', broken))
    const answer = await served.get(dose)
    expect([answer.status, (await answer.text()).includes('SECRET')]).toEqual([422, false])
    await change(served, () => replaceIn(folder, 'content/dose.md', page('Mended.')))
    expect(await (await served.get(dose)).text()).toBe('Mended.\n')
  })

  test('keeps its last good version where that is asked for, and says so', async () => {
    const {folder, served} = await open({serve: {stale: true}})
    const before = await (await served.get(dose)).text()
    await change(served, () => replaceIn(folder, 'content/dose.md', broken))
    const answer = await served.get(dose)
    expect([answer.status, await answer.text()]).toEqual([200, before])
    expect(answer.headers.get('parlance-stale')).toBe('true')
    expect(answer.headers.get('cache-control')).toBe('public, no-cache')
    await change(served, () => replaceIn(folder, 'content/dose.md', page('Mended.')))
    const fixed = await served.get(dose)
    expect([await fixed.text(), fixed.headers.get('parlance-stale')]).toEqual(['Mended.\n', null])
  })

  test('a configuration that becomes wrong leaves all as it was, and the server is not ready', async () => {
    const {folder, served} = await open()
    const before = await (await served.get(dose)).text()
    const reported = served.next('the content cannot be used; what was read before is still served')
    replaceIn(folder, 'parlance.config.json', '{"audience": []}')
    expect((await reported).problem).toContain('did you mean `audiences`?')
    expect(await (await served.get(dose)).text()).toBe(before)
    const readiness = await served.get('/readyz')
    expect(readiness.status).toBe(503)
    expect(await readiness.text()).not.toContain(folder)
    await change(served, () => replaceIn(folder, 'parlance.config.json', configOf({})))
    expect((await served.get('/readyz')).status).toBe(200)
  })
})
