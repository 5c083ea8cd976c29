import fc from 'fast-check'
import {expect, test} from 'vitest'
import {importDita} from '../../../../src/adapters/import/index.ts'
import {compile, render, resolveConfig} from '../../../../src/index.ts'

const ids = ['clinician', 'patient', 'student'] as const
type Id = (typeof ids)[number]
const config = resolveConfig({})
const runs = process.env.PARLANCE_DEEP === undefined ? 60 : 2000

interface Node {
  readonly name: string
  readonly readers: readonly Id[] | undefined
  readonly inside: readonly Node[]
}

const readers = fc.option(fc.subarray([...ids], {minLength: 1, maxLength: 2}), {nil: undefined})
const {block} = fc.letrec<{words: Node; block: Node}>(tie => ({
  words: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constant<Node>({name: '#word', readers: undefined, inside: []}),
    fc.record({
      name: fc.constantFrom('ph', 'b', 'i', 'q', 'term'),
      readers,
      inside: fc.array(tie('words'), {minLength: 1, maxLength: 2}),
    }),
  ),
  block: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.record({
      name: fc.constant('p'),
      readers,
      inside: fc.array(tie('words'), {minLength: 1, maxLength: 3}),
    }),
    fc.record({
      name: fc.constantFrom('note', 'lq', 'div'),
      readers,
      inside: fc.array(tie('block'), {minLength: 1, maxLength: 2}),
    }),
    fc.record({
      name: fc.constantFrom('ul', 'ol'),
      readers,
      inside: fc.array(
        fc.record({
          name: fc.constant('li'),
          readers,
          inside: fc.array(tie('block'), {minLength: 1, maxLength: 2}),
        }),
        {minLength: 1, maxLength: 3},
      ),
    }),
    fc.record({
      name: fc.constant('simpletable'),
      readers,
      inside: fc.array(
        fc.record({
          name: fc.constant('strow'),
          readers,
          inside: fc.array(
            fc.record({
              name: fc.constant('stentry'),
              readers,
              inside: fc.array(tie('words'), {minLength: 1, maxLength: 2}),
            }),
            {minLength: 2, maxLength: 2},
          ),
        }),
        {minLength: 1, maxLength: 3},
      ),
    }),
  ),
}))

test('each reader gets the words that filtering leaves of a topic, in their order', () => {
  let carried = 0
  fc.assert(
    fc.property(fc.array(block, {minLength: 1, maxLength: 4}), blocks => {
      let count = 0
      const seen = new Map<Id, string[]>(ids.map(id => [id, []]))
      const xmlOf = (node: Node, left: readonly Id[]): string => {
        if (node.name === '#word') {
          const word = `w${++count}`
          for (const id of left) seen.get(id)?.push(word)
          return ` ${word} `
        }
        const {name, inside, readers} = node
        const now = readers === undefined ? left : left.filter(id => readers.includes(id))
        const attribute = readers === undefined ? '' : ` audience="${readers.join(' ')}"`
        return `<${name}${attribute}>${inside.map(child => xmlOf(child, now)).join('')}</${name}>`
      }
      const source = `<topic id="t"><title>T</title><body>${blocks.map(child => xmlOf(child, ids)).join('')}</body></topic>`
      const {markdown} = importDita(source, {path: 'a.dita', config})
      if (markdown === undefined) return
      carried++
      const document = compile(markdown)
      for (const audience of ids) {
        const {value} = render(document, {audience, format: 'text', width: 0, draft: true})
        expect(value.match(/w\d+/g) ?? [], markdown).toEqual(seen.get(audience))
      }
    }),
    {numRuns: runs},
  )
  expect(carried).toBeGreaterThan(0.8 * runs)
})
