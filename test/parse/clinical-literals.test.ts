import {parse as parseHtml} from 'parse5'
import {describe, expect, test} from 'vitest'
import {compile, render} from '../../src/index.ts'

const literals: readonly string[] = [
  'adrenaline 1:1000',
  'lidocaine 1:200,000',
  'pH:7.4',
  'albumin:creatinine',
  '12:30pm',
  'NM_004006.2:c.4375C>T',
  'HLA-A*02:01:01',
  'ICD-10:E11.9',
  'PMID:12345',
  'doi:10.1136/x',
  'HER2:HER3',
  '1:1',
  '::1',
  'std::vector',
]

/** Where an author may write them; in YAML in quotes, as anything with `: ` or `*` must be. */
const contexts: Record<string, (literal: string) => string> = {
  paragraph: literal => `Before ${literal} after.`,
  'start of a paragraph': literal => `${literal} after.`,
  heading: literal => `## Before ${literal} after`,
  // with `_`: a `*` inside would close what another `*` opened, in any Markdown
  emphasis: literal => `Some _in ${literal} here_ and __in ${literal} there__.`,
  'link text': literal => `[in ${literal} here](https://example.org)`,
  'table cell': literal => `| a |\n| --- |\n| in ${literal} here |`,
  'list item': literal => `- in ${literal} here`,
  footnote: literal => `Text.[^n]\n\n[^n]: In ${literal} here.`,
  'image alternative': literal => `![in ${literal} here](https://example.org/i.png)`,
  'an audience’s text': literal => `:patient[in ${literal} here]`,
  'front matter title': literal => `---\ntitle: "In ${literal} here"\n---\n\nText.`,
  'front matter description': literal => `---\ndescription: "In ${literal} here"\n---\n\nText.`,
  variable: literal => `---\nvars: {v: "in ${literal} here"}\n---\n\n:var[v]`,
  'glossary term': literal =>
    `---\nglossary: {t: {term: "in ${literal} here", definition: "x"}}\n---\n\n:term[t]`,
  'glossary definition': literal => `---\nglossary: {t: "in ${literal} here"}\n---\n\n:term[t]`,
  code: literal => `\`in ${literal} here\``,
  'an attribute': literal => `:say[x]{patient="in ${literal} here"}`,
}

/** Everything that a browser would show or say of a page: text and the attributes that hold text. */
function shownBy(html: string): string {
  interface Node {
    readonly value?: string
    readonly attrs?: readonly {readonly name: string; readonly value: string}[]
    readonly childNodes?: readonly Node[]
  }
  const collect = (node: Node): string =>
    [
      node.value ?? '',
      ...(node.attrs ?? [])
        .filter(({name}) => ['alt', 'content', 'title'].includes(name))
        .map(({value}) => value),
      (node.childNodes ?? []).map(collect).join(''),
    ].join('')
  return collect(parseHtml(html) as Node)
}

describe.each(Object.entries(contexts))('in %s', (context, write) => {
  test.each(literals)('%s stays as typed', literal => {
    const document = compile(write(literal))
    expect(document.messages).toEqual([])
    const count = write(literal).split(literal).length - 1
    const html = shownBy(render(document, {audience: 'patient', page: true}).value)
    expect(html.split(literal).length - 1).toBeGreaterThanOrEqual(count)
    if (context === 'front matter description') return // a page of plain text has no place for it
    const text = render(document, {audience: 'patient', format: 'text', page: true, width: 0}).value
    expect(text.split(literal).length - 1).toBeGreaterThanOrEqual(count)
  })
})

test.each([
  {source: 'Ratio albumin:creatinine\thigh', text: 'Ratio albumin:creatinine high'},
  {source: ':say\tx', text: ':say x'},
  {source: '::std\tvector', text: '::std vector'},
  {source: ':::patient\t\nDose\n:::', text: 'Dose'},
  {source: '::toc\t\n\n# Dose', text: 'Contents\n--------\n\n- Dose\n\nDose\n===='},
])('a tab behind a name is a blank in $source', ({source, text}) => {
  const document = compile(source)
  expect(document.messages).toEqual([])
  expect(render(document, {audience: 'patient', format: 'text'}).value.trim()).toBe(text)
})
