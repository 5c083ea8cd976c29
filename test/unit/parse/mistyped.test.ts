import {describe, expect, test} from 'vitest'
import {compile, render} from '../../../src/index.ts'
import {formatNames} from '../../../src/internal.ts'
import {specExamples} from '../../support/spec-examples.ts'

/**
 * What authors mistype: where it is reported, and by which rule. The word SECRET was meant for clinicians.
 */
const mistyped: readonly (readonly [name: string, source: string, place: string, rule: string])[] = [
  ['a blank before the name', '::: clinician\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a capital', ':::Clinician\nSECRET\n:::', '1:1', 'directive-unknown'],
  ['a blank before `{`', ':::clinician {#x}\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a no-break space behind the name', ':::clinician\u00A0\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a no-break space behind the end', ':::clinician\nSECRET\n:::\u00A0\n\nAll.', '3:1', 'fence-malformed'],
  ['an ideographic space', ':::clinician\u3000\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['full-width colons', '：：：clinician\nSECRET\n：：：', '1:1', 'fence-malformed'],
  ['one full-width colon', ':：:clinician\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['text behind the end', ':::clinician\nSECRET\n::: end\n\nAll.', '3:1', 'fence-malformed'],
  ['text behind the name', ':::clinician SECRET\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['all on one line', ':::clinician SECRET :::', '1:1', 'fence-malformed'],
  ['two colons', '::clinician\nSECRET\n::', '1:1', 'fence-malformed'],
  ['one colon', ':clinician\nSECRET\n:', '1:1', 'fence-malformed'],
  ['three colons that close four', '::::clinician\nSECRET\n:::\n\nAll.', '3:1', 'fence-stray'],
  ['an indented fence', '    :::clinician\n    SECRET\n    :::', '1:1', 'directive-misplaced'],
  [
    'an end outside the list item',
    '- item\n\n  :::clinician\n  SECRET\n:::\n\nAll.',
    '3:3',
    'fence-unclosed',
  ],
  ['an end outside the quote', '> :::clinician\n> SECRET\n:::\n\nAll.', '1:3', 'fence-unclosed'],
  ['no end', ':::clinician\nSECRET', '1:1', 'fence-unclosed'],
  ['the name at the end again', ':::clinician\nSECRET\n:::clinician\n\nAll.', '1:1', 'fence-unclosed'],
  ['a Cyrillic letter', ':::сlinician\nSECRET\n:::', '1:1', 'directive-unknown'],
  ['a zero-width space in the name', ':::cli\u200Bnician\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a zero-width space before the fence', '\u200B:::clinician\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a zero-width space in an id', ':::only{for=clini\u200Bcian}\nSECRET\n:::', '1:13', 'audience-unknown'],
  ['a comma', ':::only{for="clinician,student"}\nSECRET\n:::', '1:14', 'audience-unknown'],
  ['typographic quotes', ':::only{for=“clinician”}\nSECRET\n:::', '1:13', 'audience-unknown'],
  ['a capital attribute', ':::only{FOR=clinician}\nSECRET\n:::', '1:9', 'directive-attribute-invalid'],
  ['an open quote', ':::only{for="clinician}\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['no name', ':::{for=clinician}\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a class for a name', ':::.clinician\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['a code block', '~~~clinician\nSECRET\n~~~', '1:1', 'fence-malformed'],
  ['fences in comments', '<!-- :::clinician -->\nSECRET\n<!-- ::: -->', '1:1', 'fence-malformed'],
  ['a blank before `[`', 'A :only [SECRET]{for=clinician} b', '1:3', 'fence-malformed'],
  ['a blank behind `]`', 'A :only[SECRET] {for=clinician} b', '1:17', 'fence-malformed'],
  ['round brackets', 'A :only[SECRET](for=clinician) b', '1:3', 'condition-missing'],
  ['a bracket too many', 'A :only[a ] SECRET]{for=clinician} b', '1:20', 'fence-malformed'],
  ['an open bracket', 'A :only[SECRET b', '1:3', 'fence-malformed'],
  ['an open brace', 'A :only[SECRET]{for=clinician b', '1:3', 'fence-malformed'],
  ['attributes alone', 'SECRET {for=clinician}', '1:8', 'fence-malformed'],
  ['attributes behind a word', 'A clinician{for=clinician} SECRET', '1:12', 'fence-malformed'],
  ['a nameless directive', ':{for=clinician} SECRET', '1:2', 'fence-malformed'],
  ['a capital within a line', 'A :Clinician[SECRET] b', '1:3', 'directive-unknown'],
  ['a marker without braces', '- :clinician SECRET', '1:3', 'fence-malformed'],
  ['a marker between colons', '- :clinician: SECRET', '1:3', 'fence-malformed'],
  ['a marker without braces but with a condition', '- :only for=clinician SECRET', '1:3', 'fence-malformed'],
  ['a marker with brackets', '# Heading :only[for=clinician]\n\nSECRET', '1:11', 'condition-missing'],
  ['Pandoc’s span', 'A [SECRET]{.clinician} b', '1:10', 'fence-malformed'],
  ['Pandoc’s div', '::: {.clinician}\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['Quarto’s', '::: {.content-visible when-profile="clinician"}\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['MyST’s with colons', ':::{only} clinician\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['MyST’s with backticks', '```{only} clinician\nSECRET\n```', '1:1', 'fence-malformed'],
  ['MyST’s call-out', '```{note}\nSECRET\n```', '1:1', 'fence-malformed'],
  ['Docusaurus’ title', ':::clinician Title\nSECRET\n:::', '1:1', 'fence-malformed'],
  ['Liquid’s', '{% if audience == "clinician" %}\nSECRET\n{% endif %}', '1:1', 'fence-malformed'],
  ['GitHub’s Liquid', 'A {% ifversion clinician %}SECRET{% endif %} b', '1:1', 'fence-malformed'],
  ['Handlebars’', '{{#if clinician}}SECRET{{/if}}', '1:1', 'fence-malformed'],
  ['AsciiDoc’s', 'ifdef::clinician[]\nSECRET\nendif::[]', '1:1', 'fence-malformed'],
  ['MkDocs’', '!!! clinician\n    SECRET\n\nAll.', '1:1', 'fence-malformed'],
  ['a component', '<Only for="clinician">\n\nSECRET\n\n</Only>', '1:1', 'fence-malformed'],
  ['an HTML attribute', '<div for="clinician">SECRET</div>', '1:1', 'raw-html'],
]

describe.each(['\n', '\r\n', '\r'])('with lines that end in %j', newline => {
  test.each(mistyped)('%s', (_, source, place, rule) => {
    const document = compile(source.replaceAll('\n', newline))
    const found = document.messages.map(({line, column, ruleId}) => `${line}:${column} ${ruleId}`)
    expect(found).toContain(`${place} ${rule}`)
    for (const {fatal, note} of document.messages)
      expect({fatal, note}).toMatchObject({fatal: true, note: /\w/})
    for (const audience of document.audiences) {
      for (const format of formatNames) {
        expect(render(document, {audience, format, page: true}).value).toBe('')
        expect(render(document, {audience, format, page: true, draft: true}).value).not.toContain('SECRET')
      }
    }
  })
})

/** Sound, however odd they look. */
test.each([
  ':::clinician\nText.\n::::\n\nAll.',
  '  :::clinician\n  Text.\n  :::',
  '- item\n\n  :::clinician\n  Text.\n  :::\n- b',
  '1. item\n\n   > :::clinician\n   > Text.\n   > :::\n\n   after',
  '> - item\n>\n>   ::::variants\n>   :::clinician\n>   A\n>   :::\n>   :::otherwise\n>   B\n>   :::\n>   ::::\n>\n> after',
  'Text\n:::clinician\nText.\n:::\nAll.',
  ':::clinician\n- a\n\n  b\n:::',
  ':::note[A: b]{#c}\nText.\n:::',
  '```\n:::\n```',
  '````markdown\n:::clinician\n```js\n:::\n```\n:::\n````',
  'A `:only [x]{for=y}` and `{% if a %}` and `{for=x}` in code.',
  'The clinician:patient ratio [1:5], the :patient as such, 3:00, {a}, {{b}}, a[1]{2}.',
  'Use \\:only[x] and \\{for=x\\} as text.',
  'A set {x : for x = 1} is no attribute list {1, 2}.',
  '!!! Look',
  '# A #ifdef of sorts',
])('%j raises nothing', source => {
  const {messages} = compile(source)
  expect(messages.map(String)).toEqual([])
})

test.each(specExamples)('the examples of %s raise nothing about fences', (_, examples) => {
  for (const markdown of examples) {
    const found = compile(markdown).messages.filter(({ruleId = ''}) =>
      /^(?:fence|condition|marker|directive)-/.test(ruleId),
    )
    expect(found.map(String), markdown).toEqual([])
  }
})
