import {expect, test} from 'vitest'
import {findMentions} from '../../../../src/internal.ts'

/** `kind name @line:column-line:column → paths`, as one line each. */
function mentions(source: string, path = 'content/page.md'): readonly string[] {
  return findMentions(source, {path}).map(({kind, name, place: {start, end}, paths}) => {
    const where = `${start.line}:${start.column}-${end.line}:${end.column}`
    return `${kind} ${name} @${where}${paths === undefined ? '' : ` → ${paths.join(', ')}`}`
  })
}

test.each<[string, readonly string[]]>([
  ['A :cite[one].', ['reference one @1:9-1:12']],
  ['A :cite[one, p. 5; two_2].', ['reference one @1:9-1:12', 'reference two_2 @1:20-1:25']],
  ['A :cite[one;\ntwo].', ['reference one @1:9-1:12', 'reference two @2:1-2:4']],
  ['A :cite[ ; one].', ['reference one @1:12-1:15']],
  ['A :term[low counts].', ['term low counts @1:9-1:19']],
  ['A :term[low counts]{#neutropenia}.', ['term neutropenia @1:22-1:33']],
  ['A :term[low counts]{id="neutropenia"}.', ['term neutropenia @1:25-1:36']],
  ['A :var[ brand ].', ['variable brand @1:9-1:14']],
  ['A [link](#dose).', ['anchor dose @1:11-1:15']],
  [
    'A [link](other.md#dose).',
    [
      'page other.md @1:10-1:18 → content/other.md, other.md',
      'anchor dose @1:19-1:23 → content/other.md, other.md',
    ],
  ],
  ['A [link](../other.md).', ['page ../other.md @1:10-1:21 → other.md']],
  ['A :xref[text]{to=dose missing=drop}.', ['anchor dose @1:18-1:22']],
  ['A :xref[text]{to="#dose"}.', ['anchor dose @1:20-1:24']],
  ['[text][d]\n\n[d]: #dose', ['anchor dose @3:7-3:11']],
  ['::include{file="_part.md"}', ['include _part.md @1:17-1:25 → content/_part.md, _part.md']],
  [':::clinician\n- :cite[one]\n:::', ['reference one @2:9-2:12']],
  [
    '---\nbibliography: [refs.bib]\nglossary: /terms.yaml\n---\n',
    ['file refs.bib @2:16-2:24 → content/refs.bib, refs.bib', 'file /terms.yaml @3:11-3:22 → terms.yaml'],
  ],
  ['[web](https://example.org/a.md#b) and ![](#dose)', []],
  ['`:cite[one]` and\n\n```\n:cite[two]\n```', []],
  ['half :cite[on', []],
  [':::clinician\n:cite[one', []],
])('%j', (source, expected) => {
  expect(mentions(source)).toEqual(expected)
})
