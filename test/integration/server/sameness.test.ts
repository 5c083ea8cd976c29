import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Format, render} from '../../../src/index.ts'
import {formatNames} from '../../../src/internal.ts'
import {loadProject} from '../../../src/project/index.ts'
import {type Served, startServe} from '../../support/serve.ts'
import {filesBelow, folderForAll} from '../../support/temporary.ts'

const medical = join(import.meta.dirname, '../../../fixtures/projects/medical')
const out = folderForAll({})
let served: Served
beforeAll(async () => {
  const formats = formatNames.flatMap(format => ['--format', format])
  execFileSync(process.execPath, [
    join(import.meta.dirname, '../../../dist/cli.js'),
    'build',
    medical,
    '--out',
    out,
    ...formats,
  ])
  served = await startServe(medical)
})
afterAll(() => served.stop('SIGKILL'))

test('every file of a static build is served with the same bytes at its address', async () => {
  const files = filesBelow(out).filter(file => !['manifest.json', '404.html'].includes(file))
  expect(files.length).toBeGreaterThan(60)
  for (const file of files) {
    const address = file.replace(/(^|\/)index\.html$/, '$1')
    for (const encoding of ['identity', 'gzip', 'br']) {
      const response = await served.get(`/${address}`, {headers: {'accept-encoding': encoding}})
      expect([file, response.status]).toEqual([file, 200])
      expect(await response.text(), file).toBe(readFileSync(join(out, file), 'utf8'))
    }
  }
})

test('every variant has the bytes that the library renders', async () => {
  const project = await loadProject({cwd: medical})
  let count = 0
  for (const path of await project.pages()) {
    const document = project.compile(path)
    for (const audience of document.audiences)
      for (const format of formatNames)
        for (const page of [true, false])
          for (const citationStyle of ['numeric', 'ama']) {
            const {value} = render(document, {audience, format, page, citationStyle})
            const text = await variant(document.slug ?? '', {audience, format, page, citationStyle})
            expect(text, `${path} ${audience} ${format} ${page} ${citationStyle}`).toBe(value)
            count++
          }
  }
  expect(count).toBeGreaterThan(200)
})

async function variant(
  slug: string,
  {
    audience,
    format,
    page,
    citationStyle,
  }: {audience: string; format: Format; page: boolean; citationStyle: string},
): Promise<string> {
  const query = new URLSearchParams({audience, format, page: String(page), citationStyle})
  const response = await served.get(`/v1/articles/${slug}?${query.toString()}`)
  return response.text()
}
