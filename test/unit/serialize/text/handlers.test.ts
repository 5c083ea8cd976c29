import type {RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {serializeText} from '../../../../src/core/5-serialize/text/serialize-text.ts'
import {paragraph, parse, presentation, variant, words} from '../selection.ts'

interface Case {
  readonly name: string
  readonly body: string | readonly RootContent[]
  readonly width?: number
  readonly text: string
}

const cases: readonly Case[] = [
  {
    name: 'headings of all ranks',
    body: '# A b\n\n## C\n\n### D\n\n###### E',
    text: 'A b\n===\n\nC\n---\n\n### D\n\n###### E\n',
  },
  {
    name: 'a heading that is too long',
    body: '## one two\n\n### one two',
    width: 8,
    text: 'one two\n-------\n\n### one\n    two\n',
  },
  {name: 'a heading of wide characters', body: '# 药物药', text: '药物药\n======\n'},
  {name: 'emphasis and importance', body: 'Do **not** give *this*.', text: 'Do not give this.\n'},
  {name: 'struck-out text', body: 'Give ~~5 mg~~ 10 mg.', text: 'Give ~~5 mg~~ 10 mg.\n'},
  {name: 'code in a line', body: '`a` and `` b`c `` and `` ` ``', text: '`a` and ``b`c`` and `` ` ``\n'},
  {name: 'a hard break', body: 'one\\\ntwo\nthree', text: 'one\ntwo three\n'},
  {
    name: 'a link',
    body: '[the label](https://example.org/a?b=c)',
    text: 'the label <https://example.org/a?b=c>\n',
  },
  {name: 'a link with a title', body: '[a](https://example.org "T")', text: 'a <https://example.org> (T)\n'},
  {
    name: 'a link that says its URL',
    body: '<https://example.org/>, www.example.org, <me@example.org>',
    text: 'https://example.org/, www.example.org, me@example.org\n',
  },
  {
    name: 'a DOI as its URL',
    body: '[doi:10.1000/a\\<b](https://doi.org/10.1000/a%3Cb)',
    text: 'https://doi.org/10.1000/a%3Cb\n',
  },
  {
    name: 'a PubMed number',
    body: '[PMID: 25693012](https://pubmed.ncbi.nlm.nih.gov/25693012/)',
    text: 'PMID: 25693012\n',
  },
  {
    name: 'a PubMed number that leads elsewhere',
    body: '[PMID: 1](https://example.org/2)',
    text: 'PMID: 1 <https://example.org/2>\n',
  },
  {name: 'a link without text', body: '[](https://example.org)', text: '<https://example.org>\n'},
  {name: 'a link with a blank in its URL', body: '[a](<a b.html>)', text: 'a <a%20b.html>\n'},
  {name: 'a link that must not reach an output', body: '[a](javascript:alert)', text: 'a\n'},
  {name: 'an image', body: 'See ![the *receptor*](a.png "T").', text: 'See [Image: the receptor (T)].\n'},
  {name: 'an image without an alternative', body: '![](pictures/a.png)', text: '[Image: pictures/a.png]\n'},
  {name: 'a block quote', body: '> one two\n>\n> > three', width: 8, text: '> one\n> two\n>\n> > three\n'},
  {name: 'a thematic break', body: 'a\n\n---\n\nb', text: 'a\n\n* * *\n\nb\n'},
  {
    name: 'code, not wrapped and not changed',
    body: '```js\na  b  c  d \n\n\te\n```',
    width: 4,
    text: '    a  b  c  d \n\n        e\n',
  },
  {
    name: 'a tight list',
    body: '- one two\n  - three\n- four',
    width: 9,
    text: '- one two\n  - three\n- four\n',
  },
  {name: 'a loose list', body: '- one\n\n  two\n- three', text: '- one\n\n  two\n\n- three\n'},
  {name: 'a list that hangs', body: '- one two three', width: 9, text: '- one two\n  three\n'},
  {name: 'an ordered list', body: '9. a\n1. b\n\n   c', text: ' 9. a\n\n10. b\n\n    c\n'},
  {name: 'an ordered list from 0', body: '0. a\n1. b', text: '0. a\n1. b\n'},
  {name: 'tasks', body: '- [x] done\n- [ ] to do', width: 10, text: '- [x] done\n- [ ] to\n      do\n'},
  {name: 'an empty item', body: '- a\n-\n- b', text: '- a\n-\n- b\n'},
  {name: 'code in a tight list', body: '1. a\n   ```\n   b\n   ```\n2. c', text: '1. a\n\n       b\n2. c\n'},
  {
    name: 'clinical literals',
    body: 'adrenaline 1:1000, ::1, HLA-A\\*02:01:01, :only[x]',
    text: 'adrenaline 1:1000, ::1, HLA-A*02:01:01, :only[x]\n',
  },
  {name: 'text that joins words across lines and tabs', body: [paragraph('a\r\nb\tc')], text: 'a b c\n'},
  {
    name: 'a term and a cross-reference',
    body: [
      paragraph({type: 'term', id: 'x', children: [words('low counts')]}, ' ', {
        type: 'crossReference',
        target: 'dose',
        missing: 'error',
        children: [words('dose')],
      }),
    ],
    text: 'low counts dose\n',
  },
  {
    name: 'fragments and spans',
    body: [
      {
        type: 'fragment',
        data: {id: 'x'},
        children: [paragraph('a', {type: 'span', data: {id: 'y'}, children: [words('b')]}), paragraph('c')],
      },
    ],
    text: 'ab\n\nc\n',
  },
  {
    name: 'a call-out with a title',
    body: [
      {
        type: 'callout',
        kind: 'warning',
        children: [
          {type: 'calloutTitle', children: [words('Mind it')]},
          paragraph('one two'),
          paragraph('three'),
        ],
      },
    ],
    width: 9,
    text: '| WARNING:\n| Mind it\n| one two\n|\n| three\n',
  },
  {
    name: 'a call-out without one',
    body: [{type: 'callout', kind: 'note', children: [paragraph('one')]}],
    text: '| NOTE\n| one\n',
  },
  {
    name: 'a safety block',
    body: [{type: 'safety', group: 'x', children: [paragraph('Harm to the unborn child.')]}],
    width: 30,
    text: '+-- SAFETY INFORMATION -------\n|\n| Harm to the unborn child.\n|\n+-----------------------------\n',
  },
  {
    name: 'a safety block that is not wrapped',
    body: [{type: 'safety', group: 'x', children: [paragraph('a')]}],
    width: 0,
    text: `+-- SAFETY INFORMATION ${'-'.repeat(49)}\n|\n| a\n|\n+${'-'.repeat(71)}\n`,
  },
  {
    name: 'a link definition',
    body: [{type: 'definition', identifier: 'x', url: 'https://example.org'}],
    text: '',
  },
  {name: 'an empty body', body: '', text: ''},
]

test.each(cases)('$name', ({body, width = 80, text}) => {
  const {selection, numbering} = variant({body})
  expect(serializeText(selection, numbering, presentation({width}))).toBe(text)
})

test.each([
  {
    name: 'marks without which text says something else',
    html: '10<sup>9</sup>/L H<sub>2</sub>O <s>5</s>',
    text: '10^9/L H_2O ~~5~~\n',
  },
  {
    name: 'no comment, script or attribute',
    html: 'a<!-- secret --><b onclick="x>y">b</b><br>c',
    text: 'ab\nc\n',
  },
  {name: 'no comment that does not end', html: '<div>b<!-- secret', text: 'b\n'},
  {
    name: 'the alternative of an image',
    html: 'a <img src="x.png" alt="heart &amp; lung">',
    text: 'a [Image: heart & lung]\n',
  },
  {
    name: 'blocks on lines of their own',
    html: '<div>one &lt; two</div><script>x</script><p>three</p>',
    text: 'one < two\nthree\n',
  },
])('raw HTML: $name', ({html, text}) => {
  const {selection, numbering} = variant({
    body: html.startsWith('<div') ? [{type: 'html', value: html}] : html,
  })
  expect(serializeText(selection, numbering, presentation())).toBe(text)
})

test.each(['variants', 'branch', 'textDirective', 'listItem', 'made-up'])(
  'a node of type %s is an internal error',
  type => {
    // what the types forbid
    const {selection, numbering} = variant({body: [{type, children: []} as unknown as RootContent]})
    expect(() => serializeText(selection, numbering, presentation())).toThrow(
      `no flow text for a node of type \`${type}\``,
    )
  },
)

test('the tree stays as it was', () => {
  const body = parse('# a\n\n- b\n\n| c |\n|-|\n| d |').children
  const before = structuredClone(body)
  const {selection, numbering} = variant({body})
  serializeText(selection, numbering, presentation({width: 3, page: true}))
  expect(body).toEqual(before)
})
