import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Page} from 'playwright-core'
import {rolldown} from 'rolldown'
import {beforeAll, describe, expect, test} from 'vitest'
import medical from '../../fixtures/projects/medical/parlance.config.ts'
import {createApp} from '../../src/faces/server/web/index.ts'
import {contentOf} from '../../src/faces/server/web/memory-content.ts'
import type * as parlance from '../../src/index.ts'
import {useBrowser, useServer, watch} from '../support/browser.ts'
import {fixtures, foldersIn} from '../support/fixtures.ts'
import {sizeLimits} from '../support/size-limits.ts'
import {filesBelow, folderForAll, writeIn} from '../support/temporary.ts'

const dist = join(import.meta.dirname, '../../dist')
const built: typeof parlance = await import(join(dist, 'index.js'))
const bundle = readFileSync(join(dist, 'browser.js'), 'utf8')

/** What both sides are given: data that can be sent to a page. */
interface Work {
  readonly source: string
  readonly config: unknown
  readonly path: string
  readonly files: Readonly<Record<string, string>>
}

/** What both sides make of it: outputs and messages by format and reader, or why there is none. */
type Made = Readonly<Record<string, string>>

/** Runs in Node, in a page and in a worker: it may use nothing from around it. */
function makeAll({compile, render, check}: typeof parlance, work: Work): Made {
  const {source, config, path, files} = work
  const read = (name: string): string | undefined => (Object.hasOwn(files, name) ? files[name] : undefined)
  try {
    const document = compile(source, {config, path, slug: 'input', read} as parlance.CompileOptions)
    const made: Record<string, string> = {messages: check(document).messages.map(String).join('\n')}
    for (const audience of document.audiences) {
      for (const format of ['html', 'text', 'markdown', 'json'] as const)
        for (const page of [false, true])
          made[`${audience} ${format} ${page}`] = render(document, {
            audience,
            format,
            page,
            draft: true,
          }).value
    }
    return made
  } catch (error) {
    return {thrown: String(error)}
  }
}

const textsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesBelow(folder).map(path => [path, readFileSync(join(folder, path), 'utf8')]))

const article = textsOf(fixtures('projects', 'medical'))
const medicalWork = (name: string): Work => ({
  source: article[`content/${name}`] ?? '',
  config: medical,
  path: name,
  files: {
    ...article,
    ...Object.fromEntries(
      Object.entries(article).map(([path, text]) => [path.replace(/^content\//, ''), text]),
    ),
  },
})

function workIn(folder: string): Work {
  const files = textsOf(folder)
  const config: unknown = JSON.parse(files['config.json'] ?? '{}')
  return {source: files['input.md'] ?? '', config, path: 'input.md', files}
}

const works: ReadonlyMap<string, Work> = new Map([
  ...readdirSync(fixtures('projects', 'medical', 'content'))
    .filter(name => name.endsWith('.md'))
    .map(name => [name, medicalWork(name)] as const),
  ...foldersIn(fixtures('documents')).map(name => [name, workIn(fixtures('documents', name))] as const),
])
const usesRawHtml = ({config}: Work): boolean => (config as {rawHtml?: boolean}).rawHtml === true

const site = folderForAll({
  'index.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bundle</title><link rel="icon" href="data:,">
<script type="module" src="page.js"></script>
`,
  '404.html': '',
  'page.js': `import * as parlance from './parlance.js'
window.makeAll = works => works.map(work => (${makeAll.toString()})(parlance, work))
`,
  'parlance.js': bundle,
  'worker.js': `import * as parlance from './parlance.js'
const makeAll = ${makeAll.toString()}
onmessage = ({data}) => postMessage(data.map(work => makeAll(parlance, work)))
`,
})
const browser = useBrowser()
const {url} = useServer(() => site)

async function openPage(): Promise<{page: Page; wrong: readonly string[]; close: () => Promise<void>}> {
  const context = await browser.open()
  const page = await context.newPage()
  const wrong = watch(page)
  await page.goto(url(''))
  return {page, wrong, close: () => context.close()}
}

/** What a module worker answers to one message. */
const askWorker = (page: Page, script: string, message: unknown): Promise<unknown> =>
  page.evaluate(
    ([address, data]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(address as string, {type: 'module'})
        worker.onmessage = event => resolve(event.data)
        worker.onerror = event => reject(new Error(event.message))
        worker.postMessage(data)
      }),
    [script, message] as const,
  )

describe('the bundle', () => {
  test('is one file that imports nothing', async () => {
    const imports = [...bundle.matchAll(/(?:^|[;\n}])import\b[^;]*?["'`]([^"'`]+)["'`]|\bimport\(\s*["'`]/g)]
    expect(imports.map(([found]) => found)).toEqual([])
    expect(bundle).not.toMatch(/["'`]node:[a-z]/)
    const again = await rolldown({input: join(dist, 'browser.js'), logLevel: 'silent', platform: 'browser'})
    const {output} = await again.generate({format: 'esm'})
    await again.close()
    expect(
      output.map(file => (file.type === 'chunk' ? [file.imports, file.dynamicImports] : file.fileName)),
    ).toEqual([[[], []]])
  })

  test('keeps its size', () => {
    expect(gzipSync(bundle, {level: 9}).length).toBeLessThanOrEqual(sizeLimits.browserGzip)
  })

  test('has the names of `parlance`', async () => {
    const bundled: object = await import(join(dist, 'browser.js'))
    expect(Object.keys(bundled).sort()).toEqual(Object.keys(built).sort())
  })

  test('comes with the licenses of what it holds', () => {
    const licenses = readFileSync(join(dist, 'browser-third-party.txt'), 'utf8')
    const names = [...licenses.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(/gm)].map(([, name]) => name)
    expect(names).toEqual(
      expect.arrayContaining(['@noble/hashes', 'hast-util-to-html', 'micromark', 'yaml', 'zod']),
    )
    expect(names).not.toContain('parse5')
  })
})

