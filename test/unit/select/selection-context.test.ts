import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {SelectionContext} from '../../../src/core/3-select/selection-context.ts'
import type {PageInfo, TextGroup} from '../../../src/core/language/index.ts'
import type {Report} from '../../../src/core/messages/reporter.ts'
import {messageLine} from '../../support/fixtures.ts'
import {selectSource} from '../../support/select-source.ts'

const page: PageInfo = {
  audiences: ['clinician', 'patient'],
  slug: 'other page',
  anchors: new Map([['clinician', new Set(['here', 'é'])]]),
}
const pages = new Map<string, PageInfo>([
  ['other.md', page],
  ['draft.md', {...page, slug: undefined}],
])

function passFor(audience: string, report: Report = () => {}, slug = 'page'): SelectionContext {
  const document = {...compile(''), slug: slug === '' ? undefined : slug, pages}
  return new SelectionContext(
    document,
    {audience, dimensions: new Map()},
    {targets: new Set(), footnotes: new Map()},
    report,
  )
}

test.each([
  {to: 'other.md', target: '', who: 'clinician', want: {url: '../../clinician/other%20page/', detail: ''}},
  {
    to: 'other.md',
    target: 'here',
    who: 'clinician',
    want: {url: '../../clinician/other%20page/#here', detail: ''},
  },
  {
    to: 'other.md',
    target: 'é',
    who: 'clinician',
    want: {url: '../../clinician/other%20page/#%C3%A9', detail: ''},
  },
  {to: 'other.md', target: '', who: 'patient', want: {url: '../../patient/other%20page/', detail: ''}},
  {
    to: 'other.md',
    target: 'there',
    who: 'clinician',
    want: {detail: '`#there` is no place on `other.md` that `clinician` can see'},
  },
  {
    to: 'other.md',
    target: 'here',
    who: 'patient',
    want: {detail: '`#here` is no place on `other.md` that `patient` can see'},
  },
  {
    to: 'other.md',
    target: '',
    who: 'student',
    want: {detail: 'The page `other.md` has no variant for `student`'},
  },
  {
    to: 'draft.md',
    target: '',
    who: 'clinician',
    want: {detail: 'The page `draft.md` has no variant for `clinician`'},
  },
  {to: 'gone.md', target: 'here', who: 'clinician', want: {detail: 'There is no page `gone.md`'}},
])('$who gets from a page to $to#$target', ({to, target, who, want}) => {
  expect(passFor(who).placeOn(to, target)).toEqual(want)
})

test('a page without a slug links from where its audience begins', () => {
  expect(passFor('patient', () => {}, '').placeOn('other.md', '').url).toBe('../../patient/other%20page/')
})

test('the first footnote of a name counts', () => {
  const pass = passFor('patient')
  const [first, second] = [1, 2].map(() => ({
    type: 'footnoteDefinition' as const,
    identifier: 'a',
    children: [],
  }))
  pass.define('a', first)
  pass.define('a', second)
  pass.define('b', undefined)
  expect([...pass.footnotes]).toEqual([['a', first]])
  expect(pass.footnotes.get('a')).toBe(first)
  expect([...pass.emptied]).toEqual(['b'])
})

test('a group is matched once', () => {
  const pass = passFor('student')
  const match = {audiences: ['clinician'], dimensions: new Map(), otherwise: false}
  const group: TextGroup = {group: 'title', branches: [{match, text: 'x'}]}
  const found = pass.matchText(group)
  expect(found).toEqual({via: 'fallback', branch: 0, from: 'clinician'})
  expect(pass.matchText(group)).toBe(found)
})

