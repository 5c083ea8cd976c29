import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {AxeBuilder} from '@axe-core/playwright'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {buildProject, loadProject} from '../../src/project/index.ts'
import {useBrowser, useServer, watch} from '../support/browser.ts'
import {fixtures} from '../support/fixtures.ts'

const site = mkdtempSync(join(tmpdir(), 'parlance-site-'))
beforeAll(async () => {
  await buildProject(await loadProject({cwd: fixtures('projects', 'medical')}), {out: site})
})
afterAll(() => rmSync(site, {recursive: true, force: true}))

const browser = useBrowser()
const {url} = useServer(() => site)

const article = 'pertuzumab-mechanism/'
const clinician = 'I am a healthcare professional'
const patient = 'I am a patient or caregiver'

const currentAnswer = (page: Page) => page.locator('.answer[aria-current]')

describe('terms', () => {
  test.each([true, false])(
    'open their definition by keyboard and by mouse, script %s',
    async javaScriptEnabled => {
      const context = await browser.open({javaScriptEnabled, viewport: {width: 390, height: 700}})
      const page = await context.newPage()
      const wrong = watch(page)
      await page.goto(url(`patient/${article}`))
      const term = page.locator('dfn button.term').first()
      const definition = page.locator(`#${await term.getAttribute('popovertarget')}`)
      expect(await page.locator('.definition').count()).toBe(await page.locator('button.term').count())
      expect(await page.locator('.definition:visible').count()).toBe(0)
      await term.focus()
      await page.keyboard.press('Enter')
      await definition.waitFor({state: 'visible'})
      const box = await definition.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700)
      if (javaScriptEnabled) expect((await new AxeBuilder({page}).analyze()).violations).toEqual([])
      await page.keyboard.press('Tab')
      await expect
        .poll(() => definition.locator('a').evaluate(link => link === document.activeElement))
        .toBe(true)
      await page.keyboard.press('Escape')
      await definition.waitFor({state: 'hidden'})
      await expect.poll(() => term.evaluate(button => button === document.activeElement)).toBe(true)
      // without a wait for two frames alike: a page without scripts may draw none
      await term.click({force: true})
      await definition.waitFor({state: 'visible'})
      await page.mouse.click(5, 5)
      await definition.waitFor({state: 'hidden'})
      expect(wrong).toEqual([])
      await context.close()
    },
  )
})

describe('the question', () => {
  test('changes the wording in place: place, focus, address, title and announcement', async () => {
    const context = await browser.open({viewport: {width: 900, height: 700}})
    const page = await context.newPage()
    const wrong = watch(page)
    await page.goto(url(`patient/${article}`))
    await page.evaluate(() => {
      ;(globalThis as unknown as {mark: string}).mark = 'same page'
      document.getElementById('common-side-effects')?.scrollIntoView({block: 'start', behavior: 'instant'})
    })
    const topOf = () =>
      page.evaluate(() => document.getElementById('common-side-effects')?.getBoundingClientRect().top ?? 0)
    const before = await topOf()
    await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('a.answer')][0]?.click())
    await page.waitForURL(`**/clinician/${article}`)
    await currentAnswer(page).getByText(clinician).waitFor()
    expect(Math.abs((await topOf()) - before)).toBeLessThan(2)
    expect(await page.evaluate(() => (globalThis as unknown as {mark: string}).mark)).toBe('same page')
    expect(await page.title()).toContain('What is the mechanism of action of Perjeta')
    expect(await page.locator('[role=status]').textContent()).toBe(
      `This page is now worded for: ${clinician}`,
    )
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('true')
    expect(await page.locator('meta[name=description]').count()).toBe(1)
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toContain('/clinician/')
    await page.goBack()
    await currentAnswer(page).getByText(patient).waitFor()
    expect(await page.title()).toContain('How does Perjeta')
    expect(wrong).toEqual([])
    await context.close()
  })

  test('works by keyboard alone', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    await page.goto(url(`patient/${article}`))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('a.answer') === true)) break
    }
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
    )
    expect(outline).not.toBe('none')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/clinician/${article}`)
    await currentAnswer(page).getByText(clinician).waitFor()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.question') !== null)).toBe(true)
    await context.close()
  })

  test('works with script off', async () => {
    const context = await browser.open({javaScriptEnabled: false})
    const page = await context.newPage()
    await page.goto(url(article))
    expect(await page.getByRole('heading', {level: 1}).textContent()).toBe('Which best describes you?')
    expect(await page.locator('input').count()).toBe(0)
    await page.getByRole('link', {name: patient}).click()
    await page.waitForURL(`**/patient/${article}`)
    await page.getByRole('link', {name: clinician}).click()
    await page.waitForURL(`**/clinician/${article}`)
    expect(await currentAnswer(page).textContent()).toContain('your answer')
    await context.close()
  })

  test('stores an answer only on request, on this device, and deletes it again', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    const stored = () => page.evaluate(() => JSON.stringify(localStorage))
    await page.goto(url(article))
    await page.getByRole('link', {name: clinician}).click()
    await page.waitForURL(`**/clinician/${article}`)
    expect(await stored()).toBe('{}')
    await page.getByLabel('Remember my answer on this device').check()
    expect(await stored()).toBe('{"parlance-answer":"clinician"}')
    await page.goto(url('warfarin-dosing/'))
    await page.waitForURL('**/clinician/warfarin-dosing/')
    await page.getByRole('link', {name: patient}).click()
    await page.waitForURL('**/patient/warfarin-dosing/')
    expect(await stored()).toBe('{"parlance-answer":"patient"}')
    await page.getByLabel('Remember my answer on this device').uncheck()
    expect(await stored()).toBe('{}')
    await page.goto(url(article))
    await page.getByRole('heading', {name: 'Which best describes you?'}).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/${article}`)
    expect(await context.cookies()).toEqual([])
    await context.close()
  })

  test('of two choices the last one wins, however slow the first', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    await page.goto(url(`patient/${article}`))
    let release = (): void => undefined
    const held = new Promise<void>(resolve => {
      release = resolve
    })
    await page.route('**/clinician/**', async route => {
      await held
      await route.continue()
    })
    const first = page.waitForResponse('**/clinician/**')
    await page.evaluate(() => {
      const answers = [...document.querySelectorAll<HTMLElement>('a.answer')]
      for (const answer of answers) answer.click()
    })
    await currentAnswer(page).getByText('I am a student').waitFor()
    release()
    await (await first).finished()
    // the page has had its turns to read it
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
    expect(await currentAnswer(page).textContent()).toContain('I am a student')
    expect(new URL(page.url()).pathname).toBe(`/student/${article}`)
    await context.close()
  })

  test('leads on where the other page cannot be fetched', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    await page.goto(url(`patient/${article}`))
    await page.route('**/clinician/**', route =>
      route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
    )
    await page.getByRole('link', {name: clinician}).click()
    await page.waitForURL(`**/clinician/${article}`)
    await currentAnswer(page).getByText(clinician).waitFor()
    await context.close()
  })
})

