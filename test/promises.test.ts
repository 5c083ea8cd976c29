import fc from 'fast-check'
import {expect, test} from 'vitest'
import {check, compile, type Document, type Format, render} from '../src/index.ts'
import {audiences, config, type Id, page, type Written, write} from './support/generate.ts'

const formats: readonly Format[] = ['html', 'text', 'markdown', 'json']
/** More with `npm run test:deep`. */
const numRuns = process.env.PARLANCE_DEEP === undefined ? 1_000 : 10_000

function compiled({source, files, references}: Written): Document {
  return compile(source, {config, path: 'page.md', slug: 'page', references, read: path => files.get(path)})
}

const outputsFor = (document: Document, audience: Id): readonly string[] =>
  formats.map(format => render(document, {audience, format, page: true, width: 0}).value)

/** Milliseconds. */
const timeout = 3_600_000

test('generated pages are sound', () => {
  fc.assert(
    fc.property(page, given => {
      const written = write(given)
      const errors = check(compiled(written)).messages.filter(({fatal}) => fatal === true)
      expect(errors.map(String), written.source).toEqual([])
    }),
    {numRuns: numRuns / 5},
  )
})

test(
  'nothing leaks, nothing is lost',
  () => {
    fc.assert(
      fc.property(page, given => {
        const written = write(given)
        const document = compiled(written)
        for (const audience of audiences) {
          const outputs = outputsFor(document, audience)
          const text = (outputs[1] ?? '').replace(/\s+/g, '')
          for (const {token, readers, printed} of written.leaves) {
            if (!readers.has(audience)) {
              for (const output of outputs)
                expect(output.includes(token), `${token} for ${audience}\n${written.source}`).toBe(false)
            } else if (printed)
              expect(text.includes(token), `${token} for ${audience}\n${written.source}\n${outputs[1]}`).toBe(
                true,
              )
          }
        }
      }),
      {numRuns},
    )
  },
  timeout,
)

test(
  'what a reader does not get changes not one byte of what they get',
  () => {
    fc.assert(
      fc.property(page, given => {
        const document = compiled(write(given))
        for (const audience of audiences) {
          const changed = compiled(write(given, audience))
          expect(outputsFor(changed, audience)).toEqual(outputsFor(document, audience))
        }
      }),
      {numRuns},
    )
  },
  timeout,
)
