import type {Image, Nodes, RootContent} from 'mdast'
import {expect, test} from 'vitest'
import {compile} from '../../../../src/api/compile.ts'
import {findStyle} from '../../../../src/api/render/render-options.ts'
import {variantOf} from '../../../../src/api/variant.ts'
import {findUnseen} from '../../../../src/checks/visibility/find-unseen.ts'
import {
  type Citation,
  type Numbering,
  type Selection,
  type Term,
  type Variant,
  walk,
} from '../../../../src/core/language/index.ts'

const source = `---
title: {clinician: Reversal, patient: Your tablets}
followUp: {clinician: Refer, patient: Ask, href: "https://example.org/ask"}
glossary:
  inr: {term: INR, expansion: {clinician: normalized ratio, patient: clotting test}, definition: {clinician: a}}
references:
  - {id: one, type: book, title: One, publisher: P, issued: 2001}
  - {id: two, type: report, title: Two, publisher: P, issued: 2002}
---

## A  :say[*b*]{#s clinician="c"} d

::::variants{#v}
:::clinician
For them :cite[two].
:::
:::patient
For you :cite[one, p. 5; two].
:::
::::

[x](other.md#here) [y](other.md) [z](#gone) :term[INR] :term[own words]{#inr}.[^n]

![a :say[b]{clinician="c"} ![](inner.png)](x.png) ![](bare.png)

:::clinician{#gone}
![](secret.png)
:::

[^n]: The note ![](noted.png).
[^m]: Not called ![](uncalled.png).
`

const document = compile(source, {
  path: 'page.md',
  slug: 'page',
  findPage: () => ({
    audiences: ['clinician', 'patient', 'student', 'nurse'],
    slug: 'other',
    anchors: new Map(['clinician', 'patient', 'student', 'nurse'].map(id => [id, new Set(['here'])])),
  }),
  config: {
    audiences: [
      {id: 'clinician', label: 'C', disclaimer: 'For professionals.'},
      {id: 'nurse', label: 'N', is: 'clinician'},
      {id: 'patient', label: 'P'},
      {id: 'student', label: 'S', fallback: ['clinician']},
    ],
    disclaimers: {default: 'No advice.'},
  },
})

const variantFor = (audience: string): Variant =>
  variantOf(document, {audience, dimensions: new Map()}, findStyle(document.settings, 'numeric'))
const patient = variantFor('patient')
const clinician = variantFor('clinician')

const parts = (variant: Variant): readonly string[] => findUnseen(variant).map(({part}) => part)

test.each(['clinician', 'nurse', 'patient', 'student'])('the variant of %s is sound', audience => {
  const variant = variantFor(audience)
  expect(variant.selection.messages.length).toBeGreaterThan(0)
  expect(findUnseen(variant)).toEqual([])
})

function all<Type extends Nodes['type']>(variant: Variant, type: Type): Extract<Nodes, {type: Type}>[] {
  const found: Nodes[] = []
  for (const block of [variant.selection.root, ...variant.selection.footnotes.values()])
    walk(block, node => {
      if (node.type === type) found.push(node)
    })
  return found as Extract<Nodes, {type: Type}>[] // of the type that was looked for
}

const select = (change: Partial<Selection>): Variant => ({
  ...patient,
  selection: {...patient.selection, ...change},
})
const renumber = (change: Partial<Numbering>): Variant => ({
  ...patient,
  numbering: {...patient.numbering, ...change},
})
const phrase = (...children: readonly Nodes[]): Variant =>
  select({
    root: {
      ...patient.selection.root,
      children: [...patient.selection.root.children, {type: 'paragraph', children} as RootContent],
    },
  })

const [span] = all(patient, 'span')
const [fragment] = all(patient, 'fragment')
const [link] = all(patient, 'link')
const [text] = all(patient, 'text')
const image = all(patient, 'image').find(({url}) => url === 'x.png') as Image // the source has one
const [citation] = all(patient, 'citation')
const [first] = all(patient, 'term')
if (!span || !fragment || !link || !text || !citation || !first) throw new Error('Something is missing')

const {footnotes, terms} = patient.selection
const note = [...footnotes.values()][0]
const inr = terms.get('inr')
if (!note || !inr) throw new Error('There is no note, or no term')
const printed = patient.numbering.citations.get(citation)
if (!printed) throw new Error('The citation is not printed')

const cite = (change: object): Variant =>
  renumber({citations: new Map([[citation as Citation, {...printed, ...change}]])})
const explain = (change: object): Variant => select({terms: new Map([['inr', {...inr, ...change}]])})
const expand = (term: Term, expansion: string): Variant =>
  renumber({expandedTerms: new Map([[term, expansion]])})
