import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {buildPlayground} from '../../docs/playground/build.js'
import {compile, render} from '../../src/index.ts'
import {useBrowser, useServer, watch} from '../support/browser.ts'

const out = mkdtempSync(join(tmpdir(), 'parlance-playground-'))
beforeAll(() => buildPlayground(out))
afterAll(() => rmSync(out, {recursive: true, force: true}))

const browser = useBrowser()
const {url} = useServer(() => out)

interface Opened {
  readonly page: Page
  readonly wrong: readonly string[]
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

const typed = (page: Page) => page.getByRole('textbox', {name: 'Source'})

async function open(options: Parameters<typeof browser.open>[0] = {}): Promise<Opened> {
  const context = await browser.open({viewport: {width: 1400, height: 900}, ...options})
  const page = await context.newPage()
  const wrong = watch(page)
  const requests: string[] = []
  page.on('request', request => requests.push(`${request.method()} ${request.url()}`))
  await page.goto(url(''))
  await page.locator('.reader').nth(2).waitFor()
  return {page, wrong, requests, close: () => context.close()}
}

const bodyOf = (page: Page, reader: string) =>
  page.frameLocator(`[data-reader="${reader}"] iframe`).locator('main')

test('three readers follow what is typed, and nothing of it leaves the page', async () => {
  const {page, wrong, requests, close} = await open()
  expect(await page.locator('.reader h3').allTextContents()).toEqual(['clinician', 'patient', 'student'])
  await expect.poll(() => bodyOf(page, 'patient').textContent()).toContain('Take one small aspirin')
  expect(await bodyOf(page, 'patient').textContent()).not.toContain('Antithrombotic')
  for (const reader of ['clinician', 'student'])
    await expect.poll(() => bodyOf(page, reader).textContent()).toContain('Antithrombotic')
  const loaded = requests.length

  const source = '# A page\n\n:::clinician\nFor one.\n:::\n\nFor all.\n'
  await typed(page).fill(source.slice(0, -1))
  await typed(page).pressSequentially('\n')
  await expect.poll(() => bodyOf(page, 'clinician').textContent()).toContain('For one.')
  expect(await bodyOf(page, 'patient').textContent()).not.toContain('For one.')

  await page.getByLabel('Format').selectOption('text')
  const expected = render(compile(source), {audience: 'clinician', format: 'text', width: 44}).value
  await expect.poll(() => page.getByLabel('Output for clinician').textContent()).toBe(expected)

  expect(requests.slice(loaded)).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ])
  expect(wrong).toEqual([])
  await close()
})

test('messages say what is wrong and lead to its place', async () => {
  const {page, wrong, close} = await open()
  await typed(page).fill('Some text.\n\n:::pateint\nX.\n:::\n')
  const message = page.locator('#messages li').first()
  await expect.poll(() => page.getByRole('status').textContent()).toContain('1 error')
  expect(await message.textContent()).toContain('did you mean `patient`?')
  await message.getByRole('button', {name: 'Go to line 3'}).press('Enter')
  const caret = await typed(page).evaluate(area => (area as HTMLTextAreaElement).selectionStart)
  expect(caret).toBe('Some text.\n\n'.length)
  expect(await page.locator('[data-reader="patient"]').textContent()).toContain('Held back')
  expect(await bodyOf(page, 'patient').textContent()).not.toContain('X.')

  await page.getByRole('button', {name: 'Start again'}).click()
  await expect.poll(() => bodyOf(page, 'patient').textContent()).toContain('Take one small aspirin')
  expect(wrong).toEqual([])
  await close()
})

test('pictures of other hosts are not loaded', async () => {
  const {page, close} = await open()
  const stopped: (string | undefined)[] = []
  const answered: string[] = []
  const elsewhere = (address: string): boolean => address.includes('elsewhere.example')
  page.on('requestfailed', request => elsewhere(request.url()) && stopped.push(request.failure()?.errorText))
  page.on('response', response => elsewhere(response.url()) && answered.push(response.url()))
  await typed(page).fill('![A dose](https://elsewhere.example/a.png)\n\nDone.\n')
  await expect.poll(() => bodyOf(page, 'patient').textContent()).toContain('Done.')
  await expect.poll(() => stopped).toEqual(['csp', 'csp', 'csp'])
  expect(answered).toEqual([])
  await close()
})

test.each(['light', 'dark'] as const)(
  'is accessible in the %s scheme, wide and narrow',
  async colorScheme => {
    const {page, close} = await open({colorScheme})
    await typed(page).fill('Some :nonsense[text].\n\n:::pateint\nX.\n:::\n')
    await page.locator('#messages li').first().waitFor()
    for (const width of [1400, 360]) {
      await page.setViewportSize({width, height: 800})
      const {violations} = await new AxeBuilder({page}).exclude('iframe').analyze()
      expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await close()
  },
)

test('its page allows scripts of its own folder and no other address', () => {
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  expect(page).toContain("default-src 'none'; script-src 'self'")
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
})
