import {expect, test} from 'vitest'
import {check, compile, resolveConfig} from '../../../../src/index.ts'
import {describeDirectives, fixesFor} from '../../../../src/internal.ts'

const references = [
  {id: 'swain2015', type: 'book', title: 'S'},
  {id: 'baselga2012', type: 'book', title: 'B'},
]

/** The source after the first fix of its only message that has one, and how many there are. */
function fixed(source: string): readonly [string | undefined, number, boolean | undefined] {
  const document = compile(source, {references, glossary: {htn: 'High'}, config: {vars: {brand: 'X'}}})
  const fixes = check(document)
    .messages.map(message => fixesFor(message, source))
    .find(found => found.length > 0)
  const fix = fixes?.[0]
  if (fix === undefined) return [undefined, 0, undefined]
  const {start, end} = fix.place
  return [
    source.slice(0, start.offset) + fix.replacement + source.slice(end.offset),
    fixes?.length ?? 0,
    fix.preferred,
  ]
}

test.each<[string, string, number, boolean]>([
  [':::clinican\nText.\n:::', ':::clinician\nText.\n:::', 8, true],
  ['x :onyl[a]{for=patient}', 'x :only[a]{for=patient}', 8, true],
  [':only[a]{for="patient clincian"}', ':only[a]{for="patient clinician"}', 3, true],
  ['A :cite[swain2051].', 'A :cite[swain2015].', 2, true],
  ['A :cite[xyz].', 'A :cite[swain2015].', 2, false],
  ['A :term[hnt].', 'A :term[htn].', 1, true],
  ['A :var[brnad].', 'A :var[brand].', 1, true],
  ['---\ntitel: x\n---\n', '---\ntitle: x\n---\n', 8, true],
  ['# A {#a}\n\n:xref[a]{to=a missing=txet}', '# A {#a}\n\n:xref[a]{to=a missing=text}', 3, false],
  ['---\nfor: pateint\n---\n', '---\nfor: patient\n---\n', 3, true],
])('%j', (source, expected, count, preferred) => {
  expect(fixed(source)).toEqual([expected, count, preferred])
})

test.each([':::clinician\nText.', 'A [link](#nowhere).', 'Fine.'])('nothing to offer: %j', source => {
  expect(fixed(source)).toEqual([undefined, 0, undefined])
})

test('directives describe themselves', () => {
  const config = resolveConfig({dimensions: {region: {values: ['us', 'eu']}}})
  const all = new Map(describeDirectives(config).map(directive => [directive.name, directive]))
  for (const {doc, attributes} of all.values()) {
    expect(doc).toMatch(/\.$/)
    for (const attribute of attributes) expect(attribute.doc, attribute.name).not.toBe('')
  }
  const names = (name: string): readonly string[] => all.get(name)?.attributes.map(({name}) => name) ?? []
  expect(names('only')).toEqual(['for', 'not', 'id', 'region'])
  expect(names('patient')).toEqual(['id', 'omit', 'region'])
  expect(names('say')).toEqual(['clinician', 'patient', 'student', 'id'])
  expect(all.get('xref')?.attributes).toMatchObject([
    {name: 'to', required: true, names: 'anchor', values: []},
    {name: 'missing', required: false, values: ['error', 'text', 'drop']},
  ])
  expect(all.get('cite')).toMatchObject({label: true, labelNames: 'reference', conditioned: false})
  expect(all.get('only')).toMatchObject({
    conditioned: true,
    attributes: [{values: config.settings.audiences.ids, list: true}, {}, {}, {values: ['us', 'eu']}],
  })
})
