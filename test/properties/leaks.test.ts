import fc from 'fast-check'
import {expect, test} from 'vitest'
import {check} from '../../src/index.ts'
import {audiences, page, write} from '../support/generate.ts'
import {compiled, numRuns, outputsFor, timeout} from '../support/outputs.ts'

test('generated pages are sound', {timeout}, () => {
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
            const leaked = !readers.has(audience) && outputs.some(output => output.includes(token))
            const lost = readers.has(audience) && printed && !text.includes(token)
            if (leaked || lost)
              expect.fail(
                `${token} is ${leaked ? 'leaked to' : 'lost for'} ${audience}\n${written.source}\n${outputs[1]}`,
              )
          }
        }
      }),
      {numRuns},
    )
  },
  timeout,
)