test('a fallback is noted once for each group and each audience that stands in', () => {
  const reported: unknown[] = []
  const pass = passFor('student', (rule, {detail, audiences}) => reported.push([rule, detail, audiences]))
  pass.noteFallback('dose', {via: 'fallback', branch: 0, from: 'clinician'})
  pass.noteFallback('dose', {via: 'fallback', branch: 1, from: 'clinician'})
  pass.noteFallback('dose', {via: 'fallback', branch: 1, from: 'patient'})
  pass.noteFallback('title', {via: 'fallback', branch: 0, from: 'clinician'})
  pass.noteFallback('own', {via: 'own', branch: 0})
  pass.noteFallback('none', {via: 'missing'})
  expect(pass.fallbacks).toEqual([
    {group: 'dose', wanted: 'student', used: 'clinician'},
    {group: 'dose', wanted: 'student', used: 'patient'},
    {group: 'title', wanted: 'student', used: 'clinician'},
  ])
  expect(reported).toEqual([
    ['variant-fallback', '`dose`: `student` gets the wording for `clinician`', ['student']],
    ['variant-fallback', '`dose`: `student` gets the wording for `patient`', ['student']],
    ['variant-fallback', '`title`: `student` gets the wording for `clinician`', ['student']],
  ])
})

const hiddenPart = '\n\n:::clinician{#part}\nx\n:::'

test.each([
  {
    why: 'a heading without its section',
    source: '## A *b*\n\n:clinician[x]',
    who: 'patient',
    want: '1:1-1:9 warning heading-orphaned {patient} Nothing is left below the heading “A b”, so it is left out',
  },
  {
    why: 'a link to what is hidden',
    source: `[x](#part)${hiddenPart}`,
    who: 'patient',
    want: '1:1-1:11 error xref-missing {patient} `#part` is no place that `patient` can see',
  },
  {
    why: 'a link to no page',
    source: '[x](other.md)',
    who: 'student',
    want: '1:1-1:14 error xref-missing {student} The page `other.md` has no variant for `student`',
  },
  {
    why: 'a link that may be text',
    source: `:xref[x]{to=part missing=text}${hiddenPart}`,
    who: 'patient',
    want: '',
  },
  {
    why: 'a link that may go',
    source: `:xref[x]{to=part missing=drop}${hiddenPart}`,
    who: 'patient',
    want: '',
  },
  {
    why: 'a note that is hidden',
    source: ':::clinician\n[^Note]: y\n:::\n\nx[^Note]',
    who: 'patient',
    want: '5:2-5:9 error footnote-missing {patient} The footnote `[^Note]` is called here but hidden from `patient`',
  },
  {why: 'a note of which nothing is left', source: 'x[^n]\n\n[^n]: :clinician[y]', who: 'patient', want: ''},
  {
    why: 'a safety block of which nothing is left',
    source: '::::safety{#box}\n:::clinician\nx\n:::\n::::',
    who: 'patient',
    want: '1:1-5:5 error safety-missing {patient} Nothing of the safety block `box` is left for `patient`',
  },
  {
    why: 'a box of which nothing is left',
    source: '::::note\n:::clinician\nx\n:::\n::::',
    who: 'patient',
    want: '',
  },
  {why: 'a safety block', source: '::::safety{#box}\n:::patient\nx\n:::\n::::', who: 'patient', want: ''},
  {
    why: 'a wording of others',
    source: ':say[]{#g clinician=x patient=y}',
    who: 'student',
    want: '1:1-1:33 info variant-fallback {student} `g`: `student` gets the wording for `clinician`',
  },
  {
    why: 'an image without words',
    source: '![ ](x.png) ![:clinician[x]](y.png)',
    who: 'patient',
    want: '1:1-1:12 warning image-alt-missing {patient} Image `x.png` has no alternative text\n 1:13-1:36 warning image-alt-missing {patient} Image `y.png` has no alternative text',
  },
])('reports $why', ({source, who, want}) => {
  const findPage = (path: string): PageInfo | undefined => pages.get(path)
  const {messages} = selectSource(source, {who, slug: 'page', findPage})
  expect(messages.map(messageLine).join('').trim()).toBe(want)
})

test('messages know what they are about', () => {
  const actual = (source: string): unknown => selectSource(source).messages.map(message => message.actual)
  expect(actual(`[x](#part)${hiddenPart}`)).toEqual(['part'])
  expect(actual(':::clinician\n[^Note]: y\n:::\n\nx[^Note]')).toEqual(['note'])
  expect(actual('![](x.png)')).toEqual(['x.png'])
  const findPage = (): PageInfo => ({...page, audiences: []})
  const other = selectSource('[x](other.md) [y](other.md#here)', {path: 'page.md', findPage})
  expect(other.messages.map(message => message.actual)).toEqual(['other.md', 'here'])
})
