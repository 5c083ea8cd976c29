import {existsSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {reportLeaks} from '../../../../src/api/check/report-leaks.ts'
import {variantOf} from '../../../../src/api/variant.ts'
import {readersOf} from '../../../../src/core/3-select/reader.ts'
import {Cache, type Document} from '../../../../src/core/language/index.ts'
import {compile} from '../../../../src/index.ts'
import {loadProject} from '../../../../src/project/index.ts'
import {compileFixture, fixtures, foldersIn, messageLine} from '../../../support/fixtures.ts'
import {page, write} from '../../../support/generate.ts'
import {compiled, numRuns, timeout} from '../../../support/outputs.ts'

/** What is reported for every reader and citation style, with memory and without. */
function leaksIn(document: Document): readonly string[] {
  return [document, {...document, cache: new Cache(0)}].flatMap(of =>
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

  test.each([
    ['literal links, which have no place', 'See www.who.int :clinician[SECRET] , or a@b.org :patient[now] .'],
    ['a literal link in a heading', '## On www.who.int (:clinician[SECRET])\n\nText.'],
    ['raised citations', 'A :clinician[b] :cite[r], c :patient[d] :cite[r; s].'],
    ['brackets that meet', 'A (:clinician[b :cite[r]]) and [:patient[c]], “:clinician[d]”.'],
    ['an alternative text', '![A (:clinician[b]), *c* `d` :say[e]{patient="f"}](x.png)'],
    ['groups with an id', ':say[a *b*]{#x patient="c"} [link](#x)\n\n:::variants{#y}\n:::\n'],
    ['a call-out with a title', ':::note[A :clinician[b], c]\nText :clinician[d].\n:::'],
    ['a safety block with a title', ':::safety[A :clinician[b], c]\nText :clinician[d].\n:::'],
    ['the same note for two readers', 'A[^1].\n\n:::clinician\n[^1]: B.\n:::\n\n:::patient\n[^1]: C.\n:::'],
    ['a note that a note calls', 'A :clinician[b[^1]].\n\n[^1]: B[^2].\n\n[^2]: C[^1].'],
  ])('%s', (_, source) => {
    const references = [
      {id: 'r', type: 'book', title: 'R'},
      {id: 's', type: 'book', title: 'S'},
    ]
    expect(leaksIn(compile(source, {references}))).toEqual([])
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
