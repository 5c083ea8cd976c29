import fc from 'fast-check'
import {expect, test} from 'vitest'
import {check, compile, type Message} from '../../../../src/index.ts'
import {audiences, page, write} from '../../../support/generate.ts'
import {compiled, numRuns, outputsFor, timeout} from '../../../support/outputs.ts'

const accounting = ['text-unreached', 'footnote-uncalled']

/** What the account says of a page: rule, line and column. */
const said = (messages: readonly Message[]): readonly string[] =>
  messages
    .filter(({ruleId}) => accounting.includes(ruleId ?? ''))
    .map(({ruleId, line, column, file}) => `${ruleId} ${file ?? ''} ${line}:${column}`)

const files = new Map([
  ['note.md', 'Shared.[^a]\n\n[^a]: A note.\n\n[^b]: Nothing calls it.\n'],
  ['others.md', ':::student\nFor students.[^a]\n:::\n\n:say[all]{student="students"}\n\n[^a]: A note.\n'],
  ['lost.md', ':xref[lost]{to=nowhere missing=drop}\n'],
  ['heading.md', 'A.\n\nB.\n\n## Got :xref[lost]{to=nowhere missing=drop}\n\nText.\n'],
])
const read = (path: string): Uint8Array | undefined => {
  const text = files.get(path)
  return text === undefined ? undefined : new TextEncoder().encode(text)
}

const front = '---\naudiences: [clinician, patient]\n---\n\n'

test.each([
  ['a note that nothing calls', 'Give.[^a]\n\n[^a]: A.\n\n[^b]: B.\n', ['footnote-uncalled  9:1']],
  ['the second note of a name', 'Give.[^a]\n\n[^a]: A.\n\n[^a]: B.\n', ['footnote-uncalled  9:1']],
  [
    'a note that only such a note calls goes with it',
    'Text.\n\n[^a]: A.\n\n[^b]: B.[^a]\n',
    ['footnote-uncalled  9:1'],
  ],
  ['of notes in a circle the first', 'Text.\n\n[^a]: A.[^b]\n\n[^b]: B.[^a]\n', ['footnote-uncalled  7:1']],
  ['a note that calls itself', 'Text.\n\n[^a]: A.[^a]\n', ['footnote-uncalled  7:1']],
  ['a note that some readers call', 'T :only[x[^a]]{for=clinician}.\n\n[^a]: A.\n', []],
  ['a note that a note calls', 'T.[^a]\n\n[^a]: A.[^b]\n\n[^b]: B.\n', []],
  ['a note in a file', '::include{file="note.md"}\n', ['footnote-uncalled note.md 5:1']],
  ['text of a file for readers of other pages', '::include{file="others.md"}\n', []],
  ['text of a file that is lost', 'T\n\n::include{file="lost.md"}\n', ['text-unreached lost.md 1:7']],
  [
    'a heading of a file, in the line of an orphaned one of the page',
    '## Orphan\n\n:::only{for=patient}\nT\n:::\n\n## Next\n\n::include{file="heading.md"}\n',
    ['text-unreached heading.md 5:14'],
  ],
  ['a link that is dropped for all', 'T :xref[lost]{to=no missing=drop}\n', ['text-unreached  5:9']],
  [
    'a link that is dropped for some',
    'T :xref[x]{to=a missing=drop}\n\n:::only{for=clinician #a}\nT\n:::\n',
    [],
  ],
  [
    'the title of a call-out without text',
    ':::::note[Title]\n::::variants\n:::clinician{omit="a"}\n:::\n:::patient{omit="b"}\n:::\n::::\n:::::\n',
    ['text-unreached  5:11'],
  ],
  [
    'wordings that are left out on purpose',
    '::::variants\n:::clinician{omit="a"}\n:::\n:::patient\nT\n:::\n::::\n<!-- T -->\n',
    [],
  ],
  ['the title of a link within the page', '[x](#a "Title")\n\n## A\n\nT\n', ['text-unreached  5:1']],
  ['the title of any other link', '[x](https://example.com/ "Title") [y](/z "Title")\n', []],
  ['a definition that nothing uses', '[x]: https://example.com/ "Title"\n\n[//]: # (comment)\n\nT\n', []],
  [
    'what is syntax',
    '> [!NOTE]\n> **x**\n\n## *A* {#a}\n\n| a |\n| - |\n| b | c |\n\n![x :only[y]{for=patient}](z.png)\n',
    [],
  ],
])('%s', (_, body, expected) => {
  expect(
    said(check(compile(front + body, {path: 'page.md', read})).messages).map(line =>
      line.replace('page.md', ''),
    ),
  ).toEqual(expected)
})

test('a wording of the front matter for readers that the page does not serve', () => {
  const source = '---\naudiences: [clinician]\ntitle: {default: A, clinician: B, patient: C}\n---\n\nText.\n'
  expect(said(check(compile(source)).messages)).toEqual(['text-unreached  3:44'])
})

/** Tokens of a generated page that stand in a line of a file, each with its column. */
const tokensIn = (line: string): readonly {token: string; column: number}[] =>
  [...line.matchAll(/q\d+x/g)].map(({0: token, index}) => ({token, column: index + 1}))

test('of generated pages each text reaches a reader, or a message says that it does not', {timeout}, () => {
  fc.assert(
    fc.property(page, given => {
      const written = write(given)
      const document = compiled(written)
      const {messages} = check(document)
      // JSON holds messages, too
      const all = audiences.flatMap(audience => outputsFor(document, audience).slice(0, 3))
      const isGot = (token: string): boolean => all.some(output => output.includes(token))
      for (const [file, text] of [['page.md', written.source], ...written.files] as const) {
        const lines = text.split('\n')
        const end = file === 'page.md' ? lines.indexOf('---', 1) : -1
        for (const [at, line] of lines.entries()) {
          const here = messages.filter(
            message => (message.file ?? 'page.md') === file && message.line === at + 1,
          )
          for (const {token, column} of at <= end ? [] : tokensIn(line)) {
            const named = here.filter(
              ({ruleId, place}) =>
                accounting.includes(ruleId ?? '') &&
                place !== undefined &&
                'start' in place &&
                place.start.column <= column &&
                (place.end.line > place.start.line || place.end.column >= column),
            )
            if (isGot(token)) expect(named.map(String), `${token}\n${written.source}`).toEqual([])
            // One message a block is enough; a note goes with the one that calls it.
            else if (!/^\[\^n\d\]:/.test(line)) expect(here.map(String), `${token}\n${text}`).not.toEqual([])
          }
          const [definition, name] = /^\[\^(n\d)\]:/.exec(line) ?? []
          if (definition === undefined || written.source.split(`[^${name}]`).length > 2) continue
          expect(
            here.map(({ruleId}) => ruleId),
            written.source,
          ).toContain('footnote-uncalled')
        }
      }
    }),
    {numRuns: numRuns / 5},
  )
})
