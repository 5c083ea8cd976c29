import fc from 'fast-check'
import {expect, test} from 'vitest'
import {audiences, page, write} from '../support/generate.ts'
import {compiled, numRuns, outputsFor, timeout} from '../support/outputs.ts'

test(
  'what a reader does not get changes not one byte of what they get',
  () => {
    fc.assert(
      fc.property(
        page,
        fc.shuffledSubarray([...audiences], {minLength: 3, maxLength: 3}),
        (given, readers) => {
          const document = compiled(write(given))
          for (const audience of readers) {
            const changed = compiled(write(given, audience))
            expect(outputsFor(changed, audience)).toEqual(outputsFor(document, audience))
          }
        },
      ),
      {numRuns},
    )
  },
  timeout,
)
