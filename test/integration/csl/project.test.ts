import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {cslStyle} from '../../../src/adapters/csl/index.ts'
import {ConfigError, compile, render, resolveConfig} from '../../../src/index.ts'
import {parlance} from '../../support/cli.ts'
import {english} from '../../support/csl.ts'
import {folderWith} from '../../support/temporary.ts'
import {authorDate, sortedNumbers} from '../../unit/adapters/csl/files.ts'

const references = `references:
  - {id: b1, type: book, title: First, author: [{family: Berg, given: Anna}], publisher: P, issued: 2015}
  - {id: b2, type: book, title: Second, author: [{family: Berg, given: Anna}], publisher: P, issued: 2015}
  - {id: a, type: book, title: Third, author: [{family: Ames, given: Jo}], publisher: P, issued: 2020}`

const page = `---
title: A page
${references}
---

For all :cite[b2; a].

:::clinician
For clinicians :cite[b1, p. 5].
:::
`

const config = `audiences: [{id: clinician, label: C}, {id: patient, label: P}]
citationStyle: ours
citationStyles:
  ours: {file: styles/ours.csl, locale: styles/locales-en-US.xml}
  sorted: {file: styles/sorted.csl, locale: styles/locales-en-US.xml}
`

const files = {
  'parlance.config.yaml': config,
  'content/page.md': page,
  'styles/ours.csl': authorDate,
  'styles/sorted.csl': sortedNumbers,
  'styles/locales-en-US.xml': english,
}

test('a project prints with its own style, each variant for itself', async () => {
  const cwd = folderWith(files)
  const shown = async (audience: string, ...options: string[]): Promise<string> =>
    (
      await parlance(['render', 'content/page.md', '--audience', audience, '--format', 'text', ...options], {
        cwd,
      })
    ).stdout
  expect(await shown('clinician')).toContain(
    'For all (Berg 2015a; Ames 2020).\n\nFor clinicians (Berg 2015b, p. 5).',
  )
  expect(await shown('patient')).toContain('For all (Berg 2015; Ames 2020).')
  expect(await shown('patient')).toContain('Ames J. Third. 2020.\nBerg A. Second. 2015.')
  expect(await shown('patient')).not.toContain('First')
  expect(await shown('clinician', '--style', 'sorted')).toContain(
    'For all [2; 1].\n\nFor clinicians [3, p. 5].',
  )
  expect(await shown('clinician', '--style', 'nlm')).toContain('For all (1,2).')
})

test('a list without numbers in every format', () => {
  const style = cslStyle({id: 'ours', style: authorDate, locales: english})
  const document = compile(page, {config: {citationStyle: 'mine', citationStyles: {mine: style}}})
  const html = render(document, {audience: 'patient'}).value
  expect(html).toContain('<a href="#ref-b2" id="cite-b2-1" role="doc-biblioref">Berg 2015</a>')
  expect(html).toMatch(/<ul>\s*<li id="ref-a" dir="auto">Ames J\. <em>Third<\/em>\. 2020\./)
  const markdown = render(document, {audience: 'patient', format: 'markdown'}).value
  expect(markdown).toMatch(/^[-*] .*Ames J\. \*Third\*\. 2020\.$/m)
  expect(render(document, {audience: 'patient'}).citations).toEqual([
    {key: 'a', number: 1},
    {key: 'b2', number: 2},
  ])
})

test('workers load the style for themselves, and a changed style changes what is built', async () => {
  const cwd = folderWith(files)
  const built = (): string => readFileSync(join(cwd, 'dist/clinician/page/index.txt'), 'utf8')
  expect(await parlance(['build', '--jobs', '2'], {cwd})).toMatchObject({status: 0})
  expect(built()).toContain('(Berg 2015a; Ames 2020)')
  const other = folderWith({...files, 'styles/ours.csl': authorDate.replace('prefix="("', 'prefix="{"')})
  expect(await parlance(['build', '--out', join(cwd, 'dist')], {cwd: other})).toMatchObject({status: 0})
  expect(built()).toContain('{Berg 2015a; Ames 2020)')
})

test.each([
  [
    'a missing file',
    config.replace('ours.csl', 'none.csl'),
    '`citationStyles.ours.file`: there is no file `styles/none.csl`',
  ],
  [
    'no CSL',
    config.replace('styles/ours.csl', 'content/page.md'),
    '`citationStyles.ours`: The style `ours` is no well-formed XML',
  ],
  [
    'an unknown style',
    config.replace('citationStyle: ours', 'citationStyle: our'),
    'unknown citation style `our`: did you mean `ours`?',
  ],
  [
    'a name that is taken',
    config.replaceAll('ours:', 'ama:').replace('citationStyle: ours', 'citationStyle: ama'),
    '`citationStyles.ama`: is a built-in style',
  ],
  [
    'no locale',
    config.replace('ours.csl, locale: styles/locales-en-US.xml', 'ours.csl'),
    'citationStyles.ours',
  ],
])('%s in the configuration is exit 2', async (_, written, message) => {
  const cwd = folderWith({...files, 'parlance.config.yaml': written})
  const {status, stderr} = await parlance(['check'], {cwd})
  expect(stderr).toContain(message)
  expect(status).toBe(2)
})

test('files are nothing that the core reads', () => {
  const given = {citationStyles: {ours: {file: 'a.csl', locale: 'b.xml'}}}
  expect(() => resolveConfig(given)).toThrow(ConfigError)
  expect(() => resolveConfig(given)).toThrow('give what `cslStyle` of `parlance-md/csl` makes')
})
