import {cpSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, onTestFailed, test} from 'vitest'
import {useBrowser} from '../../support/browser.ts'
import {fixtures} from '../../support/fixtures.ts'
import {install, type Running, startInstalled} from '../../support/installed.ts'
import {folderForAll, writeIn} from '../../support/temporary.ts'

const project = folderForAll({})
cpSync(fixtures('examples', 'vite'), project, {recursive: true})
install(project)
const browser = useBrowser()

let running: Running
let origin: string
let page: Page

beforeAll(async () => {
  running = startInstalled(project, 'vite', ['--host', '127.0.0.1'])
  await running.until('Local:', 1)
  origin = /http:\/\/127\.0\.0\.1:\d+/.exec(running.printed())?.[0] ?? ''
  const context = await browser.open()
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
})
afterAll(() => running.stop())

/** Open the app again as one of its readers, with a mark that a reload would remove. */
async function openAs(reader: 'patient' | 'clinician'): Promise<void> {
  onTestFailed(() => console.error(running.printed()))
  await page.goto(origin)
  await page.click(`[data-reader=${reader}]`)
  await page.waitForSelector('main h1')
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'kept'
  })
}

const isKept = () => page.evaluate(() => document.documentElement.dataset.mark === 'kept')
const shows = (text: string) =>
  page.waitForFunction(wanted => document.body.textContent.includes(wanted), text)
const overlay = () =>
  page.waitForFunction(() => document.querySelector('vite-error-overlay')?.shadowRoot?.textContent)
const noOverlay = () => page.waitForFunction(() => document.querySelector('vite-error-overlay') === null)

/**
 * Milliseconds after which Vite’s watcher tells two writings of a file apart, whatever the machine is doing.
 */
const settled = 400

async function edit(path: string, from: string, to: string): Promise<void> {
  await setTimeout(settled)
  const text = readFileSync(join(project, path), 'utf8')
  expect(text).toContain(from)
  writeIn(project, path, text.replace(from, to))
}

describe('an edit shows at once, without a reload', () => {
  test.each([
    {what: 'the article', path: 'content/adrenaline.md', from: 'call an ambulance', to: 'call 112'},
    {what: 'a part that it includes', path: 'content/_shared/storage.md', from: '25 °C', to: '24 °C'},
    {
      what: 'the glossary',
      path: 'glossary.yaml',
      from: 'a severe allergic reaction',
      to: 'a bad allergic reaction',
    },
    {
      what: 'the references',
      path: 'references.yaml',
      from: 'Emergency treatment of',
      to: 'Urgent treatment of',
    },
    {
      what: 'the configuration',
      path: 'parlance.config.ts',
      from: 'defineConfig({',
      to: "defineConfig({referenceGroups: [{id: 'all', label: 'What we read', types: ['report']}], ",
      shown: 'What we read',
    },
  ])('of $what', async ({path, from, to, shown = to}) => {
    await openAs('patient')
    await edit(path, from, to)
    await shows(shown)
    expect(await isKept()).toBe(true)
    await edit(path, to, from)
    await shows('Press the pen')
    await page.waitForFunction(gone => !document.body.textContent.includes(gone), shown)
  })
})

test('an edit of one reader’s wording reloads that reader’s module alone', async () => {
  await openAs('patient')
  await page.click('[data-reader=clinician]')
  await shows('500 micrograms for an adult')
  const asked: (string | null)[] = []
  page.on('request', request => asked.push(new URL(request.url()).searchParams.get('audience')))
  await edit('content/adrenaline.md', 'for an adult', 'for any adult')
  await shows('for any adult')
  await edit('content/adrenaline.md', 'for any adult', 'for an adult')
  await shows('for an adult')
  expect(await isKept()).toBe(true)
  expect(asked).toEqual(['clinician', 'clinician'])
  page.removeAllListeners('request')
})