describe('makes in a browser what Node makes', () => {
  const expected = [...works].map(([, work]) => makeAll(built, work))
  const alike = [...works].map(([name, work]) => ({name, raw: usesRawHtml(work)}))

  function compare(made: readonly Made[]): void {
    expect(made).toHaveLength(works.size)
    for (const [index, {name, raw}] of alike.entries()) {
      if (raw)
        expect(made[index]?.thrown, name).toContain('`rawHtml`: must be `false` in `parlance-md/browser`')
      else expect(made[index], name).toEqual(expected[index])
    }
  }

  test('the works hold the article for three audiences', () => {
    const [pertuzumab] = [...works.keys()].flatMap((name, index) =>
      name === 'pertuzumab-mechanism.md' ? [expected[index] ?? {}] : [],
    )
    for (const audience of ['clinician', 'patient', 'student'])
      expect(pertuzumab?.[`${audience} html true`]).toContain('<h1')
    expect(works.size).toBeGreaterThan(20)
    expect(expected.filter(({thrown}) => thrown !== undefined)).toEqual([])
    expect(alike.filter(({raw}) => raw).length).toBeGreaterThan(0)
  })

  test('in a page', async () => {
    const {page, wrong, close} = await openPage()
    const made = await page.evaluate(
      all => (window as unknown as {makeAll: (given: unknown) => unknown}).makeAll(all), // set by page.js
      [...works.values()],
    )
    compare(made as Made[])
    expect(wrong).toEqual([])
    await close()
  })

  test('in a worker, which has no DOM', async () => {
    const {page, wrong, close} = await openPage()
    compare((await askWorker(page, url('worker.js'), [...works.values()])) as Made[])
    expect(wrong).toEqual([])
    await close()
  })
})

test('says of broken pages what the library says', async () => {
  const bundled: typeof parlance = await import(join(dist, 'browser.js'))
  const broken = foldersIn(fixtures('messages')).map(rule => fixtures('messages', rule))
  const cases = broken.flatMap(rule => foldersIn(rule).map(name => workIn(join(rule, name))))
  expect(cases.length).toBeGreaterThan(80)
  for (const work of cases.filter(work => !usesRawHtml(work)))
    expect(makeAll(bundled, work), work.source).toEqual(makeAll(built, work))
})

describe('the HTTP API in a worker', () => {
  const options = {sources: {plain: '# Plain\n\n:::clinician\nOne.\n:::\n\nTwo.\n'}}
  const requests = [
    '/healthz',
    '/plain/',
    '/clinician/plain/',
    '/patient/plain/',
    '/v1/audiences',
    '/v1/articles',
    '/v1/articles/plain?audience=patient&format=text',
    '/v1/articles/plain?audience=nobody',
    '/nowhere/',
  ]

  beforeAll(async () => {
    const entry = `import {contentOf, createApp} from ${JSON.stringify(join(dist, 'server.js'))}
const app = createApp({content: contentOf(${JSON.stringify(options)})})
onmessage = async ({data}) => postMessage(await Promise.all(data.map(async path => {
  const response = await app.fetch(new Request('https://edge.example' + path))
  return [path, response.status, response.headers.get('content-type'), await response.text()]
})))
`
    writeIn(site, 'entry.js', entry)
    const made = await rolldown({
      input: join(site, 'entry.js'),
      platform: 'browser',
      logLevel: 'silent',
      resolve: {conditionNames: ['workerd', 'worker', 'import', 'module', 'default']},
    })
    const {output} = await made.generate({format: 'esm', minify: true, codeSplitting: false})
    await made.close()
    expect(output).toHaveLength(1)
    expect(output[0].imports).toEqual([])
    writeIn(site, 'app.js', output[0].code)
  })

  test('answers as it does in Node', async () => {
    const app = createApp({content: contentOf(options)})
    const expected = await Promise.all(
      requests.map(async path => {
        const response = await app.fetch(new Request(`https://edge.example${path}`))
        return [path, response.status, response.headers.get('content-type'), await response.text()]
      }),
    )
    const {page, wrong, close} = await openPage()
    expect(await askWorker(page, url('app.js'), requests)).toEqual(expected)
    expect(wrong).toEqual([])
    await close()
  })
})
