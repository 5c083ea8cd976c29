import {expect, test} from 'vitest'
import {compile, render} from '../../../../src/index.ts'

type Found = readonly [rule: string | undefined, line: number | undefined, column: number | undefined]

/** The rules and places of all messages, and where the first ends. */
function found(source: string): readonly (Found | readonly [...Found, number, number])[] {
  return compile(source, {config: {rawHtml: true}}).messages.map(({ruleId, place}) => {
    const {start, end} = place !== undefined && 'start' in place ? place : {start: place, end: place}
    return [ruleId, start?.line, start?.column, end?.line ?? 0, end?.column ?? 0]
  })
}

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
  ['| a | b :“saay[c]{n“urse="SECRET"} |\n| - | - |', 'fence-malformed', 1, 9],
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
  ['\n| 3 | SECRET', 5, 1],
  ['\n| 3 | SECRET |\nx | - |', 5, 1],
  ['\n| 3 | SECRET |\n| - | x', 5, 1],
])('%j below a table is found not to be its row', (below, line, column) => {
  const end = below.split('\n').find(row => row.includes('SECRET'))?.length ?? 0
  expect(found(`| a | :only{for=clinician} b |\n| - | - |\n| 1 | 2 |\n${below}`)).toEqual([
    ['table-cell-extra', line, column, line, end + 1],
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

test.each([
  '| a |\n| - |\n| 1 |\n\n| 2 |',
  '---\nvars: {b: c}\n---\n| a :var[b] `c` |\n| - |\n| 1 |\n\n| 2 |',
])('a row may stand below a table for everyone: %j', source => {
  expect(compile(source).messages).toEqual([])
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

/** Strings that are no text of a block: each is reported at its node. */
test.each([
  ['```js {clinician}\na\n```', 1, 1, 3, 4],
  ['```{.clinician}\na\n```', 1, 1, 3, 4],
  ['```x clinician{a}\nb\n```', 1, 1, 3, 4],
  ['*{clinician}*', 1, 2, 1, 12],
  ['*a :::clinician*', 1, 4, 1, 16],
  ['**:::clinician** a', 1, 3, 1, 15],
  ['| :::clinician |\n| - |\n| a |', 1, 3, 1, 15],
  ['![{clinician}](i.png)', 1, 1, 1, 22],
  ['![a](i.png "{clinician}")', 1, 1, 1, 26],
  ['[a]: u "{clinician}"\n\n[a]', 1, 1, 1, 21],
  ['[a]: u/{clinician}\n\n[a]', 1, 1, 1, 19],
  ['[a](u/%3A%3Aclinician[b])', 1, 1, 1, 26],
  ['[a](u/::clinician%zz)', 1, 1, 1, 22],
  ['[b](https://e.org/::clinician)', 1, 1, 1, 31],
  ['a ```{.clinician} b```', 1, 3, 1, 23],
  ['a ```clinician b```', 1, 3, 1, 20],
  ['a ```{ .clinician } b```', 1, 3, 1, 25],
  ['a ````  {clinician x} b````', 1, 3, 1, 28],
  ['a ```clinician\u00a0b c``` d', 1, 3, 1, 22],
  ['a <when> b', 1, 3, 1, 9],
  ['a ``b`` ```clinician c```', 1, 9, 1, 26],
  ['# {clinician} {#b}', 1, 3, 1, 13],
  [':clinician[a `b\nc` `d] e]', 1, 12, 2, 6],
  ['<!-- if clinician -->', 1, 1, 1, 22],
  ['https://e.org/::clinician[b]', 1, 15, 1, 26],
  ['<https://e.org/::clinician>', 1, 16, 1, 27],
  ['# a {#clinician} b', 1, 5, 1, 16],
  ['# a {clinician}', 1, 5, 1, 15],
  ['a {#clinician}', 1, 3, 1, 14],
  ['| {clinician} |\n| - |\n| a |', 1, 3, 1, 13],
  [':only[a {patient}]{for=clinician}', 1, 9, 1, 17],
  ['a *:::* **clinician** b', 1, 4, 1, 20],
  ['[^a]\n\n[^a]: b {clinician}', 3, 9, 3, 19],
  ['- a\n  > b {clinician}', 2, 7, 2, 17],
  ['a **:::clinician** b', 1, 5, 1, 17],
  [':::note[clinician]\na\n:::', 1, 9, 1, 18],
  [':::note[ clinician ]\na\n:::', 1, 9, 1, 20],
  [':::note{#clinician}\na\n:::', 1, 9, 1, 19],
  [':clinician[a `]` b]', 1, 12, 1, 15],
  [':clinician[a <b c="]"> d]', 1, 12, 1, 20],
  [':clinician[a <b] c]', 1, 12, 1, 16],
  [':clinician[a [b](c]) d]', 1, 12, 1, 19],
  [':clinician[a [b](cd]) e]', 1, 12, 1, 20],
  [':clinician[a `b` ``c]`` d]', 1, 12, 1, 21],
  ['a&amp; &#123;b} &lt; {clinician}', 1, 22, 1, 32],
  ['a :clinician\\{b', 1, 3, 1, 14],
  ['a\\* b  \n> c\\{ {clinician}', 2, 7, 2, 17],
  ['> a\n> &auml;&#x1F600; {clinician}', 2, 19, 2, 29],
])('residue of %j has its place', (source, ...place) => {
  expect(found(source)).toEqual([['markup-residue', ...place]])
})

test.each([
  ['[a](u "x :only[b]{for=clinician}")', 1, 1, 1, 35],
  ['[a](u ":only[b]{for=clinician}")', 1, 1, 1, 33],
  ['[a](u/:only[b]{for=clinician})', 1, 1, 1, 31],
])('a directive in an address or title of %j is misplaced', (source, ...place) => {
  expect(found(source)).toEqual([['directive-misplaced', ...place]])
})

test.each([
  '[a](u/clinician "for a patient")',
  '[a](u?role=clinician)',
  '[a](u?role=:clinician)',
  'a ``clinician b``',
  'a ```js clinician``` b',
  'a ```clinicians``` b',
  'a ```{clinician_ b} c```',
  '![:only[a]{for=clinician}](i.png)',
  ':clinician[a `b`] c]',
  ':clinician[a \\`] c]',
  ':clinician[a `] c\n\nb]',
  ':clinician[a `] c',
  ':clinician[a ``b`c``] d]',
  ':clinician[a `b\nc`] d]',
  ':clinician[a `b`c`d` <br> (e)] f]',
  ':clinician[a \\\\`] c',
  ':clinician[a `] c\n \t\nb]',
  '# a {#clinician}',
  'a ``b ```clinician``` c`` d',
  'a\\:b \\:clinician{} c',
  '*a* \\*b',
  ':clinician[a < b] c]',
  ':clinician[a [b] c] d]',
  ':clinician[a [b](c) d] e]',
  ':::note[clinicians]\na\n:::',
  ':::note[a]{#b}\na\n:::',
  ':::safety{#clinician}\na\n:::',
  '# a {#clinician}',
  'a \\:clinician{} b',
  'a \\:clinician{}b',
  '\\:cite{a=b} a',
  'b\\[c] a clinician\\[d]',
])('%j is no residue', source => {
  expect(found(source)).toEqual([])
})

/** What a formatter may have made of a fence or a marker. */
test.each([
  ['\\:::clinician\nb\n\\:::', [[1, 1, 1, 14]]],
  [
    '**:::clinician**\n\nb\n\n**:::**',
    [
      [1, 3, 1, 15],
      [5, 3, 5, 6],
    ],
  ],
  ['_:::clinician_', [[1, 2, 1, 14]]],
  ['\\:clinician{} a', [[1, 1, 1, 14]]],
  ['(\\:clinician{} a', [[1, 1, 1, 15]]],
  ['\\:clinician{x=1} a', [[1, 1, 1, 17]]],
  ['\\:clinician{} b{} a', [[1, 1, 1, 14]]],
  ['a \\:clinician{}', [[1, 3, 1, 16]]],
  ['a \\:clinician{x=1}', [[1, 3, 1, 19]]],
  ['a \\:b{} \\:clinician{}', [[1, 9, 1, 22]]],
  ['a \\:clinician{}\u00a0', [[1, 3, 1, 16]]],
  ['\u00a0\\:::clinician', [[1, 2, 1, 15]]],
  ['\\::: a', [[1, 1, 1, 7]]],
  ['&#58;::clinician', [[1, 1, 1, 17]]],
  ['# \\:::clinician', [[1, 3, 1, 16]]],
  ['a\n\\:::clinician', [[2, 1, 2, 14]]],
])('an escape in %j is a warning', (source, places) => {
  expect(found(source)).toEqual(places.map(place => ['fence-escaped', ...place]))
})

test.each([
  ['{{#clinician}}\n\na\n\n{{/clinician}}', [[1, 1, 1, 13]]],
  ['<!-- if clinician -->\na\n\n<!-- /clinician -->', [[1, 1, 1, 22]]],
  [
    '<clinician>\n\na\n\n</clinician>\n\n{clinician}',
    [
      [1, 1, 1, 12],
      [7, 1, 7, 11],
    ],
  ],
  ['a {/clinician}\n\n{{/clinician}}', [[1, 3, 1, 14]]],
])('what closes in %j is the same mistake as what opened', (source, places) => {
  expect(found(source)).toEqual(places.map(place => ['markup-residue', ...place]))
})

/** Attributes of each kind of directive, which other rules report as well. */
test.each([
  [':only[a]{for=clinician x="{patient}"}', 1, 24, 1, 37],
  ['::toc{x="{patient}"}', 1, 7, 1, 20],
  [':::note{x="{patient}"}\na\n:::', 1, 9, 1, 22],
])('residue in the attributes of %j has its place', (source, ...place) => {
  expect(found(source)[0]).toEqual(['markup-residue', ...place])
})

test.each([
  [
    '`a :only[x]{for=clinician} `b`',
    'A backtick is left over in this block, so this code may begin or end at the',
  ],
  [
    '`a :only[`',
    'This code begins or ends in the middle of a condition: a backtick is missing, or is one too',
  ],
  ['a \\:clinician{} ', '`:clinician{}` is text here, since it is escaped or emphasized; a formatter may'],
  ['**:::clinician**', '`:::clinician` is text here, since it is escaped or emphasized; a formatter may'],
  [
    'a ```clinician b```',
    'A code block is for every reader: write `:::clinician` for a block that is for some',
  ],
  [
    'a ```{.clinician b}```',
    'A code block is for every reader: write `:::clinician` for a block that is for some',
  ],
  ['[a](u/:only[b]{for=clinician})', 'A directive does not work inside a URL'],
  [
    ':clinician[a `]` b]',
    'The text of `:clinician[…]` ends at its first `]`, also within code, a tag or a link: put a',
  ],
  [
    'a :say[A] b',
    'holds no wording of an audience: put one directly behind it, as in `:say[…]{clinician="…"}`',
  ],
  [
    '| :clinician{} a |\n| - |\n| b |\n\n| c |',
    'This line is no row of the table above it, which has columns for some readers: begin it like',
  ],
  [
    ':::note[clinician]\na\n:::',
    '`:::note` is for every reader: put it into `:::only{for=…}` if it is for some',
  ],
])('what is wrong in %j is explained', (source, detail) => {
  expect(compile(source, {config: {}}).messages[0]?.message).toContain(detail)
})

test('a draft leaves out what stands behind residue', () => {
  const document = compile('KEPT\n\n# A\n\na {clinician} SECRET\n\nTOO', {config: {}})
  const {value} = render(document, {audience: 'patient', format: 'text', draft: true})
  expect(['KEPT', 'SECRET', 'TOO'].filter(word => value.includes(word))).toEqual(['KEPT'])
})

test('a draft keeps what stands behind an escape', () => {
  const document = compile('\\:::clinician\n\nKEPT', {config: {}})
  expect(render(document, {audience: 'patient', format: 'text', draft: true}).value).toContain('KEPT')
})

test('residue in an included file is reported there, also on a line where the page has an error', () => {
  const {messages} = compile('::include{file="a.md"} {patient}\n\n::include{file="a.md"}', {
    config: {},
    path: 'page.md',
    read: () => 'b {clinician}',
  })
  expect(messages.map(({ruleId, file, line, column}) => [ruleId, file, line, column])).toContainEqual([
    'markup-residue',
    'a.md',
    1,
    3,
  ])
})

test.each([
  ['::: {.clinician}\n\na\n\n{/clinician}', 'fence-malformed'],
  [':::only{for=clinician}\n\na\n\n{/clinician}', 'fence-unclosed'],
])('what closes in %j is the same mistake as a fence with an error', (source, rule) => {
  expect(found(source).map(([ruleId, line]) => [ruleId, line])).toEqual([[rule, 1]])
})

test.each([
  ['{clinician}', 'a :say[A] b', 'directive-attribute-invalid'],
  ['::: {.clinician}', 'a ```clinician b```', 'markup-residue'],
  ['::: {.clinician}', '\\:::clinician', 'fence-escaped'],
])('another mistake below %j is another message: %j', (first, second, rule) => {
  expect(found(`${first}\n\n${second}`).map(([ruleId, line]) => [ruleId, line])).toContainEqual([rule, 3])
})

test('an attribute other than the id of a call-out names no readers', () => {
  expect(found(':::note{x=clinician}\na\n:::').map(([rule]) => rule)).toEqual(['directive-attribute-invalid'])
})

test('residue is reported on a line with another warning, and beside one elsewhere', () => {
  const front = '---\nextra: {clinician: a}\n---\n'
  expect(found(`${front}SECRET {/clinician}`).map(([rule]) => rule)).toEqual([
    'markup-residue',
    'extra-by-audience',
  ])
})

test('a line with an error gets no second message', () => {
  expect(found('a\n\n::: {.clinician}\nb\n:::').map(([rule, line]) => [rule, line])).toEqual([
    ['fence-malformed', 3],
  ])
})
