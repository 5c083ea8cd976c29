import fc from 'fast-check'
import type {RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {serializeText} from '../../../../src/core/5-serialize/text/serialize-text.ts'
import type {Document, Presentation} from '../../../../src/core/language/index.ts'
import {cite, type Given, labels, paragraph, presentation, section, variant, words} from '../selection.ts'

function write(given: Given, wished: Partial<Presentation> = {}): string {
  const {selection, numbering} = variant(given)
  return serializeText(selection, numbering, presentation(wished))
}

const swain = cite('swain2015')
const references = [
  section('Guideline', [1, 'swain2015', 'Swain SM, et al.'], [12, 'nccn', 'NCCN.']),
  section('Research', [2, 'baselga', 'Baselga J.']),
]
const full: Given = {
  body: [paragraph('Longer survival ', swain, '.')],
  citations: new Map([[swain, [{key: 'swain2015', number: 1}]]]),
  references,
  glossary: [
    {id: 'dimer', term: 'dimer', definition: 'Two receptors\nthat are joined.\n'},
    {id: 'x', term: 'taxane', definition: undefined},
  ],
}

test('glossary and references come last where the author gave them no place', () => {
  expect(write(full)).toBe(
    `Longer survival [1].

Glossary
--------

- dimer: Two receptors that are joined.

References
----------

### Guideline

 1. Swain SM, et al.
12. NCCN.

### Research

 2. Baselga J.
`,
  )
})

test('sections stand at the first place for them', () => {
  const place = (what: 'references' | 'glossary' | 'toc'): RootContent => ({type: 'place', what})
  const toc = [
    {id: 'a', text: 'Dose', depth: 2, children: [{id: 'b', text: 'Loading dose', depth: 3, children: []}]},
  ]
  const body = [place('toc'), place('references'), place('glossary'), paragraph('End.'), place('references')]
  const text = write({...full, body, toc})
  expect(text.startsWith('Contents\n--------\n\n- Dose\n  - Loading dose\n\nReferences\n')).toBe(true)
  expect(text.endsWith('that are joined.\n\nEnd.\n')).toBe(true)
  expect(text.match(/^References$/gm)).toHaveLength(1)
})

test('references without a group stand under the heading at once', () => {
  expect(write({references: [section('', [1, 'a', 'A.'])]})).toBe('References\n----------\n\n1. A.\n')
})

test('places for sections that a variant does not have print nothing', () => {
  expect(
    write({
      body: [
        {type: 'place', what: 'references'},
        {type: 'place', what: 'toc'},
        {type: 'place', what: 'glossary'},
      ],
    }),
  ).toBe('')
})

test('notes hang below the body, marked as their calls are', () => {
  const body = 'One[^a] and two[^b].\n\n[^a]: A note\n    > quoted\n\n[^b]: Another one'
  expect(write({body}, {width: 14})).toBe(
    `One[^1] and
two[^2].

Notes
-----

[^1] A note

     > quoted
[^2] Another
     one
`,
  )
})

const page: Given = {
  body: '# Pertuzumab\n\nBody.',
  site: {banner: 'Educational purpose only.', editorialPolicy: 'https://example.org/policy'},
  selection: {
    title: 'Pertuzumab',
    disclaimer: 'No substitute for advice.',
    followUp: {text: 'Ask a question', href: 'https://example.org/ask'},
  },
  document: {
    updated: '2025-06-24',
    review: {
      status: 'under-review',
      submitted: '2025-06-01',
      reviewed: '2025-06-10',
      reviewers: ['Ada', 'Bo'],
    },
  } satisfies Partial<Document>,
}

test('a page has its chrome, and its title once', () => {
  expect(write(page, {page: true})).toBe(
    `Pertuzumab
==========

Educational purpose only.

Which best describes you? I am a patient
Review status: Under review
Submitted: 2025-06-01
Under review: 2025-06-10
Reviewed by: Ada, Bo
Last updated: 2025-06-24
Editorial policy <https://example.org/policy>

Body.

Disclaimer
----------

No substitute for advice.

What to do next
---------------

Ask a question <https://example.org/ask>
`,
  )
})

test.each([
  {
    name: 'the project’s banner until a page is approved',
    given: page,
    shown: 'Educational purpose only.',
    hidden: labels.notApproved,
  },
  {
    name: 'our words where the project has none',
    given: {...page, site: {}},
    shown: labels.notApproved,
    hidden: 'Educational',
  },
  {
    name: 'no notice on an approved page',
    given: {...page, document: {review: {status: 'approved', reviewers: []}} satisfies Partial<Document>},
    shown: 'Review status: Approved',
    hidden: 'Educational',
  },
  {
    name: 'no status where there is no review',
    given: {...page, document: {}},
    shown: 'I am a patient',
    hidden: 'Review status',
  },
  {
    name: 'a heading that is not the title',
    given: {...page, selection: {title: 'Other'}},
    shown: 'Pertuzumab\n==========',
    hidden: 'Disclaimer',
  },
])('a page shows $name', ({given, shown, hidden}) => {
  const text = write(given, {page: true})
  expect(text).toContain(shown)
  expect(text).not.toContain(hidden)
})

test('a draft says so, as a page and without', () => {
  expect(write(page, {page: true, draft: true})).toContain(`==========\n\n${labels.draft}\n\nEducational`)
  expect(write({body: 'Body.'}, {draft: true})).toBe(`${labels.draft}\n\nBody.\n`)
  expect(write({body: ''}, {draft: true})).toBe(`${labels.draft}\n`)
})

test('no control character reaches the output, wherever it stands', () => {
  const evil = '\u001B]0;x\u0007\u009B31m\u0000\u007F\u0085'
  const text = write(
    {
      body: [
        {type: 'heading', depth: 1, children: [words(evil)]},
        {type: 'code', value: `${evil}\r\n\ta`},
        paragraph(
          {type: 'inlineCode', value: evil},
          {type: 'link', url: `https://example.org/${evil}`, title: evil, children: [words('a')]},
        ),
        paragraph(
          {type: 'image', url: 'a.png', alt: evil, title: evil},
          {type: 'html', value: '&#27;&#x9b;&#9;<img alt="&#27;">'},
          swain,
        ),
      ],
      citations: new Map([[swain, [{key: evil, number: 1}]]]),
      references: [section(evil, [1, evil, evil])],
      glossary: [{id: 'x', term: evil, definition: evil}],
      selection: {title: evil, disclaimer: evil, followUp: {text: evil, href: evil}},
      document: {
        updated: evil,
        review: {status: 'submitted', submitted: evil, reviewers: [evil]},
      } satisfies Partial<Document>,
      site: {banner: evil, editorialPolicy: evil},
    },
    {page: true},
  )
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
  expect(text).toContain('\uFFFD]0;x\uFFFD\uFFFD31m\uFFFD\uFFFD\uFFFD')
})

test('every character of a text comes through, at any width, and no line ends with a blank', () => {
  const piece = fc.constantFrom(
    'a',
    'b ',
    '1:1000 ',
    ':only[x] ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '*',
    '`',
    '| ',
    '\n|-|-|\n',
    '~~',
    '药',
    '::1 ',
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 30}), fc.integer({min: 0, max: 30}), (pieces, width) => {
      const given = variant({body: pieces.join('')})
      const wide = serializeText(given.selection, given.numbering, presentation({width: 0}))
      const text = serializeText(given.selection, given.numbering, presentation({width}))
      if (!wide.includes('|') && !wide.includes('>') && !/^ *(?:- )*[=-]+$/m.test(wide)) {
        expect(text.replace(/\s/g, '')).toBe(wide.replace(/\s/g, ''))
      }
      expect(text).toMatch(/^$|[^\n]\n$/)
      if (!/^ {4}/m.test(text)) expect(text).not.toMatch(/ $/m)
    }),
  )
})

test('what nests deeply sticks out rather than vanish', () => {
  const text = write({body: `${'> '.repeat(40)}one two three`}, {width: 20})
  expect(text.replace(/[> \n]/g, '')).toBe('onetwothree')
})
