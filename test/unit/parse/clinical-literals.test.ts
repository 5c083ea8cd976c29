import type {Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {parse as parseHtml} from 'parse5'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {compile, type Document, render} from '../../../src/index.ts'
import {formatNames} from '../../../src/internal.ts'
import {loadNativeParser} from '../../../src/project/load/load-native-parser.ts'

const nativeParser = await loadNativeParser()
/** Any other reader of Markdown. */
const markdown = unified().use(remarkParse).use(remarkGfm, {singleTilde: false}).freeze()

const literals: readonly string[] = [
  ...[
    'adrenaline 1:1000',
    'lidocaine 1:200,000',
    'pH:7.4',
    'albumin:creatinine',
    '12:30pm',
    '1:1',
    '::1',
    'std::vector',
  ],
  ...[
    'NM_004006.2:c.4375C>T',
    'NP_003997.1:p.Trp24Cys',
    'NC_000023.11:g.33344590',
    'chr7:140753336',
    '46,XX,t(9;22)',
  ],
  ...['ICD-10:E11.9', 'PMID:12345', 'doi:10.1136/x', 'HER2:HER3', 'LOINC:4548-4', 'urn:oid:2.16.840.1'],
  // a number or a word in brackets behind a ratio
  ...[
    'adrenaline 1:1000[3]',
    'ratio 1:2[5]',
    'a:1[b]',
    '12:30[1]',
    '1:1000{x}',
    'I:E 1:2[5]',
    'a :5[3] b',
    'b :-5[3] c',
  ],
  // one star
  ...['HLA-A*02:01:01', 'CYP2C19*2', 'TPMT*3A', 'DPYD*2A', 'UGT1A1*28', 'NAT2*5B', '*5', 'CYP2D6 *4', '2*3'],
  // several
  ...[
    'HLA-A*31:01 or HLA-B*15:02',
    'CYP2D6*4/CYP2D6*41',
    'TPMT*2, TPMT*3A',
    'DRB1*04:01, DRB1*04:04',
    'HLA-B*57:01*',
  ],
  ...[
    'CYP2C19*2/*17',
    'CYP2C19*2 or CYP2C19*3',
    'CYP2C9*2 and *3',
    '*1/*1',
    '*1/*2',
    'CYP2D6 *1/*4',
    'CYP2D6*68+*4',
  ],
  ...[
    'CYP2D6*1/*2xN',
    '*1/*2/*3',
    '*2,*3 and *4',
    '*2–*17',
    'HLA-DRB1*01:01-*16:02',
    'HLA-A*01:01/*02:01',
    '*4.001/*10',
  ],
  ...[
    'CYP2D6*36+*10/*1',
    'SLCO1B1*5;*15',
    'CYP3A5*3 & CYP3A4*22',
    'A*1, B*2, C*3, D*4',
    '2*3*4',
    '10**9 and 10**12/L',
  ],
  ...[
    '5~10 mg to 20~30 mg',
    'eGFR_EPI_2021',
    'p<0.05',
    '5 mg/kg/d',
    '< 5 % and > 3 %',
    '1.73 m²',
    '±2 SD',
    'IL-1β',
  ],
]

/** Where an author may write them; in YAML in quotes, as anything with `: ` or `*` must be. */
const contexts: Record<string, (literal: string) => string> = {
  paragraph: literal => `Before ${literal} after.`,
  'two in one paragraph': literal => `Before ${literal} and ${literal} after.`,
  'start of a paragraph': literal => `Start\n\n${literal} after.`,
  heading: literal => `## Before ${literal} after`,
  'underlined heading': literal => `Before ${literal} after\n---`,
  emphasis: literal => `Some _in ${literal} here_ and __in ${literal} there__.`,
  'struck text': literal => `Some ~~in ${literal} here~~.`,
  'link text': literal => `[in ${literal} here](https://example.org)`,
  'table cell': literal => `| a |\n| --- |\n| in ${literal} here |`,
  'table header': literal => `| in ${literal} here |\n| --- |\n| a |`,
  'list item': literal => `- in ${literal} here`,
  quote: literal => `> in ${literal} here`,
  callout: literal => `:::note[in ${literal} here]\nin ${literal} here\n:::`,
  safety: literal => `:::safety\nin ${literal} here\n:::`,
  footnote: literal => `Text.[^n]\n\n[^n]: In ${literal} here.`,
  'image alternative': literal => `![in ${literal} here](https://example.org/i.png)`,
  'an audience’s text': literal => `:patient[in ${literal} here]`,
  'a condition’s text': literal => `:only[in ${literal} here]{not=clinician}`,
  'an audience’s block': literal => `:::patient\nin ${literal} here\n:::`,
  'what most readers get': literal => `:say[in ${literal} here]{clinician="x"}`,
  'an attribute': literal => `:say[x]{patient="in ${literal} here"}`,
  'front matter title': literal => `---\ntitle: "In ${literal} here"\n---\n\nText.`,
  'front matter description': literal => `---\ndescription: "In ${literal} here"\n---\n\nText.`,
  variable: literal => `---\nvars: {v: "in ${literal} here"}\n---\n\n:var[v]`,
  term: literal => `---\nglossary: {t: "x"}\n---\n\n:term[in ${literal} here]{#t}`,
  'glossary term': literal =>
    `---\nglossary: {t: {term: "in ${literal} here", definition: "x"}}\n---\n\n:term[t]`,
  'glossary definition': literal => `---\nglossary: {t: "in ${literal} here"}\n---\n\n:term[t]`,
  'title of a reference': literal =>
    `---\nreferences: [{id: r, type: book, title: "In ${literal} here"}]\n---\n\n:cite[r]`,
  'included file': () => '::include{file="part.md"}',
  code: literal => `\`in ${literal} here\``,
  'code block': literal => `\`\`\`\nin ${literal} here\n\`\`\``,
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

/** What a reader of a variant gets to see, by format. */
const shown = {
  html: document => shownBy(render(document, {audience: 'patient', page: true}).value),
  text: document => render(document, {audience: 'patient', format: 'text', page: true, width: 0}).value,
  markdown: document => {
    const {value} = render(document, {audience: 'patient', format: 'markdown', page: true})
    return textOf(markdown.parse(value) satisfies Root)
  },
  json: document =>
    shownBy(
      (JSON.parse(render(document, {audience: 'patient', format: 'json'}).value) as {value: string}).value,
    ),
} satisfies Record<string, (document: Document) => string>

const count = (text: string, literal: string): number => text.split(literal).length - 1

/**
 * Formats with places for the text of a context: a fragment, and a page of plain text, have none for what
 * stands in the head.
 */
function formatsFor(context: string): readonly (keyof typeof shown)[] {
  if (context === 'front matter description') return ['html']
  return context === 'front matter title' ? ['html', 'text', 'markdown'] : formatNames
}

describe.each(Object.entries(contexts))('in %s', (context, write) => {
  const compileWith = (literal: string, options: object): Document =>
    compile(write(literal), {...options, read: () => `in ${literal} here`})
  const documents = literals.map(literal => ({literal, document: compileWith(literal, {parser: 'remark'})}))

  test('literals raise no error', () => {
    const wrong = documents.flatMap(({document}) => document.messages.filter(({fatal}) => fatal))
    expect(wrong).toEqual([])
  })

  test.each(formatsFor(context))('literals stay as typed in %s', format => {
    const changed = documents.flatMap(({literal, document}) => {
      const value = shown[format](document)
      return count(value, literal) < Math.max(1, count(write(literal), literal)) ? [{literal, value}] : []
    })
    expect(changed).toEqual([])
  })

  test.runIf(nativeParser !== undefined)('literals are what they are to both parsers', () => {
    const printed = (document: Document): string => render(document, {audience: 'patient'}).value
    const different = documents.filter(
      ({literal, document}) =>
        printed(document) !== printed(compileWith(literal, {parser: 'satteri', nativeParser})),
    )
    expect(different.map(({literal}) => literal)).toEqual([])
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
