import type {Nodes, Paragraph, RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {Selector} from '../../../src/core/3-select/selector.ts'
import type {Document} from '../../../src/core/language/index.ts'
import {forgetful, selectFor, selectSource} from '../../support/select-source.ts'
import {sketches} from '../../support/sketch.ts'

/** Rows of a source, who reads it, and what they get; the last reader of a row may be left out. */
type Row = readonly [source: string, patient: string, clinician: string]

const both = (rows: readonly Row[]) =>
  test.each(rows)('%s', (source, patient, clinician) => {
    const document = compile(source)
    for (const [who, want] of [
      ['patient', patient],
      ['clinician', clinician],
    ] as const) {
      expect(sketches(selectFor(document, who).root.children), who).toBe(want)
      expect(sketches(selectFor(forgetful(document), who).root.children), `${who}, without cache`).toBe(want)
    }
  })

const text = (...lines: readonly string[]): string => lines.join('\n')

// Phrasing.
both([
  ['All the same.', 'paragraph[All the same.]', 'paragraph[All the same.]'],
  [
    'Given :only[at once]{for=clinician} daily.',
    'paragraph[Given daily.]',
    'paragraph[Given at once daily.]',
  ],
  [':only[bold]{for=clinician}', '', 'paragraph[bold]'],
  [
    '**:only[bold]{for=clinician}** and *plain*.',
    'paragraph[and emphasis[plain].]',
    'paragraph[strong[bold] and emphasis[plain].]',
  ],
  [
    'a *b:only[c]{for=clinician}* **d:only[e]{for=clinician}** ~~f:only[g]{for=clinician}~~',
    'paragraph[a emphasis[b] strong[d] delete[f]]',
    'paragraph[a emphasis[bc] strong[de] delete[fg]]',
  ],
  ['a ~~:only[b]{for=clinician}~~ c', 'paragraph[a c]', 'paragraph[a delete[b] c]'],
  ['a *:only[b]{for=clinician}* c', 'paragraph[a c]', 'paragraph[a emphasis[b] c]'],
  ['a [:only[b]{for=clinician}](https://x.org) c', 'paragraph[a c]', 'paragraph[a link(https://x.org)[b] c]'],
  ['a *b (:only[c]{for=clinician})* d', 'paragraph[a emphasis[b ]d]', 'paragraph[a emphasis[b (c)] d]'],
  ['a :only[b]{for=clinician}\\\n  c', 'paragraph[abreakc]', 'paragraph[a bbreakc]'],
  [':only[b]{for=clinician}\\\n:only[c]{for=clinician}', '', 'paragraph[bbreakc]'],
  ['a :only[b `c`]{for=clinician #p}', 'paragraph[a]', 'paragraph[a span#p[b `c`]]'],
  [
    'a :only[b :only[c]{for=clinician} d]{not=student #p} e',
    'paragraph[a span#p[b d] e]',
    'paragraph[a span#p[b c d] e]',
  ],
  ['a :only[:only[c]{for=clinician}]{not=student #p} e', 'paragraph[a e]', 'paragraph[a span#p[c] e]'],
  ['a ![x :only[y]{for=clinician}](p.png) b', 'paragraph[a image(x) b]', 'paragraph[a image(x y) b]'],
  ['`a` :only[b]{for=clinician}, `c`', 'paragraph[`a`, `c`]', 'paragraph[`a` b, `c`]'],
])

test('the language of a page says how text around a cut is set', () => {
  const source = 'a :only[b]{for=clinician} : c'
  const config = {locale: 'fr'}
  expect(sketches(selectSource(source).root.children)).toBe('paragraph[a: c]')
  expect(sketches(selectSource(source, {config}).root.children)).toBe('paragraph[a : c]')
})

// What is blank is left out.
both([
  ['# :clinician[x]', '', 'heading#section(1)[x]'],
  [':clinician[x]&nbsp;', '', 'paragraph[x\u00a0]'],
  [':clinician[x]&nbsp;\\\n&nbsp;', '', 'paragraph[x\u00a0break\u00a0]'],
  ['[&nbsp;:clinician[x]](https://x.org)', '', 'paragraph[link(https://x.org)[\u00a0x]]'],
])

// Groups.
both([
  [
    'Feel :say[tired]{clinician=asthenia} now.',
    'paragraph[Feel tired now.]',
    'paragraph[Feel asthenia now.]',
  ],
  [
    'Feel :say[tired]{#f clinician=asthenia} now.',
    'paragraph[Feel span#f[tired] now.]',
    'paragraph[Feel span#f[asthenia] now.]',
  ],
  [
    text(
      '::::variants{#dose}',
      ':::clinician',
      '840 mg',
      ':::',
      ':::patient',
      'One.',
      '',
      'Two.',
      ':::',
      '::::',
    ),
    'fragment#dose[paragraph[One.]paragraph[Two.]]',
    'fragment#dose[paragraph[840 mg]]',
  ],
  [
    text('::::variants', ':::clinician', '840 mg', ':::', ':::patient', 'One.', '', 'Two.', ':::', '::::'),
    'paragraph[One.]paragraph[Two.]',
    'paragraph[840 mg]',
  ],
  [
    text(
      '::::variants{#g}',
      ':::clinician',
      'x',
      ':::',
      ':::patient{omit="not for them"}',
      ':::',
      '::::',
      'y',
    ),
    'paragraph[y]',
    'fragment#g[paragraph[x]]paragraph[y]',
  ],
  [text('::::variants', ':::clinician', 'x', ':::', '::::', 'y'), 'paragraph[y]', 'paragraph[x]paragraph[y]'],
  [
    text(
      '## Head',
      '',
      '::::variants',
      ':::clinician',
      'x',
      ':::',
      ':::patient{omit="not for them"}',
      ':::',
      '::::',
    ),
    '',
    'heading#head(2)[Head]paragraph[x]',
  ],
])

// Blocks.
both([
  [
    text(':::only{for=clinician #part}', 'One.', '', 'Two.', ':::', '', 'After.'),
    'paragraph[After.]',
    'fragment#part[paragraph[One.]paragraph[Two.]]paragraph[After.]',
  ],
  [
    text(':::only{for=clinician}', 'One.', '', 'Two.', ':::', '', 'After.'),
    'paragraph[After.]',
    'paragraph[One.]paragraph[Two.]paragraph[After.]',
  ],
  [
    text('::::only{not=student #part}', 'One.', '', ':::clinician', 'Two.', ':::', '::::'),
    'fragment#part[paragraph[One.]]',
    'fragment#part[paragraph[One.]paragraph[Two.]]',
  ],
  [
    text('::::only{not=student #part}', ':::clinician', 'Two.', ':::', '::::'),
    '',
    'fragment#part[paragraph[Two.]]',
  ],
  ['# Title :only[two]{for=clinician}', 'heading#title(1)[Title]', 'heading#title(1)[Title two]'],
  [
    text('## Emptied', '', ':::clinician', 'x', ':::', '', '## Kept', '', 'y'),
    'heading#kept(2)[Kept]paragraph[y]',
    'heading#emptied(2)[Emptied]paragraph[x]heading#kept(2)[Kept]paragraph[y]',
  ],
  ['> a :only[b]{for=clinician}', 'blockquote[paragraph[a]]', 'blockquote[paragraph[a b]]'],
  ['> :only[b]{for=clinician}', '', 'blockquote[paragraph[b]]'],
  [
    text('> ## Head', '>', '> :only[b]{for=clinician}', '', 'z'),
    'paragraph[z]',
    'blockquote[heading#head(2)[Head]paragraph[b]]paragraph[z]',
  ],
  [
    text(':::note[A :only[*b*]{for=clinician} c]', 'x :only[y]{for=clinician}', ':::'),
    'callout[calloutTitle[A c]paragraph[x]]',
    'callout[calloutTitle[A emphasis[b] c]paragraph[x y]]',
  ],
  [
    text(':::note[:only[b]{for=clinician}]', 'x', ':::'),
    'callout[paragraph[x]]',
    'callout[calloutTitle[b]paragraph[x]]',
  ],
  [text(':::note[Title]', ':only[y]{for=clinician}', ':::'), '', 'callout[calloutTitle[Title]paragraph[y]]'],
  [
    text('::::safety{#box}', 'x', '', ':::clinician', 'y', ':::', '::::'),
    'safety#box[paragraph[x]]',
    'safety#box[paragraph[x]paragraph[y]]',
  ],
  [
    text('Before.', '', ':only{for=clinician} Whole paragraph.', '', 'After.'),
    'paragraph[Before.]paragraph[After.]',
    'paragraph[Before.]paragraph[Whole paragraph.]paragraph[After.]',
  ],
])

// Lists.
both([
  [
    text('1. One', '2. :only{for=clinician} Two', '3. Three'),
    'list[listItem[paragraph[One]]listItem[paragraph[Three]]]',
    'list[listItem[paragraph[One]]listItem[paragraph[Two]]listItem[paragraph[Three]]]',
  ],
  [
    text('* One', '', '* :only{for=clinician} Two'),
    'list[listItem[paragraph[One]]]',
    'list(spread)[listItem[paragraph[One]]listItem[paragraph[Two]]]',
  ],
  [
    text('* One', '', '* :only{for=clinician} Two', '', '* Three'),
    'list(spread)[listItem[paragraph[One]]listItem[paragraph[Three]]]',
    'list(spread)[listItem[paragraph[One]]listItem[paragraph[Two]]listItem[paragraph[Three]]]',
  ],
  [
    text('* One', '', '  :only[x]{for=clinician}', '* Two', '', '  more :only[y]{for=clinician}'),
    'list[listItem[paragraph[One]]listItem(spread)[paragraph[Two]paragraph[more]]]',
    'list[listItem(spread)[paragraph[One]paragraph[x]]listItem(spread)[paragraph[Two]paragraph[more y]]]',
  ],
  ['- :only[x]{for=clinician}', '', 'list[listItem[paragraph[x]]]'],
  [
    text('- :only[x]{for=clinician}', '- y'),
    'list[listItem[paragraph[y]]]',
    'list[listItem[paragraph[x]]listItem[paragraph[y]]]',
  ],
])

// Tables.
const table = 'tableRow[tableCell['
both([
  [
    text(
      '| Drug | :only{for=clinician} Half | Dose |',
      '| :-- | --: | :-: |',
      '| A | 3 h | 1 |',
      '| :only{for=patient} B | 4 h | 2 |',
      '| C :only[(new)]{for=clinician} | 5 h | 3 |',
    ),
    `table(left center)[${table}Drug]tableCell[Dose]]${table}A]tableCell[1]]${table}B]tableCell[2]]${table}C]tableCell[3]]]`,
    `table(left right center)[${table}Drug]tableCell[Half]tableCell[Dose]]${table}A]tableCell[3 h]tableCell[1]]${table}C (new)]tableCell[5 h]tableCell[3]]]`,
  ],
  [
    text('| :only{for=clinician} a | :only{for=clinician} b |', '| --- | --- |', '| x | y |'),
    '',
    `table(null null)[${table}a]tableCell[b]]${table}x]tableCell[y]]]`,
  ],
  [text('| a |', '| --- |', '| :clinician{} b |'), '', `table(null)[${table}a]]${table}b]]]`],
  [
    text('| a :only[x]{for=clinician} |', '| --- |'),
    `table(null)[${table}a]]]`,
    `table(null)[${table}a x]]]`,
  ],
  [
    text('| a | b |', '| --- | --- |', '| :only[x]{for=clinician} | :only[y]{for=clinician} |', '| | |'),
    `table(null null)[${table}a]tableCell[b]]${table}]tableCell[]]]`,
    `table(null null)[${table}a]tableCell[b]]${table}x]tableCell[y]]${table}]tableCell[]]]`,
  ],
  [
    text('| a | b |', '| --- | --- |', '| :only[x]{for=clinician} | y |'),
    `table(null null)[${table}a]tableCell[b]]${table}]tableCell[y]]]`,
    `table(null null)[${table}a]tableCell[b]]${table}x]tableCell[y]]]`,
  ],
  [
    text('| :only[a]{for=clinician} | :only[b]{for=clinician} |', '| --- | --- |', '| x | y |'),
    `table(null null)[${table}]tableCell[]]${table}x]tableCell[y]]]`,
    `table(null null)[${table}a]tableCell[b]]${table}x]tableCell[y]]]`,
  ],
  [
    text('| a |', '| --- |', '| **:only[x]{for=clinician}** (:only[y]{for=clinician}) z |'),
    `table(null)[${table}a]]${table}z]]]`,
    `table(null)[${table}a]]${table}strong[x] (y) z]]]`,
  ],
])

both([
  [text('| :clinician{} a |', '| --- |'), '', `table(null)[${table}a]]]`],
  [
    text('| a | b |', '| --- | --- |', '| :clinician[x] | |', '| c | d |'),
    `table(null null)[${table}a]tableCell[b]]${table}c]tableCell[d]]]`,
    `table(null null)[${table}a]tableCell[b]]${table}x]tableCell[]]${table}c]tableCell[d]]]`,
  ],
])

test('a term of which no word is left is left out', () => {
  const glossary = {inr: 'INR'}
  const children = (who: string) =>
    sketches(selectSource('a :term[:clinician[b]]{#inr} c', {who, glossary}).root.children)
  expect(children('clinician')).toBe('paragraph[a term(inr)[b] c]')
  expect(children('patient')).toBe('paragraph[a c]')
})

test('conditions of columns are no longer on a selected table', () => {
  const [table] = selectSource(text('| a | :only{for=clinician} b |', '| --- | --- |', '| x | y |')).root
    .children
  expect(table?.data).toEqual({})
})

// Footnotes and links within a page.
both([
  [
    text(
      'First.[^a] :only[Second.[^b]]{for=clinician} Third.[^c]',
      '',
      '[^a]: A.',
      '[^b]: B.',
      '[^c]: :clinician[C.]',
    ),
    'paragraph[First.footnoteReference(a) Third.]',
    'paragraph[First.footnoteReference(a) Second.footnoteReference(b) Third.footnoteReference(c)]',
  ],
  [
    text(
      '[the dose](#dose) :xref[how]{to=dose missing=text} :xref[gone]{to=dose missing=drop}.',
      '',
      ':::clinician{#dose}',
      'x',
      ':::',
    ),
    'paragraph[the dose how.]',
    'paragraph[crossReference(dose)[the dose] crossReference(dose)[how] crossReference(dose)[gone].]fragment#dose[paragraph[x]]',
  ],
  [
    text('a [:only[b]{for=clinician}](#x) c', '', ':::only{not=student #x}', 'x', ':::'),
    'paragraph[a c]fragment#x[paragraph[x]]',
    'paragraph[a crossReference(x)[b] c]fragment#x[paragraph[x]]',
  ],
  [
    text('a :xref[b :only[c]{for=clinician}, d]{to=x missing=text} e', '', ':::clinician{#x}', 'x', ':::'),
    'paragraph[a b, d e]',
    'paragraph[a crossReference(x)[b c, d] e]fragment#x[paragraph[x]]',
  ],
])

const page = {
  audiences: ['clinician', 'patient'],
  slug: 'other',
  anchors: new Map([['clinician', new Set(['here'])]]),
}
const findPage = (path: string) => (path === 'other.md' ? page : undefined)

test.each([
  ['[x](other.md)', 'clinician', 'paragraph[link(../../clinician/other/)[x]]'],
  ['[x](other.md#here)', 'clinician', 'paragraph[link(../../clinician/other/#here)[x]]'],
  ['[x](other.md#here)', 'patient', 'paragraph[x]'],
  [':xref[x]{to="other.md#here" missing=text}', 'patient', 'paragraph[x]'],
  ['a :xref[x]{to="other.md#here" missing=drop} b', 'patient', 'paragraph[a b]'],
  ['a [:only[b]{for=clinician}](other.md) c', 'patient', 'paragraph[a c]'],
  ['a [:only[b]{for=clinician} d](other.md) c', 'patient', 'paragraph[a link(../../patient/other/)[d] c]'],
])('%s leads %s to another page', (source, who, want) => {
  const {root} = selectSource(source, {who, path: 'page.md', slug: 'page', findPage})
  expect(sketches(root.children)).toBe(want)
})

test('a link to another page keeps its place in the source', () => {
  const {root} = selectSource('x [y](other.md)', {path: 'page.md', slug: 'page', findPage})
  const link = (root.children[0] as Paragraph).children[1]
  expect(link).toEqual({
    type: 'link',
    url: '../../patient/other/',
    children: [expect.objectContaining({type: 'text', value: 'y'})],
    position: expect.objectContaining({start: {line: 1, column: 3, offset: 2}}),
  })
})

test('a wrapper of a group keeps place and file of its group', () => {
  const read = (path: string) =>
    path === 'part.md' ? '::::variants{#g}\n:::otherwise\nx\n:::\n::::\n' : undefined
  const {root} = selectSource('::include{file=part.md}', {path: 'page.md', read})
  expect(sketches(root.children)).toBe('fragment#g@part.md[paragraph@part.md[x]]')
  expect(root.children[0]?.position?.start).toEqual({line: 1, column: 1, offset: 0})
})

test('a wrapper of a group on the page itself names no file', () => {
  const [wrapper] = selectSource('::::variants{#g}\n:::otherwise\nx\n:::\n::::').root.children
  expect(wrapper?.data).toStrictEqual({id: 'g'})
})

test('what does not vary is the same object, and so is what lost nothing', () => {
  const document = compile('Same.\n\n> [b](#t) *c*\n\n## T\n\nd :only[e]{for=patient}')
  const {children} = selectFor(document, 'student').root
  expect(children.map((child, index) => child === document.root.children[index])).toEqual([
    true,
    true,
    true,
    false,
  ])
})

// Nodes of other syntaxes: what they hold is selected, they themselves stay.
const foreignDocument = (children: readonly RootContent[]): Document => {
  const document = compile('')
  const varying = new Set<Nodes>()
  const mark = (node: Nodes): void => {
    varying.add(node)
    if ('children' in node) for (const child of node.children) mark(child)
  }
  for (const child of children) mark(child)
  return {...document, root: {type: 'root', children: [...children]}, varying}
}

test.each([
  {type: 'mdxJsxTextElement', child: 'text', want: 'a  c'},
  {type: 'mdxJsxFlowElement', child: 'paragraph', want: ''},
])('$type stays, with what is left in it', ({type}) => {
  const hidden = {audiences: new Set(['clinician']), dimensions: new Map()}
  const empty = {
    type,
    name: 'X',
    attributes: [],
    children: [{type: 'text', value: 'b', data: {condition: hidden}}],
  }
  const document = foreignDocument([empty as unknown as RootContent]) // as another syntax made it
  const {root} = selectFor(document)
  expect(root.children).toEqual([{...empty, children: []}])
})

test('a leaf of another syntax stays as it is', () => {
  const leaf = {type: 'mdxFlowExpression', value: 'x'} as unknown as RootContent // as another syntax made it
  expect(selectFor(foreignDocument([leaf])).root.children[0]).toBe(leaf)
})

test('a selector without blocks of its own selects them itself', () => {
  const document = compile('a :only[b]{for=clinician}')
  const selector = new Selector(
    document,
    () => false as never, // each condition fails
    () => {},
  )
  expect(sketches(selector.flow(document.root.children))).toBe('paragraph[a]')
  expect(sketches(selector.block(document.root.children[0] as Nodes) as Nodes[])).toBe('paragraph[a]')
})
