import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checkReadability} from '../../../src/api/readability.ts'
import {check, type Document, render} from '../../../src/index.ts'
import {formatNames, formats, rules} from '../../../src/internal.ts'
import {loadProject, snapshotText, variantFile} from '../../../src/project/index.ts'
import {compileFixture, expectFile, fixtures, foldersIn, messageLine} from '../../support/fixtures.ts'

async function expectVariants(document: Document, folder: string, page: boolean): Promise<void> {
  for (const audience of document.audiences) {
    for (const format of formatNames) {
      const {value} = render(document, {audience, format, page})
      await expectFile(value, join(folder, `${audience}.${formats[format].extension}`))
    }
  }
}

describe('documents', () => {
  test.each(foldersIn(fixtures('documents')))('%s', async name => {
    const folder = fixtures('documents', name)
    const document = compileFixture(folder)
    const {messages} = check(document)
    await expectFile(messages.map(messageLine).join(''), join(folder, 'expected', 'messages.txt'))
    expect(messages.filter(({fatal}) => fatal).map(messageLine)).toEqual([])
    await expectVariants(document, join(folder, 'expected'), false)
    await expectFile(
      render(document, {audience: document.audiences[0] ?? '', page: true}).value,
      join(folder, 'expected', 'page.html'),
    )
  })
})

describe('messages', () => {
  const folders = foldersIn(fixtures('messages'))
  // test/project/build.test.ts, test/leak.test.ts, test/cli/accept.test.ts, test/number/citations.test.ts
  const elsewhere = ['slug-taken', 'render-failed', 'leak', 'variant-stale', 'citation-locator-dropped']

  test('every rule has a folder, and every folder a rule', () => {
    expect(folders).toEqual(
      Object.keys(rules)
        .filter(rule => !elsewhere.includes(rule))
        .sort(),
    )
  })

  const cases = folders.flatMap(rule =>
    foldersIn(fixtures('messages', rule)).map(name => [rule, name] as const),
  )

  test.each(cases)('%s: %s', async (rule, name) => {
    const folder = fixtures('messages', rule, name)
    const document = compileFixture(folder)
    const {messages} = check(
      document,
      rule === 'readability' ? {further: {readability: checkReadability(document)}} : {},
    )
    const rendered = document.audiences.flatMap(audience => render(document, {audience}).messages)
    const found = rule === 'page-invalid' ? rendered : messages
    expect(found.map(({ruleId}) => ruleId)).toContain(rule)
    await expectFile(found.map(messageLine).join(''), join(folder, 'messages.txt'))
    for (const message of messages) {
      expect(message.note).toBeTruthy()
    }
    // How hard a text is to read is no matter of `render`.
    const errors = messages.filter(({fatal, ruleId}) => fatal === true && ruleId !== 'readability')
    const isPages = document.messages.some(({fatal}) => fatal === true)
    for (const audience of document.audiences) {
      if (!isPages && !errors.some(({audiences}) => audiences?.includes(audience))) continue
      for (const format of formatNames)
        expect(render(document, {audience, format, page: true}).value).toBe('')
    }
  })

  /** What must be in no output, drafts included: fixtures write it as `SECRET`. */
  const secret = cases.filter(([rule, name]) =>
    readFileSync(join(fixtures('messages', rule, name), 'input.md'), 'latin1').includes('SECRET'),
  )
  test.each(secret)('%s: %s keeps what is in doubt to itself', (rule, name) => {
    const document = compileFixture(fixtures('messages', rule, name))
    for (const audience of document.audiences) {
      for (const format of formatNames) {
        const {value} = render(document, {audience, format, page: true, draft: true})
        expect(value).not.toContain('SECRET')
      }
    }
  })
})

describe('the medical project', async () => {
  const project = await loadProject({cwd: fixtures('projects', 'medical')})
  const pages = await project.pages()

  test.each(pages)('%s', async path => {
    const document = project.compile(path)
    const folder = fixtures('projects', 'medical', 'expected', document.slug ?? '')
    await expectFile(check(document).messages.map(messageLine).join(''), join(folder, 'messages.txt'))
    await expectVariants(document, folder, true)
  })

  test('nothing is expected of pages that are gone', () => {
    const slugs = pages.map(path => project.compile(path).slug ?? '')
    expect(readdirSync(fixtures('projects', 'medical', 'expected')).sort()).toEqual([...slugs].sort())
  })
})

/** As its own tests have them: test/vitest/snapshots.test.ts runs those. */
describe('the tested project', async () => {
  const root = fixtures('projects', 'tested')
  const project = await loadProject({cwd: root})

  test.each(await project.pages())('%s', async path => {
    const document = project.compile(path)
    for (const audience of document.audiences) {
      for (const format of ['html', 'text'] as const) {
        const {value} = render(document, {audience, format, page: true, width: 0})
        const file = variantFile(join(root, 'content'), document.slug ?? '', audience, [], format)
        await expectFile(snapshotText(value, format), file)
      }
    }
  })
})
