import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Document, findLeaks, render} from '../../src/index.ts'
import {formatNames} from '../../src/internal.ts'
import {compileFixture, fixtures, foldersIn} from '../support/fixtures.ts'
import {page, write} from '../support/generate.ts'
import {compiled, numRuns, timeout} from '../support/outputs.ts'

/**
 * Texts of other readers in what is printed for one, in any format: `check` looks at variants, and trusts the
 * formats.
 */
const leaksIn = (document: Document): readonly string[] =>
  document.audiences.flatMap(audience =>
    formatNames.flatMap(format =>
      findLeaks(document, render(document, {audience, format, page: true, width: 0}).value, {audience}).map(
        ({text}) => `${audience} ${format}: ${text}`,
      ),
    ),
  )

describe('no format prints what its variant does not hold', () => {
  test.each(foldersIn(fixtures('documents')))('documents/%s', name => {
    expect(leaksIn(compileFixture(fixtures('documents', name)))).toEqual([])
  })

  test('generated pages', {timeout}, () => {
    fc.assert(
      fc.property(page, given => {
        const written = write(given)
        expect(leaksIn(compiled(written)), written.source).toEqual([])
      }),
      {numRuns: numRuns / 20},
    )
  })
})
