import {existsSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Document, Memory} from '../../src/document/index.ts'
import {loadProject} from '../../src/project/index.ts'
import {reportLeaks} from '../../src/report-leaks.ts'
import {readersOf} from '../../src/select/reader.ts'
import {variantOf} from '../../src/variant.ts'
import {compileFixture, fixtures, foldersIn, messageLine} from '../support/fixtures.ts'
import {page, write} from '../support/generate.ts'
import {compiled, numRuns, timeout} from '../support/outputs.ts'

/** What is reported for every reader and citation style, with memory and without. */
function leaksIn(document: Document): readonly string[] {
  return [document, {...document, memory: new Memory(0)}].flatMap(of =>
    readersOf(of).flatMap(reader =>
      [...of.settings.styles.values()].flatMap(style =>
        reportLeaks(variantOf(of, reader, style)).map(messageLine),
      ),
    ),
  )
}

describe('no variant of a sound page raises an alarm', () => {
  test.each(foldersIn(fixtures('documents')))('documents/%s', name => {
    expect(leaksIn(compileFixture(fixtures('documents', name)))).toEqual([])
  })

  test.each(foldersIn(fixtures('messages')))('messages/%s', rule => {
    for (const name of foldersIn(fixtures('messages', rule)))
      for (const source of ['input.md', 'right.md'].filter(file =>
        existsSync(fixtures('messages', rule, name, file)),
      ))
        expect(leaksIn(compileFixture(fixtures('messages', rule, name), source)), name).toEqual([])
  })

  test.each(foldersIn(fixtures('projects')))('projects/%s', async name => {
    const project = await loadProject({cwd: join(fixtures('projects'), name)})
    for (const path of await project.pages()) expect(leaksIn(project.compile(path)), path).toEqual([])
  })

  test('generated pages', {timeout}, () => {
    fc.assert(
      fc.property(page, given => {
        const written = write(given)
        expect(leaksIn(compiled(written)), written.source).toEqual([])
      }),
      {numRuns: numRuns / 5},
    )
  })
})
