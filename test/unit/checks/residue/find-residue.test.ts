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
  ['a ‹:clinician› [SECRET] b', 'fence-malformed'],
  ['a\n‹@@@clinician› SECRET'],
  ['Αα ‹:::clinician› b'],
  ['‹:clinician› SECRET', 'fence-malformed'],
  ['Dose ‹:clinician›', 'fence-malformed'],
  ['Dose ‹:clinician}›', 'fence-malformed'],
  ['‹:clini\ncian[›SECRET]'],
  ['a ‹{›for=clinician} SECRET', 'fence-malformed'],
  ['\uE000‹{›clinician="SECRET"}', 'fence-malformed'],
  ['‹:on(ly{›not=("clinician"} SECRET', 'fence-malformed'],
  [':on(ly‹{›for=(clinician} SECRET', 'fence-malformed'],
  ['‹:sa(y{›paitent=*"SECRET"}', 'fence-malformed'],
  ['a ‹{›x="{" y=1 clinician=SECRET}', 'fence-malformed'],
  ['\uE000‹{›default="SECRET" x=y}', 'fence-malformed'],
  ['‹\uE001{›x="SECRET"}'],
  ['‹:say"›[SECRET]{clini"cian="SECRET"}', 'fence-malformed'],
  ['a ‹:say“›[SECRET]{p“atient="SECRET"}', 'fence-malformed'],
  ['a ‹:sa.y›[SECRET]{patient="SECRET"}', 'fence-malformed'],
  ['a ‹:“saay›[SECRET]{n“urse="SECRET"}', 'fence-malformed'],
  ['a ‹:.say›[]{b="SECRET"}', 'fence-malformed'],
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
  ['a ‹#if clinician›'],
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
  const reported =
    found && `${text.slice(0, found.start)}‹${text.slice(found.start, found.end)}›${text.slice(found.end)}`
  expect({reported, rule: found?.rule}).toEqual({reported: shown, rule})
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

const isText =
  'is text for every reader here. Conditions are written `:::only{for=…}`, `:only[…]{for=…}` or `:only{for=…}`'
const fence = 'is text for every reader here: a fence stands on a line of its own, `:name[…]` has one colon'
const misspelled = 'is no name of a directive: remove what does not belong to the name'
const apart = 'These attributes belong to no directive: put them directly behind one, as in `:only[…]{for=…}`'

test.each([
  ['a :::clinicians b', `\`:::clinicians\` ${fence}`],
  [': : : clinician', `\`: : : clinician\` ${fence}`],
  [':::SECRET', `\`:::…\` ${fence}`],
  [':::cite', `\`:::cite\` ${fence}`],
  ['a :clinician\n{b}', 'A blank stands behind `:clinician`: remove it'],
  [':only for=a', '`:only` needs brackets or braces at once: write `:only[…]{for=…}` or `:only{for=…}`'],
  ['- :clinician a', '`- :clinician` is no marker without braces: write `:clinician{}`'],
  ['1. :clinician a', '`clinician` is no marker without braces: write `:clinician{}`'],
  [':clini\ncian[a]', `\`:…\` ${isText}`],
  [
    'a :cite\uE003b]',
    'A backslash stands behind `:cite`, so that all of it is text: remove it, or put it before the colon if text is meant',
  ],
  ['a :sy{b="c"}', `\`:…\` ${misspelled}`],
  ['a :sa.y[b]{c="d"}', `\`:…\` ${misspelled}`],
  ['a {for=clinician}', apart],
  ['a {clinician="b"}', apart],
  ['\uE001 {a=b}', 'These attributes stand apart from their directive: remove what stands between'],
  ['[x]{.only}', 'This is another tool’s spelling: write `:only[…]{for=…}`'],
  ['\uE001[b]', 'A second pair of brackets belongs to no directive: put all of the text into the first'],
  ['{% SECRET clinician %}', `\`{% clinician\` ${isText}`],
  ['\uE001 {% clinician %}', 'These attributes stand apart from their directive: remove what stands between'],
  ['{.\uE004SECRET clinician}', `\`{.clinician\` ${isText}`],
  ['clinician="a"}', 'These attributes lack a brace: write `:name[…]{attribute="value"}`'],
  ['say[a]{b="c"}', '`say` begins no directive: put a colon directly before it, and nothing in between'],
  ['[^1]: a', 'This definition of a footnote is text: begin it at the start of a line, below a blank line'],
])('what is wrong with %j is explained', (text, detail) => {
  expect(finder()(text)?.detail).toBe(detail)
})

test.each([
  ':::',
  '{/clinician}',
  '[/clinician]',
  '</clinician>',
  '[end clinician]',
  '{% endclinician %}',
  '{{< /only >}}',
])('%j closes something', text => {
  expect(finder()(text)?.closes).toBe(true)
})

test.each([':::clinician', '{% if clinician %}', '[if clinician]'])('%j opens something', text => {
  expect(finder()(text)?.closes).toBe(false)
})

/** A colon or a bracket behind a backslash is literal; a name within a word is none. */
test.each([
  '\uE002::clinician',
  ':\uE002:clinician',
  '::\uE002clinician',
  '\uE002clinician{} a',
  'a \uE002clinician',
  '\uE002: : clinician',
  '\uE002cite\uE003b]',
  '- \uE002clinician a',
  'a\uE002clinician[b]',
  'a non-clinician[b] c',
  'xclinician[bcd]',
  '<<xclinician>>',
  '{% xclinician %}',
  '{xclinician}',
  '[!xclinician]',
  ':sy{b=c}',
  ':sy[b]{c=d}',
  'say[a]{b=c}',
  'say[a] {b="c"}',
  'a:clinician b',
  'the :patient as such',
  'a/:clinician b',
  ':clinician-led a',
  'clinicianx: a',
  'For the clinician: a [b] (c)',
])('%j is text', text => {
  expect(finder()(text)).toBeUndefined()
})
