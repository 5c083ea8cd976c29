import {expect, test} from 'vitest'
import {type FindResidue, residueFinder} from '../../../../src/checks/residue/find-residue.ts'

/** Made by each test, since mutation tests change how it is made. */
const finder = (): FindResidue =>
  residueFinder({
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
  ['\uE000‹{›clinician="SECRET"}', 'fence-malformed'],
  ['a ‹{›x="{" y=1 clinician=SECRET}', 'fence-malformed'],
  ['\uE000‹{›default="SECRET" x=y}', 'fence-malformed'],
  ['‹\uE001{›x="SECRET"}'],
  ['‹:say"›[SECRET]{clini"cian="SECRET"}', 'fence-malformed'],
  ['a ‹:say“›[SECRET]{p“atient="SECRET"}', 'fence-malformed'],
  ['a ‹:sa.y›[SECRET]{patient="SECRET"}', 'fence-malformed'],
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
  ['a: ‹say›[SECRET]{paitent="b"}'],
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
  const found = finder()(text)
  const told =
    found && `${text.slice(0, found.start)}‹${text.slice(found.start, found.end)}›${text.slice(found.end)}`
  expect({told, rule: found?.rule}).toEqual({told: shown, rule})
})

test('a message shows no text that may be for some readers', () => {
  const find = finder()
  for (const text of [
    'a :::SECRET',
    '{SECRET clinician}',
    '{% if SECRET == clinician %}',
    '[role="clinician" SECRET]',
  ])
    expect(find(text)?.detail ?? '').not.toContain('SECRET')
})
