import fc from 'fast-check'
import {expect, test} from 'vitest'
import {reportLeaks} from '../../../../src/api/check/report-leaks.ts'
import {findStyle} from '../../../../src/api/render/render-options.ts'
import {variantOf} from '../../../../src/api/variant.ts'
import {readerOf} from '../../../../src/core/3-select/reader.ts'
import type {Document, Variant} from '../../../../src/core/language/index.ts'
import {audiences, type Leaf, page, write} from '../../../support/generate.ts'
import {compiled, numRuns, timeout} from '../../../support/outputs.ts'

const variantFor = (document: Document, audience: string): Variant =>
  variantOf(document, readerOf(document, audience, new Map()), findStyle(document.settings, 'numeric'))

/**
 * Whether something holds a piece of text that is not for an audience, as a second, simple writing of the
 * rules says.
 */
const isForOthers = (
  said: unknown,
  leaves: readonly Leaf[],
  audience: (typeof audiences)[number],
): boolean => {
  const text = JSON.stringify(said)
  return leaves.some(({token, readers}) => !readers.has(audience) && text.includes(token))
}

test('whatever one reader gets and another may not see raises an alarm in the other’s variant', {
  timeout,
}, () => {
  let swapped = 0
  fc.assert(
    fc.property(
      page,
      fc.shuffledSubarray([...audiences], {minLength: 2, maxLength: 2}),
      (given, [from, into]) => {
        const written = write(given)
        const document = compiled(written)
        if (from === undefined || into === undefined) return
        const [theirs, own] = [variantFor(document, from), variantFor(document, into)]
        const {root, footnotes} = own.selection
        for (const block of theirs.selection.root.children) {
          if (!isForOthers(block, written.leaves, into)) continue
          const selection = {...own.selection, root: {...root, children: [...root.children, block]}}
          expect(reportLeaks({...own, selection}), written.source).not.toEqual([])
          swapped++
        }
        for (const [name, note] of theirs.selection.footnotes) {
          if (!isForOthers(note, written.leaves, into)) continue
          const selection = {...own.selection, footnotes: new Map([...footnotes, [name, note]])}
          expect(reportLeaks({...own, selection}), written.source).not.toEqual([])
          swapped++
        }
        for (const part of ['title', 'description', 'followUp', 'terms'] as const) {
          if (
            !isForOthers(
              [...(part === 'terms' ? theirs.selection.terms.values() : [theirs.selection[part]])],
              written.leaves,
              into,
            )
          )
            continue
          expect(
            reportLeaks({...own, selection: {...own.selection, [part]: theirs.selection[part]}}),
            written.source,
          ).not.toEqual([])
          swapped++
        }
        for (const part of ['toc', 'glossary', 'references'] as const) {
          if (!isForOthers(theirs.numbering[part], written.leaves, into)) continue
          expect(
            reportLeaks({...own, numbering: {...own.numbering, [part]: theirs.numbering[part]}}),
            written.source,
          ).not.toEqual([])
          swapped++
        }
      },
    ),
    {numRuns: numRuns / 5},
  )
  expect(swapped).toBeGreaterThan(100)
})
