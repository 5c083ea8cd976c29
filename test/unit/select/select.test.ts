import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {select} from '../../../src/core/3-select/select.ts'
import {selectFor, selectSource} from '../../support/select-source.ts'
import {sketch, sketches} from '../../support/sketch.ts'

const references = ['a', 'b'].map(id => ({id, type: 'book', title: id}))

// What goes missing because something else did.
test.each([
  {
    why: 'a target that stands in a block which another link empties',
    source: `[one](#one)

:xref[:only[two]{for=clinician}]{to=gone missing=drop #one}

:::clinician{#gone}
x
:::`,
    want: 'paragraph[one]',
  },
  {
    why: 'a chain of links',
    source: `:xref[one]{to=two missing=drop #one}

:xref[two]{to=three missing=drop #two}

:xref[three]{to=gone missing=drop #three}

[end](#one)

:::clinician{#gone}
x
:::`,
    want: 'paragraph[end]',
  },
  {
    why: 'a note that is emptied by a link',
    source: `Text.[^n]

[^n]: :xref[x]{to=gone missing=drop}

:::clinician{#gone}
x
:::`,
    want: 'paragraph[Text.]',
  },
  {
    why: 'a note that only a hidden text calls',
    source: 'a :clinician[b[^n]]\n\n[^n]: [x](#gone)\n\n:::clinician{#gone}\nx\n:::',
    want: 'paragraph[a]',
  },
])('$why', ({source, want}) => {
  expect(sketches(selectSource(source).root.children)).toBe(want)
})

test('targets are headings, ids, works that are cited, and ids in notes that are called', () => {
  const source = `[h](#head) [i](#here) [r](#ref-a) [s](#ref-b) [n](#note) [m](#unseen)[^a]

## Head

:only[x]{not=student #here} :cite[a]

[^a]: :only[y]{not=student #note}[^c]
[^b]: :only[z]{not=student #unseen}
[^c]: :only[deep]{not=student #deep}

[d](#deep)
`
  const {root, messages} = selectSource(source, {references})
  expect(sketch(root.children[0] as never)).toBe(
    'paragraph[crossReference(head)[h] crossReference(here)[i] crossReference(ref-a)[r] s crossReference(note)[n] mfootnoteReference(a)]',
  )
  expect(messages.map(({actual}) => actual)).toEqual(['ref-b', 'unseen'])
  expect(sketch(root.children.at(-1) as never)).toBe('paragraph[crossReference(deep)[d]]')
})

test('notes that call one another are followed to the last, and around', () => {
  const notes = Array.from(
    {length: 100},
    (_, at) => `[^${at}]: a[^${(at + 1) % 100}] :only[b]{not=student #b${at}}`,
  )
  const {messages} = selectSource(`a[^0] [last](#b99)\n\n${notes.join('\n')}\n`)
  expect(messages).toEqual([])
})

test('messages of a pass that is repeated are forgotten', () => {
  const source = '[a](#gone) :say[]{#g clinician=x patient=y}\n\n:::clinician{#gone}\nx\n:::'
  const {messages, fallbacks} = selectSource(source, {who: 'student'})
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['xref-missing', 'variant-fallback'])
  expect(fallbacks).toHaveLength(1)
})

test('title, description and follow-up are the reader’s own', () => {
  const source = `---
title: {clinician: Pertuzumab, patient: Your drug}
description: {clinician: For doctors}
followUp: {patient: Ask, href: "https://example.org/ask"}
---
`
  const texts = (who: string) => {
    const {title, description, followUp} = selectSource(source, {who})
    return {title, description, followUp}
  }
  expect(texts('clinician')).toEqual({title: 'Pertuzumab', description: 'For doctors', followUp: undefined})
  expect(texts('patient')).toEqual({
    title: 'Your drug',
    description: undefined,
    followUp: {text: 'Ask', href: 'https://example.org/ask'},
  })
  expect(texts('student').title).toBe('Pertuzumab')
  expect(selectSource(source, {who: 'student'}).fallbacks.map(({group}) => group)).toEqual([
    'title',
    'description',
  ])
  expect(selectSource('---\nfollowUp: Ask\n---\n').followUp).toStrictEqual({text: 'Ask'})
  expect(selectSource('x').followUp).toBeUndefined()
})