describe('a page that is broken and fixed', () => {
  test.each([
    {
      what: 'itself',
      path: 'content/adrenaline.md',
      from: ':cite[simons1998]',
      to: ':cite[simmons1998]',
      said: /content\/adrenaline\.md:\d+:\d+ error Unknown reference `simmons1998`: did you mean `simons1998`/,
    },
    {
      what: 'in a part',
      path: 'content/_shared/storage.md',
      from: 'Keep it',
      to: ':::clinician\n\nKeep it',
      said: /content\/_shared\/storage\.md:1:1 error .*\(fence-unclosed\)/,
    },
    {
      what: 'by the glossary',
      path: 'glossary.yaml',
      from: 'anaphylaxis:\n',
      to: 'other:\n',
      said: /\(term-unknown\)/,
    },
    {
      what: 'by the configuration',
      path: 'parlance.config.ts',
      from: "glossary: '",
      to: "glosary: '",
      said: /did you mean `glossary`/,
    },
  ])('$what recovers', async ({path, from, to, said}) => {
    await openAs('patient')
    await edit(path, from, to)
    expect(await (await overlay()).jsonValue()).toMatch(said)
    await edit(path, to, from)
    await noOverlay()
    await page.click('[data-reader=patient]')
    await shows('Press the pen')
  })

  test('even where a browser comes while it is broken', async () => {
    await page.goto('about:blank')
    await edit('glossary.yaml', 'anaphylaxis:\n', 'other:\n')
    const status = async () => (await fetch(`${origin}/content/adrenaline.md?import&audience=patient`)).status
    await expect.poll(status).toBe(500)
    await page.goto(origin) // Vite kept the error for the first client
    expect(await (await overlay()).jsonValue()).toMatch(/\(term-unknown\)/)
    await edit('glossary.yaml', 'other:\n', 'anaphylaxis:\n')
    await noOverlay()
    await page.click('[data-reader=patient]')
    await shows('Press the pen')
  })
})

test('a server that starts with a broken page recovers', async () => {
  const other = folderForAll({
    'package.json': '{"type": "module", "private": true}',
    'vite.config.js': "import parlance from 'parlance-md/vite'\nexport default {plugins: [parlance()]}\n",
    'index.html':
      '<!doctype html><title>Page</title><link rel="icon" href="data:,"><main></main><script type="module" src="/main.js"></script>',
    'main.js':
      "import page from './content/page.md?audience=patient'\ndocument.querySelector('main').innerHTML = page.value\n",
    'content/page.md': 'Some :term[word].\n',
    'parlance.config.json': '{"glossary": "glossary.yaml"}',
    'glossary.yaml': '{}\n',
  })
  install(other)
  const started = startInstalled(other, 'vite', ['--host', '127.0.0.1'])
  try {
    await started.until('Local:', 1)
    await page.goto(/http:\/\/127\.0\.0\.1:\d+/.exec(started.printed())?.[0] ?? '')
    expect(await (await overlay()).jsonValue()).toMatch(/\(term-unknown\)/)
    writeIn(other, 'glossary.yaml', 'word: {term: word, definition: {default: What is said.}}\n')
    await shows('What is said.')
    expect(await page.locator('vite-error-overlay').count()).toBe(0)
  } finally {
    await started.stop()
  }
})

describe('over HTTP', () => {
  const answer = async (path: string) => {
    const response = await fetch(`${origin}${path}`)
    return {status: response.status, text: await response.text()}
  }

  test('a module holds its reader’s text, and no map to the source', async () => {
    const {status, text} = await answer('/content/adrenaline.md?import&audience=patient')
    expect(status).toBe(200)
    expect(text).toContain('Press the pen')
    for (const sentence of [
      '1:1000',
      'simons1998',
      'systemic hypersensitivity',
      'brief excursions',
      ':::',
      'sourceMappingURL',
    ])
      expect(text).not.toContain(sentence)
  })

  test('an unknown reader is an error that tells the others', async () => {
    const {status, text} = await answer('/content/adrenaline.md?import&audience=pateint')
    expect(status).toBe(500)
    expect(text).toContain('did you mean `patient`')
    expect(text).not.toContain('Give adrenaline')
  })
})
