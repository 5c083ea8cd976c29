import type {FootnoteDefinition, Nodes, RootContent, TableCell} from 'mdast'
import {expect, test} from 'vitest'
import {reportLeaks} from '../../../../src/api/check/report-leaks.ts'
import {findStyle} from '../../../../src/api/render/render-options.ts'
import {variantOf} from '../../../../src/api/variant.ts'
import {readerOf} from '../../../../src/core/3-select/reader.ts'
import {
  type NumberedCitation,
  type Numbering,
  type SelectedTerm,
  type Selection,
  type Variant,
  walk,
} from '../../../../src/core/language/index.ts'
import {compile} from '../../../../src/index.ts'
import {messageLine} from '../../../support/fixtures.ts'

const source = `---
title: {default: Anticoagulation, patient: Blood thinners}
description: {default: For doctors, patient: For you}
followUp: {default: Refer, patient: Ask}
references:
  - {id: holbrook, type: book, title: Vitamin K antagonists, publisher: P, issued: 2012}
  - {id: leaflet, type: pamphlet, title: Your tablets, publisher: P, issued: 2020}
glossary:
  inr: {term: {default: INR, patient: clotting test}, definition: {default: Normalized ratio, patient: A blood test}}
  bridging: {term: bridging, definition: Heparin before surgery}
vars: {dose: {default: 840 mg, patient: 2 g}}
---

## Reversal :only{for=clinician}

Give prothrombin complex [fast](https://example.org/fast) \`4F-PCC\` :cite[holbrook, p. 9], with :term[bridging].[^a]

## Everyday life {#life}

Take it :only[(840 mg)]{for=clinician}, see [here](https://example.org/home), :cite[leaflet].[^b]

![Chart :only[of lethal doses]{for=clinician}](https://example.org/chart.png)

| Drug | :only{for=clinician} Dose |
| --- | --- |
| Warfarin | 5 mg |
| :only{for=clinician} Vitamin K | 10 mg |

- :only{for=clinician} Count platelets.
- Ask.

A :term[inr] of :var[dose] is :say[high]{clinician="supratherapeutic"}.

::include{file="part.md"}

[More](other.md)

[^a]: The Cochrane review.
[^b]: The leaflet :only[of the maker]{for=clinician}.
`

const document = compile(source, {
  path: 'page.md',
  slug: 'page',
  read: path => (path === 'part.md' ? 'Shared.\n\n:clinician[Confidential.]\n' : undefined),
  findPage: path =>
    path === 'other.md'
      ? {audiences: ['clinician', 'patient'], slug: 'other', anchors: new Map()}
      : undefined,
  config: {
    disclaimers: {default: 'No advice.', clinician: 'For professionals.'},
    audiences: [
      {id: 'clinician', label: 'C'},
      {id: 'patient', label: 'P'},
    ],
  },
})

const variantFor = (audience: string): Variant =>
  variantOf(document, readerOf(document, audience, new Map()), findStyle(document.settings, 'numeric'))
const patient = variantFor('patient')
const clinician = variantFor('clinician')

test('both variants are sound, and the page is', () => {
  expect(document.messages.filter(({fatal}) => fatal).map(messageLine)).toEqual([])
  expect(reportLeaks(patient)).toEqual([])
  expect(reportLeaks(clinician)).toEqual([])
})

const withSelection = (change: Partial<Selection>): Variant => ({
  ...patient,
  selection: {...patient.selection, ...change},
})
const withNumbering = (change: Partial<Numbering>): Variant => ({
  ...patient,
  numbering: {...patient.numbering, ...change},
})

/** The patient's page with one more block. */
const withBlock = (...blocks: readonly RootContent[]): Variant =>
  withSelection({
    root: {...patient.selection.root, children: [...patient.selection.root.children, ...blocks]},
  })

const withPhrase = (...children: readonly Nodes[]): Variant =>
  withBlock({type: 'paragraph', children} as RootContent) // any phrasing

const withRow = (...children: readonly TableCell[]): Variant =>
  withBlock({type: 'table', children: [{type: 'tableRow', children: [...children]}]})

const withTerm = (term: SelectedTerm): Variant =>
  withSelection({terms: new Map([...patient.selection.terms, [term.id, term]])})