test.each([
  {who: 'nurse', want: 'For nurses.'},
  {who: 'midwife', want: 'For nurses.'},
  {who: 'clinician', want: 'For clinicians.'},
  {who: 'patient', want: 'For all.'},
])('the disclaimer of $who', ({who, want}) => {
  const config = {
    audiences: [
      {id: 'clinician', label: 'c'},
      {id: 'nurse', label: 'n', is: 'clinician', disclaimer: 'For nurses.'},
      {id: 'midwife', label: 'm', is: 'nurse'},
      {id: 'patient', label: 'p'},
    ],
    disclaimers: {clinician: 'For clinicians.', default: 'For all.'},
  }
  expect(selectSource('', {who, config}).disclaimer).toBe(want)
  expect(selectSource('', {who}).disclaimer).toBeUndefined()
})

const glossary = {
  inr: {term: 'INR', expansion: 'international normalized ratio', definition: {patient: 'A test.'}},
  mi: {term: {clinician: 'MI', default: 'heart attack'}, expansion: 'myocardial infarction'},
  ecg: {term: {clinician: 'ECG'}, expansion: 'electrocardiogram'},
}

test('terms are those that stand in a variant, in the reader’s words', () => {
  const source = ':term[MI]. :term[INR], :clinician[:term[ECG]] :term[INR][^n]\n\n[^n]: :term[mi]'
  const terms = (who: string) => [...selectSource(source, {who, glossary}).terms]
  expect(terms('patient')).toEqual([
    ['mi', {id: 'mi', term: 'heart attack', expansion: undefined, definition: undefined}],
    ['inr', {id: 'inr', term: 'INR', expansion: 'international normalized ratio', definition: 'A test.'}],
  ])
  expect(terms('clinician')).toEqual([
    ['mi', {id: 'mi', term: 'MI', expansion: 'myocardial infarction', definition: undefined}],
    ['inr', {id: 'inr', term: 'INR', expansion: 'international normalized ratio', definition: undefined}],
    ['ecg', {id: 'ecg', term: 'ECG', expansion: 'electrocardiogram', definition: undefined}],
  ])
})

test('a term of which a reader gets no wording goes by its id', () => {
  const {terms} = selectSource(':term[own words]{#ecg}', {glossary})
  expect(terms.get('ecg')).toMatchObject({term: 'ecg'})
})

test('the first use of a term settles it, and is reported once', () => {
  const source = ':term[mine]{#ecg} and :term[mine]{#ecg}'
  const {fallbacks} = selectSource(source, {who: 'student', glossary})
  expect(fallbacks).toEqual([{group: 'term:ecg', wanted: 'student', used: 'clinician'}])
})

test('images without words are reported once, with words not', () => {
  const {messages} = selectSource(
    '[a](#gone) ![](x.png) ![ ](y.png) ![z](z.png)\n\n:::clinician{#gone}\nx\n:::',
  )
  expect(messages.map(({ruleId, actual}) => [ruleId, actual])).toEqual([
    ['xref-missing', 'gone'],
    ['image-alt-missing', 'x.png'],
    ['image-alt-missing', 'y.png'],
  ])
})

test('notes that are not called are not looked at', () => {
  const source = 'a\n\n[^n]: ![](x.png) :term[INR]'
  const {messages, terms, footnotes} = selectSource(source, {glossary})
  expect(messages).toEqual([])
  expect([...terms.keys()]).toEqual([])
  expect([...footnotes.keys()]).toEqual(['n'])
})

test('messages name the page', () => {
  const {messages} = selectSource('![](x.png)', {path: 'a/page.md'})
  expect(messages.map(({file}) => file)).toEqual(['a/page.md'])
  expect(selectSource('![](x.png)', {config: {rules: {'image-alt-missing': 'off'}}}).messages).toEqual([])
})

test('a selection knows its document and reader', () => {
  const document = compile('x')
  const reader = {audience: 'patient', dimensions: new Map()}
  const selection = select(document, reader)
  expect(selection.document).toBe(document)
  expect(selection.reader).toBe(reader)
  expect(selectFor(document).root.type).toBe('root')
})
