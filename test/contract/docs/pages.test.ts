import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {expectFile} from '../../support/fixtures.ts'
import {install} from '../../support/installed.ts'
import {followPage} from '../../support/run-page.ts'
import {folderWith} from '../../support/temporary.ts'

const docs = join(import.meta.dirname, '../../../docs')
const howTo = readdirSync(join(docs, 'how-to')).map(name => `how-to/${name}`)

/** Blocks that are no files and are not run: commands for a person, with a network or a repository. */
const shown = ['sh']

describe('what a page shows is what happens', () => {
  test.each(['tutorial.md', 'testing.md', 'api.md', ...howTo])('docs/%s', async name => {
    const folder = folderWith({'package.json': '{"type": "module", "private": true}\n'})
    install(folder)
    const text = readFileSync(join(docs, name), 'utf8')
    const {text: followed, commands, loose} = followPage(text, folder)
    await expectFile(followed, join(docs, name))
    expect(commands).toBeGreaterThan(0)
    expect(loose.filter(language => !shown.includes(language))).toEqual([])
  })
})

test('the index leads to every page', () => {
  const index = readFileSync(join(docs, 'README.md'), 'utf8')
  const pages = readdirSync(docs).filter(name => name.endsWith('.md') && name !== 'README.md')
  expect([...pages, ...howTo].filter(name => !index.includes(`](${name})`))).toEqual([])
})
