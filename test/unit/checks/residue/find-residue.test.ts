import {describe, expect, test} from 'vitest'
import {residueFinder} from '../../../../src/checks/residue/find-residue.ts'
import {compile} from '../../../../src/index.ts'
import {sentences} from './sentences.ts'

const find = residueFinder({
  audiences: ['clinician', 'patient', 'student'],
  conditional: ['only', 'when', 'say'],
  inline: ['only', 'say', 'cite', 'clinician'],
})

/** The text with the residue between ‹ ›, and the rule that names it. */
const marked: readonly (readonly [string] | readonly [string, string])[] = [
  ['a ‹:::clinician› SECRET ::: b'],
  ['a ‹::clinician›[SECRET] b'],
  ['‹:::›'],
  ['‹: : : clinician›'],
  ['‹:::foo› b'],
  ['ns‹::clinician›[SECRET]'],
  ['note‹:: clinician› SECRET'],
  ['‹：:clinician›[SECRET]'],
  ['‹∶∶∶clinician›'],
  ['a ‹:clinician› [SECRET]{for=x}', 'fence-malformed'],
  ['a ‹:only› [SECRET]', 'fence-malformed'],
  ['‹:clinician› SECRET', 'fence-malformed'],
  ['Dose ‹:clinician›', 'fence-malformed'],
  ['Dose ‹:clinician}›', 'fence-malformed'],
  ['‹:clini\ncian[›SECRET]'],
  ['a ‹{›for=clinician} SECRET', 'fence-malformed'],
  ['[x‹]{.clinician}›', 'fence-malformed'],
  ['‹{% audience clinician› %}'],
  ['‹{{#is audience "clinician›"}}'],
  ['‹<% if (clinician›) { %>'],
  ['[x]‹{.clinician›-only}'],
  ['‹[!CLINICIAN›]'],
  ['‹[.clinician›]'],
  ['‹<<clinician›>>SECRET'],
  ['‹{clinician›: SECRET}'],
  ['‹{audience=clinician›}'],
  ['‹[if clinician]›SECRET'],
  ['‹[role="clinician"]›'],
  ['‹[clinician]›'],
  ['‹<c:if test="clinician">›'],
  ['‹clinician[›SECRET]'],
  ['a ‹\uE001student="›SECRET"} b', 'fence-malformed'],
  ['a ‹clinician="SECRET"}›', 'fence-malformed'],
  ['a fo‹r="clinician"}› b'],
  ['‹clinician{›} SECRET'],
  ['‹\\clinicianonly{›SECRET}'],
  ['‹@@clinician› SECRET'],
  ['‹=== "Clinician›"'],
  ['‹!!! note "clinician›"'],
  ['‹/// only | for=clinician›'],
  ['‹…clinician›'],
  ['‹---clinician›'],
  ['‹#if clinician›'],
  ['‹#if($clinician›)'],
  ['‹ifdef CLINICIAN›'],
  ['SECRET ‹{/clinician›}'],
  ['SECRET ‹[/clinician›]'],
  ['‹[^1]:› SECRET', 'markup-residue'],
  ['‹ｃｌｉｎｉｃｉａｎ｛›}'],
  ['‹{сlinician›}'],
]

test.each(marked)('%j is marked', (shown, rule = 'markup-residue') => {
  const text = shown.replace(/[‹›]/g, '')
  const found = find(text)
  const told =
    found && `${text.slice(0, found.start)}‹${text.slice(found.start, found.end)}›${text.slice(found.end)}`
  expect({told, rule: found?.rule}).toEqual({told: shown, rule})
})

test('a message shows no text that may be for some readers', () => {
  for (const text of [
    'a :::SECRET',
    '{SECRET clinician}',
    '{% if SECRET == clinician %}',
    '[role="clinician" SECRET]',
  ])
    expect(find(text)?.detail ?? '').not.toContain('SECRET')
})

test('a bracket that a formatter escaped is found right behind a word as well', () => {
  const {messages} = compile('Paracetamol:only\\[ (acetaminophen)]{for=patient} 500 mg.')
  expect(messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([
    ['markup-residue', 1, 12],
  ])
})

test('there are enough sentences', () => expect(new Set(sentences).size).toBeGreaterThan(200))

describe.each([[['clinician', 'patient', 'student']], [['user', 'admin', 'developer']]])(
  'with the audiences %j',
  ids => {
    const [first = '', second = '', third = ''] = ids
    const config = {audiences: ids.map(id => ({id, label: id}))}

    test.each(sentences)('%j raises nothing', sentence => {
      const source = sentence
        .replace(/clinician/g, first)
        .replace(/patient/g, second)
        .replace(/student/g, third)
      const found = compile(source, {config}).messages.filter(({ruleId = ''}) =>
        /^(?:markup|fence|marker|directive|front-matter|condition)-/.test(ruleId),
      )
      expect(found.map(String)).toEqual([])
    })
  },
)
