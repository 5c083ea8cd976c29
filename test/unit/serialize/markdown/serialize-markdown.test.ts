import fc from 'fast-check'
import type {Nodes, Root, RootContent} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {serializeMarkdown} from '../../../../src/core/5-serialize/markdown/serialize-markdown.ts'
import {type Document, type Presentation, walk} from '../../../../src/core/language/index.ts'
import {byEffort} from '../../../support/effort.ts'
import {
  cite,
  type Given,
  labels,
  paragraph,
  parse,
  presentation,
  section,
  variant,
  words,
} from '../selection.ts'

function write(given: Given, wished: Partial<Presentation> = {}): string {
  const {selection, numbering} = variant(given)
  return serializeMarkdown(selection, numbering, presentation(wished))
}

/** A tree without what does not matter for reading: positions and our own fields. */
const bare = (tree: Root): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' || key === 'data' ? undefined : value)))

const sources: readonly string[] = [
  '# a\n\n## b *c*\n\nd **e** ~~f~~ `g` <https://example.org> [h](i.html "j") ![k](l.png)\n',
  '- a\n  - b\n- c\n\n1. d\n\n   e\n2. f\n',
  '- [x] a\n- [ ] b\n',
  '> a\n>\n> - b\n',
  '```js\na\n\n\tb\n```\n',
  '| a | b |\n| :- | -: |\n| c \\| d | `e` |\n',
  'a\\\nb\n\n***\n\nc\n',
  'adrenaline 1:1000, lidocaine 1:200,000, pH:7.4, albumin:creatinine, 12:30pm, 1:1, ::1, std::vector\n',
  'NM\\_004006.2:c.4375C>T, HLA-A\\*02:01:01, ICD-10:E11.9, PMID:12345, doi:10.1136/x, HER2:HER3\n',
  ':only\\[x] {for=y} :say\\[a]{b} ::references\n\n:::note\\[x]\n:::\n',
  '\\# a\n\n1\\. b\n\n\\- c\n\n\\> d \\*e* \\_f_ \\[g]\\(h) \\<i> &amp; \\\\ \\`j\\` 5 < 6 > 4 | k\n',
]

test.each(sources)('plain GFM reads %j back as it was', source => {
  const tree = parse(source)
  expect(bare(parse(write({body: source})))).toEqual(bare(tree))
})

test('whatever GFM made of a text, it makes the same of what is written', () => {
  const piece = fc.constantFrom(
    'a',
    'b ',
    '1:1000',
    '::1',
    ':only[x]',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '*',
    '**',
    '_',
    '`',
    '~~',
    '[',
    ']',
    '(u)',
    '!',
    '|',
    '\\',
    '&amp;',
    '<',
    '>',
    '2) ',
    '    ',
    '===',
    '```\n',
    '药',
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 14}), pieces => {
      const tree = parse(pieces.join(''))
      fc.pre(
        !holds(
          tree,
          node =>
            node.type === 'html' ||
            node.type === 'definition' ||
            (node.type === 'heading' && node.children.length === 0) ||
            (node.type === 'inlineCode' && /\n/.test(node.value)),
        ),
      )
      expect(bare(parse(write({body: pieces.join('')})))).toEqual(bare(tree))
    }),
    {numRuns: byEffort(100, 300, 3_000)},
  )
})

function holds(tree: Nodes, wanted: (node: Nodes) => boolean): boolean {
  let found = false
  walk(tree, node => {
    found ||= wanted(node)
  })
  return found
}

const swain = cite('swain2015', 'nccn')
const citations = new Map([
  [
    swain,
    [
      {key: 'swain2015', number: 1},
      {key: 'nccn', number: 3},
    ],
  ],
])
const references = [
  section('Guideline', [1, 'swain2015', 'Swain SM.'], [3, 'nccn', 'NCCN.']),
  section('Research', [2, 'a&"b', 'Baselga J.']),
]

interface Case {
  readonly name: string
  readonly given: Given
  readonly markdown: string
}

