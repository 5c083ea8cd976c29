import {describe, expect, test} from 'vitest'
import {compile} from '../../../src/index.ts'
import '../../../src/faces/vitest/index.ts'

const source = [
  '---',
  'title: Aspirin',
  'audiences: [clinician, patient]',
  'references:',
  '  - {id: holbrook, type: book, title: A trial, publisher: P, issued: 2020}',
  '  - {id: label, type: book, title: A label, publisher: P, issued: 2021}',
  '---',
  '',
  ':::clinician',
  'Give 75 mg for secondary prevention :cite[holbrook].',
  ':::',
  '',
  'Take it with food :cite[label].',
  '',
].join('\n')
const page = compile(source, {path: 'content/aspirin.md'})
const broken = compile(':::clinican\nx\n:::\n', {path: 'content/broken.md'})

const failure = (assertion: () => void): string => {
  try {
    assertion()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'passed'
}

describe('toRenderFor', () => {
  test('passes for audiences that a sound page serves', () => {
    expect(page).toRenderFor('patient')
    expect(page).not.toRenderFor('student')
    expect(broken).not.toRenderFor('patient')
  })

  test('lists errors, or the audiences that the page serves', () => {
    expect(failure(() => expect(broken).toRenderFor('patient'))).toMatch(
      /^content\/broken\.md does not render for `patient`:\n {2}content\/broken\.md:1:1 error Unknown directive `clinican`: did you mean `clinician`\?.*\(directive-unknown\)\n {4}Put a backslash/,
    )
    expect(failure(() => expect(page).toRenderFor('student'))).toBe(
      'This page does not serve the audience `student`. Allowed: `clinician`, `patient`.',
    )
    expect(failure(() => expect(page).not.toRenderFor('patient'))).toBe(
      'content/aspirin.md renders for `patient`',
    )
  })

  test('an undeclared audience never passes', () => {
    expect(() => expect(page).not.toRenderFor('pateint')).toThrow('did you mean `patient`?')
  })
})

describe('toHaveNoMessages', () => {
  const warned = compile('# A\n\n### B\n\nText.\n', {path: 'a.md'})

  test('counts all messages, or those from a severity on', () => {
    expect(page).toHaveNoMessages()
    expect(warned).not.toHaveNoMessages()
    expect(warned).not.toHaveNoMessages('warning')
    expect(warned).toHaveNoMessages('error')
  })

  test('lists them with their places and fixes', () => {
    expect(failure(() => expect(warned).toHaveNoMessages())).toBe(
      [
        'a.md has 1 message:',
        '  a.md:3:1 warning A heading of level 3 follows one of level 1 (heading-level-skipped)',
        '    Screen readers navigate by heading level; use the next level down.',
      ].join('\n'),
    )
    expect(() => expect(page).toHaveNoMessages('warnin' as 'warning')).toThrow('did you mean `warning`?')
  })
})

describe('toCiteInOrder', () => {
  test('compares all works by number', () => {
    expect(page).toCiteInOrder('clinician', ['holbrook', 'label'])
    expect(page).toCiteInOrder('patient', ['label'])
    expect(page).not.toCiteInOrder('clinician', ['label', 'holbrook'])
    expect(page).not.toCiteInOrder('clinician', ['holbrook'])
    expect(page).not.toCiteInOrder('patient', ['label', 'holbrook'])
  })

  test('shows both orders', () => {
    expect(failure(() => expect(page).toCiteInOrder('clinician', ['lable', 'holbrook', 'label']))).toBe(
      [
        'For `clinician` content/aspirin.md cites other works, or in another order:',
        '       expected  found',
        '≠   1  lable     holbrook',
        '≠   2  holbrook  label',
        '≠   3  label     –',
        'Unknown reference `lable`: did you mean `label`? Allowed: `holbrook`, `label`.',
      ].join('\n'),
    )
  })
})

describe('toLeakFrom', () => {
  test('looks at all formats of whole pages', () => {
    expect(page).not.toLeakFrom('clinician', 'patient')
    expect(page).not.toLeakFrom('patient', 'clinician')
  })

  test('names the text and the block', () => {
    const output = '<p>75 mg for secondary prevention</p>'
    expect(page).toLeakFrom('clinician', 'patient', output)
    expect(failure(() => expect(page).not.toLeakFrom('clinician', 'patient', output))).toBe(
      [
        'Text for `clinician` reaches `patient`:',
        '  in their output: “Give 75 mg for secondary prevention ”',
        '    content/aspirin.md:10:1 in the container at 9:1, which is for `clinician`',
      ].join('\n'),
    )
  })

  test('names references too', () => {
    expect(
      failure(() => expect(page).not.toLeakFrom('clinician', 'patient', '<a href="#ref-holbrook">1</a>')),
    ).toMatch(/“holbrook”\n {4}of the front matter, the glossary or the references of content\/aspirin\.md/)
  })

  test('only what the first reader gets counts', () => {
    const two = compile(
      ':::clinician\nUnfractionated heparin.\n:::\n\n:::student\nPharmacokinetics.\n:::\n\nText.\n',
    )
    expect(two).toLeakFrom('student', 'patient', 'pharmacokinetics')
    expect(two).not.toLeakFrom('clinician', 'patient', 'pharmacokinetics')
    expect(two).toLeakFrom('clinician', 'patient', 'unfractionated')
  })

  test('of a page with errors, drafts are looked at', () => {
    expect(broken).not.toLeakFrom('clinician', 'patient')
  })

  test('readers who cannot be meant', () => {
    expect(() => expect(page).not.toLeakFrom('patient', 'patient')).toThrow(RangeError)
    expect(() => expect(page).not.toLeakFrom('clinican', 'patient')).toThrow('did you mean `clinician`?')
    expect(() => expect(page).not.toLeakFrom('clinician', 'student')).toThrow('does not serve')
  })
})

test.each([
  ['toRenderFor', () => expect('# A').toRenderFor('patient')],
  ['toHaveNoMessages', () => expect({}).not.toHaveNoMessages()],
  ['toCiteInOrder', () => expect(null).not.toCiteInOrder('patient', [])],
  ['toLeakFrom', () => expect(undefined).not.toLeakFrom('clinician', 'patient')],
])('%s is for compiled documents', (_, assertion) => {
  expect(assertion).toThrow('This matcher is for a compiled document')
})

test('types', () => {
  // @ts-expect-error: an audience is required
  expect(() => expect(page).toRenderFor()).toThrow()
  // @ts-expect-error: no such severity
  expect(() => expect(page).toHaveNoMessages('fatal')).toThrow()
})

describe('toReadAtOrBelowGrade', () => {
  const plain = compile('Take one tablet a day. Take it with food.\n', {path: 'content/plain.md'})
  const hard = compile(
    'Administration necessitates continuous echocardiographic evaluation of deteriorating ventricular function.\n',
    {path: 'content/hard.md'},
  )

  test('passes where the text needs no higher grade', () => {
    expect(plain).toReadAtOrBelowGrade('patient', 8)
    expect(hard).not.toReadAtOrBelowGrade('patient', 8)
  })

  test('shows the hardest sentences at their places', () => {
    expect(failure(() => expect(hard).toReadAtOrBelowGrade('patient', 8))).toMatch(
      /^For `patient` `?content\/hard\.md`? needs grade [\d.]+, at most 8 is allowed\. Hardest sentences:\n {2}content\/hard\.md:1:1 grade [\d.]+: Administration/,
    )
    expect(failure(() => expect(plain).not.toReadAtOrBelowGrade('patient', 8))).toContain(
      'which is no more than 8',
    )
  })

  test('throws for an audience that is not served, and for another language', () => {
    expect(() => expect(plain).toReadAtOrBelowGrade('nurse', 8)).toThrow(RangeError)
    const spanish = compile('---\nlocale: es\n---\n\nUna al día.\n')
    expect(() => expect(spanish).not.toReadAtOrBelowGrade('patient', 8)).toThrow('`es`')
  })
})
