import {cpSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {formatNames} from '../../../src/internal.ts'
import {useBrowser, useServer, watch} from '../../support/browser.ts'
import {fixtures} from '../../support/fixtures.ts'
import {install} from '../../support/installed.ts'
import {runFile, runScript} from '../../support/run-script.ts'
import {filesBelow, folderForAll, writeIn} from '../../support/temporary.ts'

const project = folderForAll({})
cpSync(fixtures('examples', 'edge'), project, {recursive: true})
install(project)
const site = () => join(project, 'dist')
const browser = useBrowser()
const {url} = useServer(site)

const requests = [
  '/',
  '/healthz',
  '/readyz',
  '/openapi.json',
  '/adrenaline/',
  '/patient/adrenaline/',
  '/clinician/adrenaline/',
  '/student/adrenaline/',
  '/v1/audiences',
  '/v1/articles',
  ...formatNames.flatMap(format =>
    ['patient', 'clinician'].flatMap(audience =>
      ['', '&page=true'].map(page => `/v1/articles/adrenaline?audience=${audience}&format=${format}${page}`),
    ),
  ),
  '/v1/articles/adrenaline?audience=pateint',
  '/v1/articles/adrenaline?audience=student',
  '/v1/articles/nothing?audience=patient',
  '/nowhere/',
]

/** Path, status, headers but for what is another one each time, and bytes of the body. */
type Answer = readonly [string, number, readonly (readonly [string, string])[], readonly number[]]

/** Runs in Node and in a worker: it may use nothing from around it. */
async function answersOf(
  fetch: (request: Request) => Promise<Response>,
  paths: readonly string[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const path of paths) {
    const response = await fetch(new Request(`https://edge.example${path}`))
    const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
    answers.push([path, response.status, headers, [...new Uint8Array(await response.arrayBuffer())]])
  }
  return answers
}

beforeAll(() => {
  expect(runFile(project, 'build.js')).toBe('')
  writeIn(site(), 'index.html', '<!doctype html><title>Edge</title><link rel="icon" href="data:,">')
  writeIn(site(), '404.html', '')
  writeIn(
    site(),
    'ask.js',
    `import handler from './worker.js'
const answersOf = ${answersOf.toString()}
onmessage = async ({data}) => postMessage(await answersOf(handler.fetch, data))
`,
  )
})

test('the bundle is one file that imports nothing', () => {
  const code = readFileSync(join(site(), 'worker.js'), 'utf8')
  expect(filesBelow(site()).filter(file => file.endsWith('.js'))).toEqual(['ask.js', 'worker.js'])
  expect(code).not.toMatch(/["'`]node:[a-z]/)
  expect(code).not.toMatch(/(?:^|[;\n}])import\b[^;(]*?["'`]|\brequire\(\s*["'`]/)
})

test('a worker that has no Node answers byte for byte what Node answers', async () => {
  const script = `import {contentOf, createApp} from 'parlance-md/server'
import {loadConfig} from 'parlance-md/project'
import {readContent} from './content.js'
const {config} = await loadConfig('.')
const {sources, files} = await readContent()
const app = createApp({content: contentOf({config, sources, read: path => files[path]})})
const answersOf = ${answersOf.toString()}
console.log(JSON.stringify(await answersOf(app.fetch, ${JSON.stringify(requests)})))
`
  const expected: readonly Answer[] = JSON.parse(runScript(project, script))
  const text = (path: string): string => {
    const [, , , bytes = []] = expected.find(([asked]) => asked === path) ?? []
    return Buffer.from(bytes).toString()
  }
  expect(text('/patient/adrenaline/')).toContain('Press the pen')
  expect(text('/patient/adrenaline/')).not.toMatch(
    /1:1000|simons1998|brief excursions|systemic hypersensitivity/,
  )
  expect(text('/clinician/adrenaline/')).toContain('brief excursions')
  expect(expected.filter(([, status]) => status === 200)).toHaveLength(requests.length - 5)

  const context = await browser.open()
  const page = await context.newPage()
  const wrong = watch(page)
  await page.goto(url(''))
  const answers = await page.evaluate(
    ([script, paths]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(script, {type: 'module'})
        worker.onmessage = event => resolve(event.data)
        worker.onerror = event => reject(new Error(event.message))
        worker.postMessage(paths)
      }),
    [url('ask.js'), requests] as const,
  )
  expect(answers).toEqual(expected)
  expect(wrong).toEqual([])
  await context.close()
})