const cases: readonly Case[] = [
  {
    name: 'citations, their numbers linked to entries that keep theirs',
    given: {body: [paragraph('Longer ', swain, '.')], citations, references},
    markdown: `Longer \\[[1](#ref-swain2015), [3](#ref-nccn)].

## References

### Guideline

1. <a id="ref-swain2015"></a>Swain SM.

3) <a id="ref-nccn"></a>NCCN.

### Research

2. <a id="ref-a&#38;&#34;b"></a>Baselga J.
`,
  },
  {
    name: 'a citation inside a link, where no other link may stand',
    given: {
      body: [paragraph({type: 'link', url: 'a.html', children: [words('trial '), swain as never]})],
      citations,
    },
    markdown: '[trial \\[1, 3\\]](a.html)\n',
  },
  {
    name: 'references without a group, by keys with blanks',
    given: {references: [section('', [1, 'a b', 'A.'])]},
    markdown: '## References\n\n1. <a id="ref-a_b"></a>A.\n',
  },
  {name: 'a citation of nothing', given: {body: [paragraph('a', swain, '.')]}, markdown: 'a.\n'},
  {
    name: 'an alert',
    given: {body: [{type: 'callout', kind: 'note', children: [paragraph('# one'), paragraph('two')]}]},
    markdown: '> [!NOTE]\n> \\# one\n>\n> two\n',
  },
  {
    name: 'an alert with a title',
    given: {
      body: [
        {
          type: 'callout',
          kind: 'warning',
          children: [{type: 'calloutTitle', children: [words('Mind it')]}, paragraph('one')],
        },
      ],
    },
    markdown: '> [!WARNING]\n> **Mind it**\n>\n> one\n',
  },
  {
    name: 'an alert that begins with a list',
    given: {body: [{type: 'callout', kind: 'tip', children: parse('- a').children}]},
    markdown: '> [!TIP]\n>\n> - a\n',
  },
  {
    name: 'a safety block',
    given: {body: [{type: 'safety', group: 'x', children: [paragraph('Harm.')]}]},
    markdown: '> **Safety information**\n>\n> Harm.\n',
  },
  {
    name: 'a term, made one with the text around it',
    given: {body: [paragraph('a 1', {type: 'term', id: 'x', children: [words('. b')]}, ' c')]},
    markdown: 'a 1. b c\n',
  },
  {
    name: 'text that a dropped node would have made a list',
    given: {body: [paragraph({type: 'term', id: 'x', children: [words('1')]}, '. b')]},
    markdown: '1\\. b\n',
  },
  {
    name: 'a cross-reference to a heading by the id that GFM gives it',
    given: {
      body: [
        {type: 'heading', depth: 2, data: {id: 'the-dose'}, children: [words('The dose')]},
        paragraph(xref('the-dose')),
      ],
    },
    markdown: '## The dose\n\n[see](#the-dose)\n',
  },
  {
    name: 'a cross-reference to a heading by an id of its own',
    given: {
      body: [
        {type: 'heading', depth: 2, data: {id: 'dose'}, children: [words('The dose')]},
        paragraph(xref('dose')),
      ],
    },
    markdown: '## <a id="dose"></a>The dose\n\n[see](#dose)\n',
  },
  {
    name: 'cross-references to blocks, items, rows and words',
    given: {
      body: [
        {type: 'safety', group: 'a', data: {id: 'a'}, children: [paragraph('A')]},
        {type: 'fragment', data: {id: 'b'}, children: [paragraph('B')]},
        {
          type: 'list',
          spread: false,
          children: [{type: 'listItem', spread: false, data: {id: 'c'}, children: [paragraph('C') as never]}],
        },
        {type: 'table', children: [row('x'), {...row('D'), data: {id: 'd'}}]},
        paragraph(
          {type: 'span', data: {id: 'e e'}, children: [words('E')]},
          ' ',
          xref('a'),
          xref('b'),
          xref('c'),
          xref('d'),
          xref('e e'),
        ),
      ],
    },
    markdown: `<a id="a"></a>

> **Safety information**
>
> A

<a id="b"></a>B

- <a id="c"></a>C

| x |
| - |
| <a id="d"></a>D |

<a id="e e"></a>E [see](#a)[see](#b)[see](#c)[see](#d)[see](#e%20e)
`,
  },
  {
    name: 'no anchor where nothing links to',
    given: {body: [{...paragraph('a'), data: {id: 'x'}} as RootContent]},
    markdown: 'a\n',
  },
  {
    name: 'footnotes by number, whatever they were called',
    given: {body: 'a[^x].\n\n[^x]: A *note*\n\n    more'},
    markdown: 'a[^1].\n\n[^1]: A *note*\n\n    more\n',
  },
  {
    name: 'a paragraph that begins with a call and a colon as a paragraph',
    given: {body: [paragraph(footnoteCall(), ': a'), ...parse('[^x]\n\n[^x]: A note').children.slice(1)]},
    markdown: '[^1]&#58; a\n\n[^1]: A note\n',
  },
  {
    name: 'a link that must not reach an output',
    given: {body: '[a](javascript:x) ![b](data:x)'},
    markdown: 'a b\n',
  },
  {
    name: 'markup that nothing is left of',
    given: {body: [paragraph('a', {type: 'strong', children: [swain]}), paragraph(swain)]},
    markdown: 'a\n',
  },
  {
    name: 'cells beyond the header',
    given: {body: '| a |\n|-|\n| b | c |'},
    markdown: '| a | |\n| - | - |\n| b | c |\n',
  },
  {
    name: 'line endings of any kind',
    given: {body: '```\r\na\r\nb\r\n```\r\n\r\nc\r\nd `e\r\nf`\r\n'},
    markdown: '```\na\nb\n```\n\nc\nd `e\nf`\n',
  },
  {
    name: 'control characters so that they can be seen',
    given: {body: [paragraph('a\u001B[31m')]},
    markdown: 'a\uFFFD\\[31m\n',
  },
  {name: 'nothing', given: {body: ''}, markdown: ''},
]

