import fc from 'fast-check'
import {expect, test} from 'vitest'
import {ByteWriter} from '../../../src/project/build/byte-writer.ts'

test('texts and bytes stand one after the other, however long they are', () => {
  const part = fc.oneof(
    fc.string({unit: 'binary'}),
    fc
      .tuple(fc.constantFrom('a', 'é', '“', '\u{1f600}'), fc.nat(400_000))
      .map(([text, times]) => text.repeat(times)),
  )
  fc.assert(
    fc.property(fc.array(part, {maxLength: 8}), parts => {
      const writer = new ByteWriter()
      for (const [index, text] of parts.entries())
        if (index % 2 === 0) writer.add(text)
        else writer.addBytes(Buffer.from(text))
      expect(writer.take().equals(Buffer.from(parts.join('')))).toBe(true)
    }),
    {numRuns: 50},
  )
})
