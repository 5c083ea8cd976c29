import fc from 'fast-check'
import {Liquid} from 'liquidjs'
import {expect, test} from 'vitest'
import {importLiquid} from '../../../../src/adapters/import/index.ts'
import {compile, render, resolveConfig} from '../../../../src/index.ts'

const ids = ['clinician', 'patient', 'student'] as const
const config = resolveConfig({})
const runs = process.env.PARLANCE_DEEP === undefined ? 60 : 2000
const engine = new Liquid()

/** A text of blocks; each word stands once. */
type Block =
  | {readonly is: 'words' | 'item'; readonly inline: readonly Inline[]}
  | {
      readonly is: 'if' | 'unless' | 'case'
      readonly ids: readonly (typeof ids)[number][]
      readonly inside: readonly (readonly Block[])[]
    }
type Inline =
  | 'word'
  | {readonly ids: readonly (typeof ids)[number][]; readonly inside: readonly (readonly Inline[])[]}

const someIds = fc.subarray([...ids], {minLength: 1, maxLength: 2})
const {block} = fc.letrec<{inline: Inline; block: Block}>(tie => ({
  inline: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constant<Inline>('word'),
    fc.record({
      ids: someIds,
      inside: fc.array(fc.array(tie('inline'), {minLength: 1, maxLength: 2}), {minLength: 1, maxLength: 2}),
    }),
  ),
  block: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.record({
      is: fc.constantFrom('words' as const, 'item' as const),
      inline: fc.array(tie('inline'), {minLength: 1, maxLength: 3}),
    }),
    fc.record({
      is: fc.constantFrom('if' as const, 'unless' as const, 'case' as const),
      ids: someIds,
      inside: fc.array(fc.array(tie('block'), {minLength: 1, maxLength: 2}), {minLength: 1, maxLength: 2}),
    }),
  ),
}))

function textOf(blocks: readonly Block[]): string {
  let words = 0
  const asks = (some: readonly string[]): string => some.map(id => `audience == "${id}"`).join(' or ')
  const inlineText = (part: Inline): string => {
    if (part === 'word') return `w${++words}`
    const [first = [], second] = part.inside
    const other = second === undefined ? '' : `{% else %}${second.map(inlineText).join(' ')}`
    return `{% if ${asks(part.ids)} %}${first.map(inlineText).join(' ')}${other}{% endif %}`
  }
  const blockText = (one: Block): string => {
    if ('inline' in one) return `${one.is === 'item' ? '- ' : ''}${one.inline.map(inlineText).join(' ')}\n`
    const [first = [], second] = one.inside
    const other = second === undefined ? '' : `{% else %}\n${second.map(blockText).join('\n')}`
    const inside = first.map(blockText).join('\n')
    if (one.is !== 'case') return `{% ${one.is} ${asks(one.ids)} %}\n${inside}${other}{% end${one.is} %}\n`
    const names = one.ids.map(id => `"${id}"`).join(', ')
    return `{% case audience %}\n{% when ${names} %}\n${inside}${other}{% endcase %}\n`
  }
  return blocks.map(blockText).join('\n')
}

const wordsIn = (text: string): readonly string[] => text.match(/w\d+/g) ?? []

test('each reader gets the words that Liquid prints, in their order', () => {
  let carried = 0
  fc.assert(
    fc.property(fc.array(block, {minLength: 1, maxLength: 4}), blocks => {
      const source = textOf(blocks)
      const {markdown} = importLiquid(source, {path: 'a.md', config})
      if (markdown === undefined) return
      carried++
      const document = compile(markdown)
      for (const audience of ids) {
        const {value} = render(document, {audience, format: 'text', width: 0, draft: true})
        expect(wordsIn(value), markdown).toEqual(wordsIn(engine.parseAndRenderSync(source, {audience})))
      }
    }),
    {numRuns: runs},
  )
  expect(carried).toBeGreaterThan(0.8 * runs) // most are carried over: the others are loud
})
