import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
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

test('a page shows the wording of its reader, and the one of another after an answer', async () => {
  const context = await browser.open()
  const page = await context.newPage()
  const wrong = watch(page)
  await page.goto(url('patient/pertuzumab-mechanism/'))
  expect(await page.title()).toContain('How does Perjeta')
  await page.getByRole('link', {name: 'I am a healthcare professional'}).click()
  await page.waitForURL('**/clinician/pertuzumab-mechanism/')
  await expect.poll(() => page.title()).toContain('What is the mechanism of action of Perjeta')
  expect(wrong).toEqual([])
  await context.close()
})