const fallback = (group: string, used: string): Variant =>
  select({fallbacks: [{group, wanted: 'patient', used}]})

const faults: Readonly<Record<string, readonly [Variant, ...string[]]>> = {
  'a wrapper of a group': [phrase({...span, children: []})],
  'a wrapper with another id': [phrase({...span, children: [], data: {id: 'other'}}), 'text'],
  'a wrapper of blocks in place of one of words': [
    phrase({...span, type: 'fragment', children: []} as Nodes),
    'text',
  ],
  'a wrapper of words in place of one of blocks': [
    phrase({...fragment, type: 'span', children: []} as Nodes),
    'text',
  ],
  'a copy of a text': [phrase({...text})],
  'code in place of a text': [phrase({...text, type: 'inlineCode'} as Nodes), 'text'],
  'a link in place of a wrapper': [
    phrase({type: 'link', url: link.url, children: [], position: span.position} as Nodes),
    'text',
  ],
  'a copy of a link to a page': [phrase({...link})],
  'a link to another place of a page': [phrase({...link, url: `${link.url}s`}), 'text'],
  'a link to a page with a title': [phrase({...link, title: 'secret'}), 'text'],
  'a copy of an image': [phrase({...image})],
  'an image without its text': [phrase({...image, alt: null})],
  'an image with the text of others': [phrase({...image, alt: 'c'}), 'text'],
  'an image from elsewhere': [phrase({...image, url: 'secret.png'}), 'text'],
  'a note by another name': [select({footnotes: new Map([...footnotes, ['other', note]])}), 'footnotes'],
  'a follow-up to elsewhere': [
    select({followUp: {text: 'Ask', href: 'https://example.org/secret'}}),
    'follow-up',
  ],
  'no disclaimer': [select({disclaimer: undefined})],
  'no title': [select({title: undefined})],
  'a title of a page without one': [
    {
      ...patient,
      selection: {...patient.selection, document: {...document, title: undefined}},
    },
    'title',
  ],
  'a term by another name': [explain({id: 'other'}), 'glossary', 'glossary'],
  'a term in other words': [explain({term: 'other'}), 'glossary', 'glossary'],
  'a term without its expansion': [explain({expansion: undefined}), 'glossary', 'glossary'],
  'a term with another expansion': [
    explain({expansion: 'normalized ratio'}),
    'glossary',
    'glossary',
    'glossary',
  ],
  'a term that is unknown': [
    select({terms: new Map([...terms, ['other', {...inr, id: 'other'}]])}),
    'glossary',
  ],
  'another expansion in the text': [expand(first, 'normalized ratio'), 'glossary'],
  'an expansion of a term that is unknown': [expand({...first, id: 'other'}, 'secret'), 'glossary'],
  'an entry of the contents list in other words': [
    renumber({toc: patient.numbering.toc.map(entry => ({...entry, text: 'A c d'}))}),
    'contents list',
  ],
  'an entry of the contents list below another': [
    renumber({
      toc: patient.numbering.toc.map(entry => ({
        ...entry,
        children: [{id: 'secret', text: 'Secret', depth: 3, children: []}],
      })),
    }),
    'contents list',
  ],
  'a heading of the reference list': [renumber({references: [{label: 'Secret', entries: []}]}), 'references'],
  'a work of the same key': [
    renumber({
      references: patient.numbering.references.map(section => ({
        ...section,
        entries: section.entries.map(entry => ({...entry, reference: {...entry.reference}})),
      })),
    }),
    'references',
    'references',
  ],
  'a cluster that links to another work': [
    cite({parts: [...printed.parts, {type: 'link', key: 'three', number: 3, value: '3'}]}),
    'citations',
  ],
  'a cluster in other words': [cite({parts: [{type: 'text', value: 'secret'}]}), 'citations'],
  'a cluster that counts another work': [
    cite({calls: new Map([...printed.calls, ['three', 1]])}),
    'citations',
  ],
  'a fallback of a group': [fallback('s', 'clinician')],
  'a fallback of a title': [fallback('title', 'clinician')],
  'a fallback of a term': [fallback('term:inr', 'clinician')],
  'a fallback of a definition': [fallback('term:inr definition', 'clinician')],
  'a fallback of an unknown group': [fallback('secret', 'clinician'), 'fallbacks'],
  'a fallback to an unknown audience': [fallback('s', 'secret'), 'fallbacks'],
  'messages of others': [select({messages: clinician.selection.messages}), 'messages'],
  'messages about numbers of others': [renumber({messages: clinician.selection.messages}), 'messages'],
}

test.each(Object.entries(faults))('%s is found where it is of others', (_, [variant, ...expected]) => {
  expect(parts(variant)).toEqual(expected)
})