/** The first node of a kind that says something. */
function find<Type extends Nodes['type']>(
  {selection}: Variant,
  type: Type,
  says = '',
): Extract<Nodes, {type: Type}> {
  const found: Nodes[] = []
  for (const block of [selection.root, ...selection.footnotes.values()])
    walk(block, node => {
      if (node.type === type && JSON.stringify(node).includes(says)) found.push(node)
    })
  return found[0] as Extract<Nodes, {type: Type}> // of the type that was looked for
}

/** The same in the source, where all wordings stand. */
function inSource<Type extends Nodes['type']>(type: Type, says: string): Extract<Nodes, {type: Type}> {
  return find({...patient, selection: {...patient.selection, root: document.root}}, type, says)
}

/** The patient’s reference list, with the text of a clinician’s entry. */
function swappedEntries(): Numbering['references'] {
  const entries = clinician.numbering.references.flatMap(({entries}) => entries)
  const content = entries.find(({key}) => key === 'holbrook')?.content ?? []
  return patient.numbering.references.map(({label, entries}) => ({
    label,
    entries: entries.map(entry => ({...entry, content})),
  }))
}

function clinicianCluster(): NumberedCitation {
  return [...clinician.numbering.citations.values()][0] as NumberedCitation // the source has one
}

const noteOf = ({selection}: Variant, id: string): FootnoteDefinition =>
  selection.footnotes.get(id) as FootnoteDefinition // it stands in the source above

const leaks = (variant: Variant): readonly string[] =>
  reportLeaks(variant).map(message => {
    const [where = ''] = messageLine(message).split(' error leak {patient} ')
    return `${where.replace('page.md ', '')} ${message.actual}`
  })

const home = find(patient, 'link', 'home')
const life = find(patient, 'heading', 'Everyday')