function xref(target: string) {
  return {type: 'crossReference' as const, target, missing: 'error' as const, children: [words('see')]}
}

function row(text: string) {
  return {type: 'tableRow' as const, children: [{type: 'tableCell' as const, children: [words(text)]}]}
}

function footnoteCall() {
  return {type: 'footnoteReference' as const, identifier: 'x', label: 'x'}
}

test.each(cases)('$name', ({given, markdown}) => {
  expect(write(given)).toBe(markdown)
})

test('places hold their sections, and a contents list links to its headings', () => {
  const body: RootContent[] = [
    {type: 'place', what: 'toc'},
    {type: 'heading', depth: 2, data: {id: 'contents'}, children: [words('Contents')]},
    {type: 'place', what: 'references'},
    {type: 'place', what: 'glossary'},
    paragraph('End.'),
  ]
  const toc = [{id: 'contents', text: 'Contents', depth: 2, children: []}]
  const glossary = [{id: 'x', term: 'dimer', definition: 'Two *receptors*.'}]
  expect(write({body, toc, references: references.slice(1), glossary})).toBe(`## Contents

- [Contents](#contents)

## <a id="contents"></a>Contents

## References

### Research

2. <a id="ref-a&#38;&#34;b"></a>Baselga J.

## Glossary

- **dimer**: Two \\*receptors\\*.

End.
`)
})

test('a page has its chrome', () => {
  const given: Given = {
    body: '# Title\n\nBody.',
    site: {banner: 'Educational *only*.'},
    selection: {
      title: 'Title',
      disclaimer: 'No advice.',
      followUp: {text: 'Ask', href: 'https://example.org/ask'},
    },
    document: {
      updated: '2025-06-24',
      review: {status: 'submitted', reviewers: []},
    } satisfies Partial<Document>,
  }
  expect(write(given, {page: true, draft: true})).toBe(`# Title

**${labels.draft}**

Educational \\*only\\*.

Which best describes you? I am a patient\\
Review status: Submitted\\
Last updated: 2025-06-24

Body.

## Disclaimer

No advice.

## What to do next

[Ask](https://example.org/ask)
`)
})

test.each([
  {name: 'tags on the list', html: 'a<sup>2</sup> <br>', markdown: 'a<sup>2</sup> <br>\n'},
  {name: 'no handler, script or style', html: '<b onclick="x">a</b> <x-y>b</x-y>', markdown: '<b>a</b> b\n'},
  {
    name: 'no unsafe URL',
    html: '<a href="java&#115;cript:x" title="t&quot;">a</a>',
    markdown: '<a title="t&#34;">a</a>\n',
  },
  {name: 'no comment', block: '<div>a <!-- secret --> *b*</div>', markdown: '<div>a  *b*</div>\n'},
  {
    name: 'text as raw HTML although its tag went',
    block: '<form>*a* <\n\n*b*</form>',
    markdown: '<div>*a* &lt;\n*b*</div>\n',
  },
  {name: 'nothing of a script', block: '<script>x</script>', markdown: ''},
])('raw HTML: $name', ({html, block, markdown}) => {
  expect(write({body: block === undefined ? (html ?? '') : [{type: 'html', value: block}]})).toBe(markdown)
})

test.each(['variants', 'branch', 'textDirective', 'tableRow', 'made-up'])(
  'a node of type %s is an internal error',
  type => {
    expect(() => write({body: [{type, children: []} as unknown as RootContent]})).toThrow(
      `node of type \`${type}\``,
    ) // what the types forbid
  },
)

test('the words that a reader of GFM sees are those of the variant', () => {
  const given: Given = {body: [paragraph('Longer ', swain, ' at 1:1000.')], citations, references}
  const tree = parse(write(given))
  expect(textOf(tree.children[0], {includeHtml: false})).toBe('Longer [1, 3] at 1:1000.')
})
