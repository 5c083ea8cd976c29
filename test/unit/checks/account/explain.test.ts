import fc from 'fast-check'
import {expect, test} from 'vitest'
import {compile, type Explanation, explainVariant, render} from '../../../../src/index.ts'
import {byEffort} from '../../../support/effort.ts'
import {audiences, config, page, write} from '../../../support/generate.ts'

const source = `Before.

:::clinician
Clinicians.
:::

::::variants{#dose}
:::when{for=clinician}
840 mg
:::
:::patient{omit="told by the nurse"}
:::
::::

## Emptied

:::clinician
Text.
:::

## Next

Say :say[tired]{clinician="asthenia"}.[^n]

| a | :only{for=patient} b |
| --- | --- |
| c | d |

[^n]: A note.
[^m]: Another.
`

test.each([
  [
    'patient',
    [
      'in 1:1 paragraph always',
      'out 3:1 fragment condition',
      'out 4:1 paragraph condition',
      'out 8:1 branch branch',
      'out 9:1 paragraph branch',
      'out 11:1 branch omit',
      'out 15:1 heading heading-orphaned',
      'out 17:1 fragment condition',
      'out 18:1 paragraph condition',
      'in 21:1 heading always',
      'in 23:1 paragraph always',
      'out 23:28 branch branch',
      'in 23:10 branch branch',
      'in 25:1 tableRow always',
      'in 27:1 tableRow always',
      'in 29:7 paragraph always',
      'out 30:1 footnoteDefinition uncalled',
      'out 30:7 paragraph uncalled',
    ],
  ],
  [
    'student',
    [
      'in 1:1 paragraph always',
      'out 3:1 fragment condition',
      'out 4:1 paragraph condition',
      'in 8:1 branch branch fallback clinician',
      'in 9:1 paragraph branch fallback clinician',
      'out 11:1 branch branch',
      'out 15:1 heading heading-orphaned',
      'out 17:1 fragment condition',
      'out 18:1 paragraph condition',
      'in 21:1 heading always',
      'in 23:1 paragraph always',
      'in 23:28 branch branch fallback clinician',
      'out 23:10 branch branch',
      'in 25:1 tableRow always',
      'out 25:5 tableCell condition',
      'in 27:1 tableRow always',
      'out 27:5 tableCell condition',
      'in 29:7 paragraph always',
      'out 30:1 footnoteDefinition uncalled',
      'out 30:7 paragraph uncalled',
    ],
  ],
])('the account for %s', (audience, expected) => {
  const accounts = explainVariant(compile(source), {audience})
  const lines = accounts.map(({status, line, column, type, rule, fallback}) =>
    [status, `${line}:${column}`, type, rule, ...(fallback === undefined ? [] : ['fallback', fallback])].join(
      ' ',
    ),
  )
  expect(lines).toEqual(expected)
})

test('an entry says what decided and where', () => {
  const [, fragment, paragraph] = explainVariant(compile(source), {audience: 'patient'})
  expect(fragment).toMatchObject({excerpt: 'Clinicians.', detail: 'for `clinician`', line: 3, endLine: 5})
  expect(paragraph).toMatchObject({decidedBy: {line: 3, column: 1}})
})

test('a citation in an excerpt is its keys', () => {
  const references = ['a', 'b'].map(id => ({id, type: 'book', title: id}))
  const document = compile('Once :cite[a; b, p. 5] or more.\n', {references})
  const [paragraph] = explainVariant(document, {audience: 'patient'})
  expect(paragraph?.excerpt).toBe('Once [a; b] or more.')
})

/** The innermost part that a place stands in. */
function innermost(accounts: readonly Explanation[], file: string | undefined, line: number, column: number) {
  const before = (l: number, c: number, l2: number, c2: number): boolean => l < l2 || (l === l2 && c <= c2)
  return accounts
    .filter(account => account.file === file)
    .filter(
      account =>
        before(account.line, account.column, line, column) &&
        before(line, column, account.endLine, account.endColumn),
    )
    .at(-1)
}

test('every character of generated pages is accounted for, and the account is what the variant shows', () => {
  fc.assert(
    fc.property(page, given => {
      const written = write(given)
      const {source: text, files, references, leaves} = written
      const document = compile(text, {config, path: 'page.md', references, read: path => files.get(path)})
      const sources = new Map<string | undefined, string>([[undefined, text], ...files])
      for (const audience of audiences) {
        const accounts = explainVariant(document, {audience})
        const shown = render(document, {audience, format: 'text', width: 0}).value
        for (const {token} of leaves) {
          const [file, where] = [...sources].find(([, content]) => content.includes(token)) ?? []
          const offset = where?.indexOf(token) ?? -1
          const lines = where?.slice(0, offset).split('\n') ?? []
          const at = innermost(accounts, file, lines.length, (lines.at(-1)?.length ?? 0) + 1)
          // front matter, labels of groups and attributes: not parts of the body
          if (at === undefined) continue
          if (at.status === 'out')
            expect(shown.includes(token), `${token} for ${audience}\n${text}`).toBe(false)
        }
      }
    }),
    {numRuns: byEffort(50, 200, 2_000)},
  )
}, 600_000)

test('the branch of a parent is quoted once', () => {
  const config = {
    audiences: [
      {id: 'clinician', label: 'Clinician'},
      {id: 'nurse', label: 'Nurse', is: 'clinician'},
    ],
  }
  const document = compile('::::variants{#dose}\n:::clinician\n840 mg\n:::\n::::\n', {config})
  const details = explainVariant(document, {audience: 'nurse'}).map(({detail}) => detail)
  expect(details).toContain('the branch for `clinician`, which includes `nurse`')
})
