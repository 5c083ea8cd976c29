import {expect, test} from 'vitest'
import {compile, resolveConfig} from '../../../../src/index.ts'
import {
  describeReference,
  type OutlineEntry,
  outlineOf,
  printReference,
  wordingsOf,
} from '../../../../src/internal.ts'

function lines(entries: readonly OutlineEntry[], indent = ''): readonly string[] {
  return entries.flatMap(({kind, name, audiences, place: {start, end}, children}) => [
    `${indent}${kind} “${name}” ${start.line}-${end.line} ${audiences.map(id => id[0]).join('')}`,
    ...lines(children, `${indent}  `),
  ])
}

const source = [
  '---', // 1
  'audiences: clinician patient',
  '---',
  '# Drug :cite[x]', // 4
  '',
  'Text.',
  '',
  '## Dose {#dose}', // 8
  '',
  '::::variants{#how}', // 10
  ':::clinician',
  '### Inside', // 12
  '840 mg.',
  ':::',
  ':::otherwise', // 15
  'Ask.',
  ':::',
  '::::',
  '',
  '## :only{for=clinician} Pharmacy', // 20
  '',
  ':::note[Store *cold*]', // 22
  'In the :say[fridge]{clinician="refrigerator"}.',
  ':::',
  '',
  '- item', // 26
  '',
  '  :::only{not=patient #aside}', // 28
  '  Aside.',
  '  :::',
  '',
  '## For :say[you]{clinician="them"}', // 32
  '',
  '::include{file="_part.md"}', // 34
  '',
  'End.',
].join('\n')

const document = compile(source, {
  path: 'page.md',
  read: path => (path === '_part.md' ? '## Part {#part}\n\nText.\n' : undefined),
})

test('parts of a page, one inside another, with their readers', () => {
  expect(lines(outlineOf(document).entries)).toEqual([
    'heading “Drug” 4-36 cp',
    '  heading “Dose” 8-18 cp',
    '    group “how” 10-18 cp',
    '      branch “clinician” 11-14 c',
    '        heading “Inside” 12-13 c',
    '      branch “everyone else” 15-17 p',
    '  heading “Pharmacy” 20-30 c',
    '    callout “note: Store cold” 22-24 c',
    '    part “for clinician” 28-30 c',
    '  heading “For them” 32-36 cp',
  ])
})

test('ids that links can lead to, those of included files too', () => {
  const anchors = outlineOf(document).anchors.map(({id, place, file, audiences}) =>
    [id, file ?? '', place.start.line, audiences.join(' ')].join(' | '),
  )
  expect(anchors).toEqual([
    'drug |  | 4 | clinician patient',
    'dose |  | 8 | clinician patient',
    'how |  | 10 | clinician patient',
    'inside |  | 12 | clinician',
    'pharmacy |  | 20 | clinician',
    'aside |  | 28 | clinician',
    'for |  | 32 | clinician patient',
    'part | _part.md | 1 | clinician patient',
  ])
})

test.each(['', ':::', '::::variants', '---\ntitle: [', '# ', ':::clinician\n# x', '- :::patient'])(
  'half-typed text has an outline: %j',
  text => {
    expect(outlineOf(compile(text)).entries.length).toBeLessThan(3)
  },
)

test('each audience’s wording of a text', () => {
  const page = compile(
    '---\nglossary: {htn: {term: {clinician: hypertension, patient: high pressure}}}\n---\n',
  )
  const term = page.glossary.get('htn')?.term
  expect(term && wordingsOf(page, term)).toEqual([
    {audience: 'clinician', text: 'hypertension'},
    {audience: 'patient', text: 'high pressure'},
    {audience: 'student', text: 'hypertension', fallback: 'clinician'},
  ])
})

test('a cited work as it is printed', () => {
  const item = {id: 'a', type: 'book', title: 'A book', publisher: 'Press', issued: '2020-05'}
  const page = compile('', {references: [item], config: resolveConfig()})
  expect(describeReference(page, 'a')).toEqual({
    title: 'A book',
    year: '2020',
    notice: undefined,
  })
  expect(printReference(page, 'a')).toBe('A book. Press; 2020 May.')
  expect([describeReference(page, 'b'), printReference(page, 'b')]).toEqual([undefined, undefined])
})
