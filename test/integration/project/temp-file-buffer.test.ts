import {readdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {TempFileBuffer} from '../../../src/project/build/temp-file-buffer.ts'

test('what was added is read as it was, in any order and while more is added', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.uint8Array({maxLength: 40_000}), fc.nat()), {maxLength: 30}),
      contents => {
        const spill = new TempFileBuffer()
        try {
          const added: {readonly content: Uint8Array; readonly read: () => Buffer}[] = []
          for (const [content, choice] of contents) {
            const slice = spill.add(content)
            added.push({content, read: () => spill.read(slice)})
            const some = added[choice % added.length]
            expect(some?.read()).toEqual(some && Buffer.from(some.content))
          }
          for (const {content, read} of added.reverse()) expect(read()).toEqual(Buffer.from(content))
        } finally {
          spill.close()
        }
      },
    ),
    {numRuns: 50},
  )
})

test('none of it stays', () => {
  const own = (): readonly string[] =>
    readdirSync(tmpdir()).filter(name => name.startsWith('parlance-spill-'))
  const before = own()
  const spill = new TempFileBuffer()
  const slice = spill.add(Buffer.from('text'))
  expect(spill.read(slice).toString()).toBe('text')
  if (process.platform !== 'win32') expect(own()).toEqual(before) // not even if the process ended now
  spill.close()
  expect(own()).toEqual(before)
})