/** What is put into the patient’s page, and what is reported of it. */
const faults: Readonly<Record<string, readonly [Variant, ...string[]]>> = {
  'a block': [withBlock(find(clinician, 'paragraph', 'prothrombin')), '16:1-16:116 text'],
  'a heading': [withBlock(find(clinician, 'heading', 'Reversal')), '14:1-14:33 text'],
  'a text': [withPhrase(find(clinician, 'text', '840 mg')), '20:15-20:23 text'],
  'a code span': [withPhrase(find(clinician, 'inlineCode')), '16:59-16:67 text'],
  'a link': [withPhrase(find(clinician, 'link', 'fast')), '16:26-16:58 text'],
  'a URL': [withPhrase({...home, url: 'https://example.org/fast'}), '20:45-20:77 text'],
  'the title of a link': [withPhrase({...home, title: 'for doctors'}), '20:45-20:77 text'],
  'an alternative text': [withPhrase(find(clinician, 'image')), '22:1-22:78 text'],
  'words of one': [withPhrase({...find(patient, 'image'), alt: 'Chart lethal'}), '22:1-22:78 text'],
  'more text': [withPhrase({...find(patient, 'text', 'Take it'), value: 'Take 840 mg'}), '20:1-20:9 text'],
  'less text': [withPhrase({...find(patient, 'text', 'Take it'), value: 'Take'}), '20:1-20:9 text'],
  'an id': [withBlock({...life, data: {...life.data, id: 'reversal'}}), '18:1-18:25 text'],
  'a cell of a column': [withRow(find(clinician, 'tableCell', '5 mg')), '26:12-26:20 text'],
  'a row': [
    withRow(...find(clinician, 'tableRow', 'Vitamin').children),
    '27:1-27:34 text',
    '27:34-27:43 text',
  ],
  'a list item': [
    withBlock({type: 'list', children: [find(clinician, 'listItem', 'Count')]}),
    '29:3-29:40 text',
  ],
  'a wording': [withPhrase(find(clinician, 'text', 'supra')), '32:53-32:69 text'],
  'a value of a variable': [withPhrase(find(clinician, 'text', '840 mg"')), '32:17-32:27 text'],
  'the wording of a term': [withPhrase(find(clinician, 'text', 'INR')), '32:3-32:13 text'],
  'text of a file': [withPhrase(find(clinician, 'text', 'Confidential')), 'part.md 3:12-3:25 text'],
  'a link to their variant of a page': [withPhrase(find(clinician, 'link', 'More')), '36:1-36:17 text'],
  'a group that is not resolved': [withPhrase(inSource('say', 'supra')), '32:53-32:69 text'],
  'a condition that is not asked': [withPhrase(inSource('span', '840 mg')), '20:9-20:39 text'],
  'a call of a note': [withPhrase(find(clinician, 'footnoteReference', 'a')), '16:112-16:116 text'],
  'a citation': [withPhrase(find(clinician, 'citation', 'holbrook')), '16:68-16:89 text'],
  'text of unknown origin': [withPhrase({type: 'text', value: 'SECRET'}), '1:1-40:1 text'],
  'a copy of unknown origin': [
    withBlock(structuredClone(find(clinician, 'paragraph', 'prothrombin'))),
    '16:1-16:26 text',
    '16:26-16:58 text',
    '16:59-16:67 text',
    '16:68-16:89 text',
    '16:89-16:96 text',
    '16:96-16:111 text',
    '16:112-16:116 text',
  ],
  'a note’s text': [
    withSelection({footnotes: new Map([...patient.selection.footnotes, ['b', noteOf(clinician, 'b')]])}),
    '39:25-39:37 footnotes',
    '39:1-39:54 footnotes',
  ],
  'a note in the text': [withBlock(...noteOf(patient, 'a').children), '38:7-38:27 text'],
  'a note that is not called': [
    withNumbering({
      footnotes: [...patient.numbering.footnotes, ...clinician.numbering.footnotes.slice(0, 1)],
    }),
    '38:1-38:27 footnotes',
  ],
  'a title': [withSelection({title: 'Anticoagulation'}), '2:8-2:59 title'],
  'a description': [withSelection({description: 'For doctors'}), '3:14-3:54 description'],
  'a follow-up': [withSelection({followUp: {text: 'Refer'}}), '4:11-4:41 follow-up'],
  'its address': [withSelection({followUp: {text: 'Ask', href: 'https://example.org/fast'}}), '- follow-up'],
  'a disclaimer': [withSelection({disclaimer: 'For professionals.'}), '- disclaimer'],
  'a definition': [
    withTerm({id: 'inr', term: 'clotting test', definition: 'Normalized ratio'}),
    '32:3-32:13 glossary',
    '32:3-32:13 glossary',
  ],
  'a term': [withTerm({id: 'bridging', term: 'bridging', definition: undefined}), '16:96-16:111 glossary'],
  'an entry of the glossary': [
    withNumbering({glossary: clinician.numbering.glossary}),
    '16:96-16:111 glossary',
    '32:3-32:13 glossary',
  ],
  'an entry of the contents list': [
    withNumbering({toc: clinician.numbering.toc}),
    '14:1-14:33 contents list',
  ],
  'a reference': [withNumbering({references: clinician.numbering.references}), '16:74-16:82 references'],
  'a number of a reference': [
    withNumbering({order: clinician.numbering.order}),
    '16:74-16:82 references',
    '20:79-20:93 citations',
  ],
  'what is printed for a reference': [
    withNumbering({references: swappedEntries()}),
    '20:85-20:92 references',
  ],
  'what is printed for a citation': [
    withNumbering({citations: new Map([[find(patient, 'citation'), clinicianCluster()]])}),
    '20:79-20:93 citations',
  ],
  'a fallback': [
    withSelection({fallbacks: [{group: 'secret', wanted: 'patient', used: 'clinician'}]}),
    '- fallbacks',
  ],
}

test.each(Object.entries(faults))('%s of others', (_, [variant, ...expected]) => {
  expect(leaks(variant)).toEqual(expected)
})

test('of a whole variant, each difference is reported', () => {
  const given = {...clinician, selection: {...clinician.selection, reader: patient.selection.reader}}
  expect(leaks(given)).toEqual([
    '14:1-14:33 text',
    '16:1-16:116 text',
    '20:15-20:23 text',
    '22:1-22:78 text',
    '24:8-24:37 text',
    '26:12-26:20 text',
    '27:1-27:34 text',
    '27:34-27:43 text',
    '29:3-29:40 text',
    '32:3-32:13 text',
    '32:17-32:27 text',
    '32:53-32:69 text',
    'part.md 3:12-3:25 text',
    '36:1-36:17 text',
    '39:25-39:37 footnotes',
    '38:1-38:27 footnotes',
    '16:112-16:116 footnotes',
    '2:8-2:59 title',
    '3:14-3:54 description',
    '4:11-4:41 follow-up',
    '- disclaimer',
    '16:96-16:111 glossary',
    '32:3-32:13 glossary',
    '16:74-16:82 references',
    '16:74-16:82 references',
    '16:68-16:89 citations',
  ])
})
