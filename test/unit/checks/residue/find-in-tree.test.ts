import {expect, test} from 'vitest'
import {compile} from '../../../../src/index.ts'

test('a bracket that a formatter escaped is found right behind a word as well', () => {
  const {messages} = compile('Paracetamol:only\\[ (acetaminophen)]{for=patient} 500 mg.')
  expect(messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([
    ['markup-residue', 1, 12],
  ])
})

/** Marks that cut attributes off from the label before them. */
test.each([
  ['[^n]\n\n[^n]: ~~:say[A]~~{patient="SECRET"} b', 'markup-residue', 3, 9],
  ['a *:say[A]*{patient="SECRET"} b', 'markup-residue', 1, 4],
  ['**:say[A]**{patient="SECRET"}', 'markup-residue', 1, 3],
  ['[:say[A]](u){patient="SECRET"}', 'markup-residue', 1, 2],
  ['[:say[A]][u]{patient="SECRET"}\n\n[u]: v', 'markup-residue', 1, 2],
  [':say[A]**{patient="SECRET"}**', 'markup-residue', 1, 1],
  ['`:say[A]`{patient="SECRET"}', 'fence-malformed', 1, 10],
  ['![a](i.png){title="a" patient="SECRET"}', 'fence-malformed', 1, 12],
  [':say[A]p{atient="SECRET"}', 'markup-residue', 1, 1],
  [':clinician[A]r{egion="SECRET"}', 'markup-residue', 1, 1],
  ['a :sa“y{cl“inician="SECRET"} b', 'fence-malformed', 1, 3],
  ['a :say[A] b', 'directive-attribute-invalid', 1, 3],
])('attributes that no directive has are found in %j', (source, rule, line, column) => {
  const {messages} = compile(source)
  expect(messages.filter(({fatal}) => fatal).map(({ruleId, ...at}) => [ruleId, at.line, at.column])).toEqual([
    [rule, line, column],
  ])
})

/** A backtick is missing, or is one too many: code and text change places. */
test.each([
  ['`a :only[SECRET]{for="clinician"} `b`', 1, 1],
  ['``a` :only[SECRET]{for="clinician"} `b`', 1, 4],
  ['a\n\n> b :only[`c :only[SECRET]{for=clinician} `d` e]{not=student}', 3, 11],
  ['| `a :only[SECRET]{for=clinician} `b` |\n| - |\n| c |', 1, 3],
  ['`a :say[`SECRET` b]{patient="c"} d`', 1, 1],
  ['a` b :only[`SECRET` c]{for=clinician}`', 1, 2],
  ['[a `b :only{`](u) SECRET', 1, 4],
  ['`a` `b]{for=clinician}`', 1, 5],
])('code that swallows a condition is found in %j', (source, line, column) => {
  const {messages} = compile(source)
  expect(messages.map(message => [message.ruleId, message.line, message.column])).toEqual([
    ['markup-residue', line, column],
  ])
})

test.each([
  'Write `:only[` before it and `]{for=clinician}` behind it.',
  'Write `Given :only[a [b](c)]{for=clinician}.` or `:::clinician`, `:only{for=clinician}`.',
  'A backtick (\\`) begins code: `:only[a]{for=clinician}`.',
  'A backtick (`` ` ``) begins code: `:only[a]{for=clinician}`.',
  'A ` is left over: `a[1] = {b: 2}`.',
  '`a` is code, `b[1]` as well.\n\nA ` is left over.\n\n`b :only[a]{for=clinician}`',
])('the code of %j is literal', source => {
  expect(compile(source).messages).toEqual([])
})

/** The table has a column for some readers. */
test.each([
  ['     | 3 | SECRET |', 4, 6],
  ['> | 3 | SECRET |', 4, 3],
  ['- | 3 | SECRET |', 4, 3],
  ['# | 3 | SECRET |', 4, 3],
  ['> 3 | SECRET', 4, 3],
  ['\n| 3 | SECRET |', 5, 1],
  ['\n> | 3 | SECRET |\n> | 4 | SECRET |', 5, 3],
])('%j below a table is found not to be its row', (below, line, column) => {
  const {messages} = compile(`| a | :only{for=clinician} b |\n| - | - |\n| 1 | 2 |\n${below}`)
  expect(messages.map(message => [message.ruleId, message.line, message.column])).toEqual([
    ['table-cell-extra', line, column],
  ])
})

test.each([
  '\nText a | b.',
  '\n> Text',
  '- Text a | b.',
  '> Text',
  '\n| 3 | 4 |\n| - | - |\n| 5 | 6 |',
  '\n> | 3 | 4 |\n> | - | - |',
  '',
])('%j may stand below a table', below => {
  expect(compile(`| a | :only{for=clinician} b |\n| - | - |\n| 1 | 2 |\n${below}`).messages).toEqual([])
})

test('a row may stand below a table for everyone', () => {
  expect(compile('| a |\n| - |\n| 1 |\n\n| 2 |').messages).toEqual([])
})

/** Code that a slip can make: blanks before its line, no end, an end that is too short. */
test.each([
  ['\t:onLy{for="clinician"} SECRET', 1, 1],
  ['    :clinician*[SECRET]', 1, 1],
  ['a\n\n    :::Clinician\n    SECRET', 3, 1],
  ['    a [b]{for="clinician"}', 1, 1],
  ['```\nq\n``\n\n:say:[A]{clinician="SECRET"}', 1, 1],
  ['> ~~~\n> :say:[A]{clinician="SECRET"}', 1, 3],
  ['```markdown\nq\n\n:only[SECRET]{for=clinician}', 1, 1],
])('a slip of a condition is found in the code of %j', (source, line, column) => {
  const {messages} = compile(source)
  expect(messages.map(message => [message.ruleId, message.line, message.column])).toEqual([
    ['directive-misplaced', line, column],
  ])
})

test.each([
  '```\n:onLy{for="clinician"} text\n```',
  '> ~~~~\n> :clinician*[text]\n> ~~~~~',
  '- ```markdown\n  :only[text]{for=clinician}\n  ```\n- b',
  '    params[:clinician]\n    ::Clinician.find {clinician}\n    const {clinician = 1} = say',
  '```\nno end, for a clinician',
])('the code of %j is text', source => {
  expect(compile(source).messages).toEqual([])
})
