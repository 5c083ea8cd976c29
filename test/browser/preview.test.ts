import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {AxeBuilder} from '@axe-core/playwright'
import type {FrameLocator, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {check, compile} from '../../src/index.ts'
import {buildProject, loadProject} from '../../src/project/index.ts'
import {useBrowser, watch} from '../support/browser.ts'
import {until} from '../support/patience.ts'
import {type Previewed, startPreview} from '../support/preview.ts'
import {contentOf, folderWith, writeIn} from '../support/temporary.ts'

const paragraphs = (word: string, count: number): string =>
  Array.from({length: count}, (_, index) => `${word} ${index}. ${`${word} `.repeat(40)}`).join('\n\n')

const page = [
  '---',
  'title: {default: For professionals, patient: For you}',
  'references:',
  '  - {id: a, type: book, title: A book, publisher: P, issued: 2020}',
  '---',
  '',
  '## First', // 7
  '',
  ':::clinician',
  `SECRET :cite[a]. ${'more words '.repeat(600)}`, // 10
  ':::',
  '',
  'Shared :say[words]{patient="speech"}.', // 13
  '',
  paragraphs('Text', 30),
  '',
  '## Last',
  '',
  'See [the other](other.md).',
].join('\n')

const files = {
  'parlance.config.json': '{"site": {"title": "Press"}}',
  'content/page.md': page,
  'content/other.md': '---\ntitle: The other\n---\n\nText.\n',
}

const folder = mkdtempSync(join(tmpdir(), 'parlance-preview-'))
const reset = (): void => {
  for (const [path, text] of Object.entries(files)) writeIn(folder, path, text)
}
let preview: Previewed
beforeAll(async () => {
  reset()
  preview = await startPreview(folder)
})
afterAll(async () => {
  await preview.stop()
  rmSync(folder, {recursive: true, force: true})
})

const browser = useBrowser()
const frameOf = (on: Page, audience: string): FrameLocator => on.frameLocator(`iframe[title^="${audience}:"]`)
const upToDate = (on: Page) => on.locator('#live', {hasText: 'Up to date'}).waitFor()

async function open(
  path = 'content/page.md',
): Promise<{on: Page; wrong: readonly string[]; close: () => Promise<void>}> {
  reset()
  const context = await browser.open({viewport: {width: 1200, height: 800}})
  const on = await context.newPage()
  const wrong = watch(on)
  await on.goto(`${preview.url}/page/${path}`)
  await upToDate(on)
  return {on, wrong, close: () => context.close()}
}

/** Save, again and again until it shows: what is saved before the watcher has begun is no change to it. */
async function save(text: string, shown: () => Promise<boolean>, path = 'content/page.md'): Promise<void> {
  const again = (time: number): void => {
    if (time % 40 === 0) writeIn(folder, path, `${text}${'\n'.repeat(time / 40)}`)
  }
  await until(shown, {again, every: 100})
}

const textOf = async (on: Page, selector: string): Promise<string> =>
  (await on.locator(selector).allTextContents()).join(' ')

describe('the preview of a page', () => {
  test('shows every audience side by side, each with its own words and figures', async () => {
    const {on, wrong, close} = await open()
    expect(await on.locator('.variant h2').allTextContents()).toEqual([
      'clinician: I am a healthcare professional',
      'patient: I am a patient or caregiver',
      'student: I am a student',
    ])
    expect(await frameOf(on, 'clinician').locator('h1').textContent()).toBe('For professionals')
    expect(await frameOf(on, 'patient').locator('h1').textContent()).toBe('For you')
    expect(await frameOf(on, 'clinician').locator('body').textContent()).toContain('SECRET')
    expect(await frameOf(on, 'patient').locator('body').textContent()).not.toContain('SECRET')
    const facts = await on.locator('.facts > p').allTextContents()
    expect(facts[0]).toMatch(/^\d+ words · 1 citation · 0 fallbacks/)
    expect(facts[1]).toMatch(
      /^\d+ words · 0 citations · 0 fallbacks · Reading grade: [\d.]+ · Reading grade allowed: up to 8$/,
    )
    await on.getByText('Citations and fallbacks').first().click()
    expect(await on.locator('.facts li').first().textContent()).toBe('1. a A book')
    await on.getByRole('checkbox', {name: 'student'}).uncheck()
    expect(await on.locator('.variant').count()).toBe(2)
    expect(wrong).toEqual([])
    await close()
  })

  test('follows what is saved, stays where it is, and keeps no old message', async () => {
    const {on, wrong, close} = await open()
    const frame = on.frames().find(candidate => candidate.url().includes('/frame/patient/'))
    await frame?.evaluate(() => {
      ;(globalThis as unknown as {mark: string}).mark = 'same document'
      scrollTo({top: 400, behavior: 'instant'})
    })
    const note = frameOf(on, 'patient').locator('.parlance-message.error')
    await save(page.replace(':say[words]', ':sya[words]'), async () => (await note.count()) === 1)
    await upToDate(on)
    expect(await note.textContent()).toContain('line 13: Unknown directive `sya`')
    expect(await textOf(on, '#messages')).toContain('directive-unknown')
    expect(await on.locator('#live').textContent()).toMatch(/1 error/)
    await save(page.replace('Shared', 'Changed'), async () => (await note.count()) === 0)
    await upToDate(on)
    expect(await textOf(on, '#messages')).not.toContain('directive-unknown')
    expect(await frameOf(on, 'patient').locator('body').textContent()).toContain('Changed speech')
    expect(await frame?.evaluate(() => [scrollY, (globalThis as unknown as {mark?: string}).mark])).toEqual([
      400,
      'same document',
    ])
    expect(wrong).toEqual([])
    await close()
  })

  test('puts a message behind the block that it is about, for the readers that it concerns', async () => {
    const {on, close} = await open()
    const text = page.replace(':cite[a]', ':cite[b]').replace('Text 3.', 'Text 3 :term[nothing].')
    const notes = (audience: string) => frameOf(on, audience).locator('.parlance-message')
    await save(text, async () => (await notes('clinician').count()) >= 2)
    await upToDate(on)
    const before = await notes('clinician')
      .filter({hasText: '`nothing`'})
      .evaluate(note => note.previousElementSibling?.textContent ?? '')
    expect(before).toMatch(/^Text 3 nothing/)
    await close()
  })

  test('keeps every audience at the same line of the source', async () => {
    const {on, wrong, close} = await open()
    const lineAtTop = (audience: string) =>
      on
        .frames()
        .find(frame => frame.url().includes(`/frame/${audience}/`))
        ?.evaluate(() => {
          const blocks = [...document.querySelectorAll<HTMLElement>('p[data-line],h2[data-line]')]
          return Number(blocks.find(block => block.getBoundingClientRect().bottom > 0)?.dataset.line)
        })
    await frameOf(on, 'clinician')
      .locator('p', {hasText: 'Text 20.'})
      .evaluate(block => {
        block.scrollIntoView({block: 'start', behavior: 'instant'})
      })
    await on.waitForTimeout(300)
    const line = (await lineAtTop('clinician')) ?? 0
    expect(line).toBeGreaterThan(40)
    for (const audience of ['patient', 'student'])
      expect(Math.abs(((await lineAtTop(audience)) ?? 0) - line)).toBeLessThanOrEqual(2)
    await on.getByLabel('scroll together').uncheck()
    const frame = on.frames().find(candidate => candidate.url().includes('/frame/clinician/'))
    await frame?.evaluate(() => scrollTo({top: 0, behavior: 'instant'}))
    await on.waitForTimeout(300)
    expect(Math.abs(((await lineAtTop('patient')) ?? 0) - line)).toBeLessThanOrEqual(2)
    expect(wrong).toEqual([])
    await close()
  })

  test('a click on a block shows its lines in the source', async () => {
    const {on, close} = await open()
    await frameOf(on, 'patient').getByText('Shared speech.').click()
    await on.locator('#source .meant').waitFor()
    expect(await on.locator('#where').textContent()).toBe('content/page.md:13')
    expect(await textOf(on, '#source .meant')).toBe('Shared :say[words]{patient="speech"}.')
    expect(await on.locator('#lines').getAttribute('start')).toBe('9')
    await on.getByRole('button', {name: 'Close'}).click()
    expect(await on.locator('#source').isVisible()).toBe(false)
    await close()
  })

  test('the keyboard leads from block to block and to the source and back', async () => {
    const {on, close} = await open()
    const focused = () =>
      on.evaluate(() => {
        const outer = document.activeElement
        const inner = outer instanceof HTMLIFrameElement ? outer.contentDocument?.activeElement : outer
        return inner?.textContent?.slice(0, 20) ?? ''
      })
    await frameOf(on, 'patient').locator('[data-line][tabindex="0"]').focus()
    expect(await focused()).toBe('First')
    await on.keyboard.press('ArrowDown')
    expect(await focused()).toBe('Shared speech.')
    await on.keyboard.press('Enter')
    await on.locator('#source .meant').waitFor()
    await on.waitForFunction(() => document.activeElement?.id === 'where')
    expect(await focused()).toBe('content/page.md:13')
    await on.keyboard.press('Escape')
    expect(await focused()).toBe('Shared speech.')
    await close()
  })

  test('a message in the list leads to its block and its line', async () => {
    const {on, close} = await open()
    const text = page.replace('Text 9.', 'Text 9 :cite[nothing].')
    const entry = on.locator('#messages button', {hasText: '`nothing`'})
    await save(text, async () => (await entry.count()) === 1)
    await upToDate(on)
    await entry.click()
    await on.locator('#source .meant').waitFor()
    expect(await textOf(on, '#source .meant')).toContain('Text 9 :cite[nothing].')
    const shown = frameOf(on, 'student').locator('.parlance-current')
    expect(await shown.textContent()).toContain('Text 9')
    expect(await shown.evaluate(block => block.getBoundingClientRect().top < innerHeight)).toBe(true)
    await close()
  })

  test('all variants at once carry badges, and say that they are not for publication', async () => {
    const {on, wrong, close} = await open()
    await on.getByLabel('all variants at once').check()
    await on.locator('.variant').filter({hasText: 'not for publication'}).waitFor()
    const frame = on.frameLocator('iframe')
    await frame.locator('.badge').first().waitFor()
    expect(await on.locator('.variant').count()).toBe(1)
    expect(await frame.locator('.draft').first().textContent()).toBe(
      'All variants at once: not for publication.',
    )
    expect(await frame.locator('div[data-for=clinician]').textContent()).toContain('SECRET')
    expect(await frame.locator('span[data-for=patient]').textContent()).toBe('patientspeech')
    await on.getByLabel('side by side').check()
    await frameOf(on, 'patient').getByText('Shared speech.').waitFor()
    expect(wrong).toEqual([])
    await close()
  })

  test('a link leads to the preview of the other page', async () => {
    const {on, close} = await open()
    await frameOf(on, 'patient').getByRole('link', {name: 'the other'}).click()
    await on.waitForURL('**/page/content/other.md')
    await upToDate(on)
    expect(await frameOf(on, 'patient').locator('h1').textContent()).toBe('The other')
    await close()
  })
})

describe('bad input', () => {
  test('a half-typed page is shown as far as it goes, at every step', async () => {
    const {on, wrong, close} = await open()
    let seen = Number(await on.locator('html').getAttribute('data-generation'))
    const steps = ['---\ntitle: [', '---\ntitle: x\n---\n\n:::cli', ':::clinician\nHalf', 'A :cite[', '']
    for (const step of steps) {
      const errors = check(compile(step)).messages.filter(({fatal}) => fatal === true).length
      const expected = `Up to date: ${errors} error`
      const isShown = async (): Promise<boolean> => {
        const isSaid = (await on.locator('#live', {hasText: expected}).count()) === 1
        return isSaid && Number(await on.locator('html').getAttribute('data-generation')) > seen
      }
      await save(`${step}\n`, isShown)
      seen = Number(await on.locator('html').getAttribute('data-generation'))
    }
    expect(wrong).toEqual([])
    await close()
  })

  test('a configuration that breaks is one clear message, which goes when it is fixed', async () => {
    const {on, close} = await open()
    const problem = on.locator('#problem')
    await save('{"glossry": 1}', () => problem.isVisible(), 'parlance.config.json')
    expect(await problem.textContent()).toContain('The configuration `parlance.config.json` cannot be used:')
    expect(await problem.getAttribute('role')).toBe('alert')
    expect(await frameOf(on, 'patient').locator('h1').textContent()).toBe('For you')
    await save(
      files['parlance.config.json'],
      async () => !(await problem.isVisible()),
      'parlance.config.json',
    )
    await close()
  })

  test('a page that is gone is said to be gone', async () => {
    const {on, close} = await open('content/other.md')
    const gone = on.locator('#live', {hasText: 'This page is no more.'})
    for (let attempt = 0; attempt < 60 && (await gone.count()) === 0; attempt++) {
      rmSync(join(folder, 'content/other.md'), {force: true})
      await on.waitForTimeout(100)
    }
    expect(await gone.count()).toBe(1)
    expect(await on.locator('.variant').count()).toBe(0)
    await close()
  })
})

test('what a build writes knows nothing of the preview', async () => {
  const own = folderWith(files)
  await buildProject(await loadProject({cwd: own}), {out: join(own, 'dist')})
  const before = contentOf(join(own, 'dist'))
  const other = await startPreview(own)
  await fetch(`${other.url}/every/content/page.md`)
  await fetch(`${other.url}/variant/patient/content/page.md`)
  await other.stop()
  expect(contentOf(join(own, 'dist'))).toEqual(before)
  for (const text of Object.values(before)) expect(text).not.toMatch(/data-(?:line|for)=|not for publication/)
  expect(readFileSync(join(own, 'dist/patient/page/index.html'), 'utf8')).not.toContain('SECRET')
})

/**
 * Each frame is a page of its own, with the landmarks that its readers have: the frames' titles distinguish
 * them.
 */
const axe = (on: Page) => new AxeBuilder({page: on}).disableRules(['landmark-unique'])

describe('accessibility', () => {
  test.each(['light', 'dark'] as const)('axe finds nothing, in the %s scheme', async colorScheme => {
    reset()
    const context = await browser.open({viewport: {width: 1200, height: 800}, colorScheme})
    const on = await context.newPage()
    for (const path of ['/', '/page/content/page.md']) {
      await on.goto(`${preview.url}${path}`)
      if (path !== '/') await upToDate(on)
      expect((await axe(on).analyze()).violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
    }
    await frameOf(on, 'patient').getByText('Shared speech.').click()
    await on.locator('#source .meant').waitFor()
    expect((await axe(on).analyze()).violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
    await on.getByLabel('all variants at once').check()
    await on.frameLocator('iframe').locator('.badge').first().waitFor()
    expect((await axe(on).analyze()).violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
    await context.close()
  })

  test('nothing is cut off on a narrow screen', async () => {
    const context = await browser.open({viewport: {width: 380, height: 800}})
    const on = await context.newPage()
    await on.goto(`${preview.url}/page/content/page.md`)
    await upToDate(on)
    expect(await on.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await context.close()
  })
})
