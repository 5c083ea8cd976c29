import type {Heading, Paragraph} from 'mdast'
import {expect, test} from 'vitest'
import {gap, isGap, type Loose} from '../../../src/core/3-select/gap.ts'
import {dropOrphans} from '../../../src/core/3-select/orphans.ts'

/** A digit is a heading of that rank, `p` a paragraph, `|` a seam. */
const flow = (source: string): readonly Loose[] =>
  source.split('').map((sign): Loose => {
    if (sign === '|') return gap
    if (sign === 'p') return {type: 'paragraph', children: []} satisfies Paragraph
    return {type: 'heading', depth: Number(sign) as Heading['depth'], children: []}
  })

const show = (nodes: readonly Loose[]): string =>
  nodes.map(node => (isGap(node) ? '|' : node.type === 'heading' ? node.depth : 'p')).join('')

test.each([
  {why: 'an emptied section', source: '2|', kept: '', dropped: '2'},
  {why: 'a section with text left', source: '2|p', kept: '2p', dropped: ''},
  {why: 'a section with text before the cut', source: '2p|', kept: '2p', dropped: ''},
  {why: 'a section that the author left empty', source: '2|2', kept: '2', dropped: '2'},
  {why: 'an empty section before a cut one', source: '22|', kept: '2', dropped: '2'},
  {why: 'text before the heading is not below it', source: 'p2|', kept: 'p', dropped: '2'},
  {why: 'text of the next section is not below it', source: '2|2p', kept: '2p', dropped: '2'},
  {why: 'a cut in the next section', source: '22p|', kept: '22p', dropped: ''},
  {why: 'an emptied section with an emptied one below', source: '2|3|', kept: '', dropped: '32'},
  {why: 'all below an emptied section', source: '23|', kept: '', dropped: '32'},
  {why: 'an emptied section with text further down', source: '2|3p', kept: '23p', dropped: ''},
  {why: 'an emptied subsection beside a full one', source: '23|3p', kept: '23p', dropped: '3'},
  {why: 'a full subsection beside an emptied one', source: '23p3|', kept: '23p', dropped: '3'},
  {why: 'a subsection that the author left empty fills', source: '2|3', kept: '23', dropped: ''},
  {why: 'levels in between', source: '1|4p2|', kept: '14p', dropped: '2'},
  {why: 'a section of lower rank after it', source: '3|2p', kept: '2p', dropped: '3'},
  {why: 'no sections of others', source: '2|3|2|3p', kept: '23p', dropped: '32'},
  {why: 'a cut above the first heading', source: '|2', kept: '2', dropped: ''},
  {why: 'nothing', source: '', kept: '', dropped: ''},
])('$why: $source leaves $kept', ({source, kept, dropped}) => {
  const reported: Heading[] = []
  expect(show(dropOrphans(flow(source), heading => reported.push(heading)))).toBe(kept)
  expect(show(reported)).toBe(dropped)
})

test('a run without cuts is handed on as it is', () => {
  const nodes = flow('2p3')
  expect(dropOrphans(nodes, () => {})).toBe(nodes)
})