test('the search finds pages in the words of its readers', async () => {
  const context = await browser.open()
  const page = await context.newPage()
  const wrong = watch(page)
  await page.goto(url('patient/'))
  await page.getByRole('searchbox').fill('blood thin')
  await page.getByRole('status').getByText('found').waitFor()
  const results = page.locator('form.search .pages')
  await results.getByRole('link').first().click()
  await page.waitForURL('**/patient/**/')
  await page.goto(url('patient/'))
  await page.getByRole('searchbox').fill('subdomain')
  await page.getByRole('status').getByText('Nothing found').waitFor()
  expect(wrong).toEqual([])
  await context.close()
})

describe('every page', async () => {
  const project = await loadProject({cwd: fixtures('projects', 'medical')})
  const slugs = (await project.pages()).map(path => project.compile(path).slug ?? '')
  const pages = [
    '',
    'patient/',
    '404.html',
    ...slugs,
    ...slugs.flatMap(slug => ['clinician', 'patient', 'student'].map(id => `${id}/${slug}/`)),
  ]

  // Colors do not depend on the width, nor does the layout on the colors.
  test.each([
    ['wide', 'light', {width: 1280, height: 900}],
    ['320 px', 'dark', {width: 320, height: 640}],
  ] as const)(
    '%s, %s: no violation, no scrolling sideways, nothing from elsewhere',
    async (_, colorScheme, viewport) => {
      const context = await browser.open({colorScheme, viewport})
      const page = await context.newPage()
      const wrong = watch(page)
      for (const path of pages) {
        await page.goto(url(path))
        const {violations} = await new AxeBuilder({page}).analyze()
        const reported = violations.map(
          ({id, nodes}) =>
            `${path}: ${id} ${nodes
              .map(({html}) => html)
              .join(' ')
              .slice(0, 300)}`,
        )
        expect(reported).toEqual([])
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, path).toBe(0)
      }
      expect(wrong).toEqual([])
      await context.close()
    },
  )

  test('has one first heading, and skips no level', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    for (const path of pages) {
      await page.goto(url(path))
      const levels = await page.evaluate(() =>
        [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({tagName}) => Number(tagName[1])),
      )
      expect(
        levels.filter(level => level === 1),
        path,
      ).toEqual([1])
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0), path).toBeLessThanOrEqual(1)
    }
    await context.close()
  })

  test('says its language and direction', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    const language = () =>
      page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).direction])
    await page.goto(url('patient/hypoglycaemia-ar/'))
    expect(await language()).toEqual(['ar', 'rtl'])
    await page.goto(url('patient/hipertension/'))
    expect(await language()).toEqual(['es', 'ltr'])
    await context.close()
  })

  test('prints its text and references with addresses, and not the question', async () => {
    const context = await browser.open()
    const page = await context.newPage()
    await page.goto(url(`patient/${article}`))
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('.question').isVisible()).toBe(false)
    expect(await page.locator('.disclaimer').isVisible()).toBe(true)
    const printed = await page.evaluate(() => {
      const link = document.querySelector('.references a[href^=http]')
      return link === null ? '' : getComputedStyle(link, '::after').content
    })
    expect(printed).toContain('https://')
    expect((await page.pdf()).byteLength).toBeGreaterThan(10_000)
    await context.close()
  })
})
