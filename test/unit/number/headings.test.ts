import type {Heading} from 'mdast'
import {expect, test} from 'vitest'
import {HeadingOutline} from '../../../src/core/4-number/headings.ts'
import type {TocEntry} from '../../../src/core/language/index.ts'

/** Headings by rank, an id each: `1a 2b`; `2-` has none. */
const headings = (source: string): Heading[] =>
  source.split(' ').map(part => ({
    type: 'heading',
    depth: Number(part[0]) as Heading['depth'],
    children: [{type: 'text', value: ` Part\n ${part}  `}],
    ...(part[1] !== '-' && {data: {id: part.slice(1)}}),
  }))

const show = (entries: readonly TocEntry[]): string =>
  entries.map(({id, children}) => (children.length === 0 ? id : `${id}(${show(children)})`)).join(' ')

test.each([
  {source: '1a 2b 2c', toc: 'a(b c)', skipped: []},
  {source: '1a 2b 3c 2d 1e', toc: 'a(b(c) d) e', skipped: []},
  {source: '2a 3b 2c 3d', toc: 'a(b) c(d)', skipped: []},
  {source: '1a 3b 2c 3d', toc: 'a(b c(d))', skipped: ['A heading of level 3 follows one of level 1']},
  {source: '3a 2b 1c', toc: 'a b c', skipped: ['A heading of level 3 follows one of level 1']},
  {source: '1a 2- 3b', toc: 'a(b)', skipped: []},
  {
    source: '2a 4b 6c',
    toc: 'a(b(c))',
    skipped: ['A heading of level 4 follows one of level 2', 'A heading of level 6 follows one of level 4'],
  },
])('the contents of $source', ({source, toc, skipped}) => {
  const details: (string | undefined)[] = []
  const outline = new HeadingOutline((_, {detail}) => details.push(detail), 'patient')
  for (const heading of headings(source)) outline.add(heading)
  expect(show(outline.toc)).toBe(toc)
  expect(details).toEqual(skipped)
})

test('an entry has the text of its heading on one line', () => {
  const outline = new HeadingOutline(() => {}, 'patient')
  for (const heading of headings('2a')) outline.add(heading)
  expect(outline.toc).toEqual([{id: 'a', text: 'Part 2a', depth: 2, children: []}])
})

test('a rank that is skipped is reported at its heading', () => {
  const found: unknown[] = []
  const outline = new HeadingOutline((...finding) => found.push(finding), 'patient')
  const [heading] = headings('4a')
  if (heading) outline.add(heading)
  const detail = 'A heading of level 4 follows one of level 1'
  expect(found).toEqual([
    ['heading-level-skipped', {place: heading, actual: '4', detail, audiences: ['patient']}],
  ])
})
