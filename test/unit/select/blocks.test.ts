import {expect, test} from 'vitest'
import {compile} from '../../../src/api/compile.ts'
import {cachedBlocks} from '../../../src/core/3-select/blocks.ts'
import {SelectionContext} from '../../../src/core/3-select/selection-context.ts'
import {Cache, type Document, type Reader} from '../../../src/core/language/index.ts'
import {forgetful, selectFor} from '../../support/select-source.ts'

const source = 'a :only[b]{for="patient student"} :say[c]{clinician=d}.[^n]\n\n[^n]: e :patient[f]\n'

const passFor = (document: Document, audience: string): SelectionContext =>
  new SelectionContext(
    document,
    {audience, dimensions: new Map()} satisfies Reader,
    {targets: new Set(), footnotes: new Map()},
    () => {},
  )

test('readers with the same answers get the same object, others do not', () => {
  const document = compile(source, {
    config: {audiences: ['patient', 'clinician', 'student'].map(id => ({id, label: id}))},
  })
  const [patient, clinician, student] = ['patient', 'clinician', 'student'].map(
    who => selectFor(document, who).root.children[0],
  )
  expect(student).toBe(patient)
  expect(clinician).not.toBe(patient)
  expect(selectFor(document, 'clinician').root.children[0]).toBe(clinician)
})

test('what a block does to a pass is done again for each reader', () => {
  const document = compile(source)
  const first = selectFor(document, 'student')
  const again = selectFor(document, 'student')
  expect(first.fallbacks).toEqual([{group: 'say-1', wanted: 'student', used: 'clinician'}])
  expect(again.fallbacks).toEqual(first.fallbacks)
  expect(again.messages).toEqual(first.messages)
  expect([...again.footnotes.keys()]).toEqual(['n'])
})

test('a memory that keeps nothing selects no block by itself', () => {
  const document = compile(source)
  expect(cachedBlocks(forgetful(document), passFor(document, 'patient'))).toBeUndefined()
  const kept = cachedBlocks({...document, cache: new Cache()}, passFor(document, 'patient'))
  const [block] = document.root.children
  if (kept === undefined || block === undefined) throw new Error('There is no block')
  expect(kept(block)).toBe(kept(block))
})

test.each([
  ':::only{not=clinician}\na :only[b]{not=clinician}\n\nc :patient[d]\n:::',
  '::::variants\n:::clinician\nx\n:::\n:::otherwise\na :only[b]{not=clinician}\n\nc :patient[d]\n:::\n::::',
])('blocks are shared out of what selection takes away around them: %j', source => {
  const config = {audiences: ['clinician', 'patient', 'student'].map(id => ({id, label: id}))}
  const document = compile(source, {config})
  const [[first, second], [again, other]] = [
    selectFor(document, 'patient').root.children,
    selectFor(document, 'student').root.children,
  ] as const
  expect(again).toBe(first)
  expect(other).not.toBe(second)
})

test('a wrapper with an id is a block itself', () => {
  const document = compile(':::only{not=clinician #x}\na :patient[b]\n:::')
  expect(selectFor(document).root.children[0]).toBe(selectFor(document).root.children[0])
})
