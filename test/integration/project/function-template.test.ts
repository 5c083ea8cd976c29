import {expect, test} from 'vitest'
import {render} from '../../../src/index.ts'
import {buildProject, checkProject, LiveContent, loadProject} from '../../../src/project/index.ts'
import {folderWith} from '../../support/temporary.ts'

/** It trusts that every slot is there, as its type says. */
const config = `export default {
  site: {
    title: 'S',
    template: slots =>
      \`<!doctype html><html lang="\${slots.get('lang').trim()}"><head><title>\${slots.get('title').trim()}</title>\${slots.get('head').trim()}</head>\` +
      \`<body data-policy="\${slots.get('policy').length}">\${slots.get('content').trim()}\${slots.get('script').trim()}</body></html>\`,
  },
}
`
const files = {
  'parlance.config.mjs': config,
  'content/t.md': '---\ntitle: T\n---\n\nHello :clinician[colleague]:patient[there]:student[you].\n',
}

test('a template that is a function gets every slot, in check, build and served content', async () => {
  const cwd = folderWith(files)
  const project = await loadProject({cwd})
  const {pages} = await checkProject(project, ['content/t.md'])
  expect(pages.flatMap(({messages}) => messages)).toEqual([])
  expect(await buildProject(project)).toMatchObject({pages: 1, failed: 0})
  const live = await LiveContent.open({cwd})
  const page = live.page('t')
  expect(page && render(page.document, {audience: 'patient', page: true}).value).toMatch(
    /^<!doctype html><html lang="en"><head><title>T – S<\/title>.*Hello there\./s,
  )
})
