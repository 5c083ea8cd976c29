import {expect, test} from 'vitest'
import {lintFences} from '../../../src/core/1-parse/fences/lint-fences.ts'
import {Reporter} from '../../../src/core/messages/reporter.ts'

const names = new Set(['only', 'clinician', 'patient', 'note', 'variants', 'when', 'otherwise'])

function lint(source: string): {found: string[]; doubts: string[]} {
  const {report, messages} = new Reporter({rules: new Map()}, undefined)
  const doubts = lintFences(source, {names, containers: names, report})
  return {
    found: messages.map(({line, column, ruleId, reason}) => `${line}:${column} ${ruleId} ${reason}`),
    doubts: doubts.map(({start, end}) => `${start.line}-${end.line}`),
  }
}

test.each([
  {
    source: ':::clinician\ntext',
    found: [
      '1:1 fence-unclosed `:::clinician` is not closed at the end of the file: write `:::` on a line of its own',
    ],
    doubts: ['1-2'],
  },
  {
    source: 'text\n\n:::\n',
    found: ['3:1 fence-stray `:::` closes nothing: no container is open here'],
    doubts: ['3-3'],
  },
  {
    source: '::::only{for=patient}\ntext\n:::\n::::',
    found: ['3:1 fence-stray `:::` closes nothing: the container of line 1 needs `::::`'],
    doubts: ['1-4'],
  },
  {
    source: ':::variants\n:::when{for=patient}\ntext\n:::\n:::\nafter',
    found: [
      '1:1 fence-too-short `:::variants` holds `:::when` in line 2: open and close it with at least `::::`',
    ],
    doubts: ['1-5'],
  },
  {
    source: '::::variants\n:::patient\na\n:::\n\nb\n\n::::variants\n:::patient\nc\n:::\n::::\n',
    found: [
      '1:1 fence-unclosed `::::variants` is not closed before line 8, where `::::variants` opens: write `::::` on a line of its own, or, if it holds that one, open and close it with at least `:::::`',
    ],
    doubts: ['1-12'],
  },
  {
    source: ':::note\n:::clinician\ntext\n:::\n',
    found: [
      '1:1 fence-unclosed `:::note` is not closed before line 2, where `:::clinician` opens: write `:::` on a line of its own, or, if it holds that one, open and close it with at least `::::`',
    ],
    doubts: ['1-4'],
  },
  {
    source: '::: clinician\ntext\n:::\nafter',
    found: [
      '1:1 fence-malformed A blank stands between `:::` and `clinician`: write `:::clinician`, and nothing behind `:::` to close',
    ],
    doubts: ['1-3'],
  },
  {
    source: '::: {.clinician}\ntext\n:::',
    found: ['1:1 fence-malformed `::: {…}` is another tool’s spelling: write `:::name{…}` without a blank'],
    doubts: ['1-3'],
  },
  {
    source: ':::{for=clinician}\ntext\n:::',
    found: ['1:1 fence-malformed `:::{…}` has no name: write `:::only{…}`'],
    doubts: ['1-3'],
  },
  {
    source: ':::only {for=clinician}\ntext\n:::',
    found: ['1:1 fence-malformed A blank stands before `{`: write `:::only{for=clinician}` without it'],
    doubts: ['1-3'],
  },
  {
    source: ':::note [Title]\ntext\n:::',
    found: ['1:1 fence-malformed A blank stands before `[`: write `:::note[…]` without it'],
    doubts: ['1-3'],
  },
  {
    source: ':::note[Title\ntext\n:::',
    found: ['1:1 fence-malformed The `[` after `:::note` does not close on its line'],
    doubts: ['1-3'],
  },
  {
    source: ':::only{for="clinician}\ntext\n:::',
    found: [
      '1:1 fence-malformed The attribute list of `:::only` does not close on its line, or holds a quote that does not',
    ],
    doubts: ['1-3'],
  },
  {
    source: ':::clinician secret\ntext\n:::',
    found: ['1:1 fence-malformed Text stands behind `:::clinician`: put it on a line of its own'],
    doubts: ['1-3'],
  },
  {
    source: ':::clinician\ntext\n::: end\nafter',
    found: [
      '3:1 fence-malformed A blank stands between `:::` and `end`: write `:::end`, and nothing behind `:::` to close',
    ],
    doubts: ['1-3'],
  },
  {
    source: ':::clinician\n```\n:::\n```\ntext\n:::',
    found: [
      '3:1 fence-malformed This line inside a code block closes the container of line 1: open that one with `::::`',
    ],
    doubts: ['1-6'],
  },
  {
    source: '- :::note\n  text\n\nafter',
    found: [
      '1:3 fence-unclosed `:::note` is not closed where the quote or list item around it ends: write `:::` on a line of its own',
    ],
    doubts: ['1-2'],
  },
  {
    source: '> :::note\n> text\n\nafter',
    found: [
      '1:3 fence-unclosed `:::note` is not closed where the quote or list item around it ends: write `:::` on a line of its own',
    ],
    doubts: ['1-2'],
  },
  {
    source: '::::variants\n:::when{for=patient}\ntext\n::::',
    found: ['2:1 fence-unclosed `:::when` is not closed before line 4: write `:::` on a line of its own'],
    doubts: ['2-3', '1-4'],
  },
])('finds the fault in $source', ({source, found, doubts}) => {
  expect(lint(source)).toEqual({found, doubts})
  expect(lint(source.replaceAll('\n', '\r\n'))).toEqual({found, doubts})
})

test.each([
  ':::clinician\ntext\n:::',
  ':::only{for="clinician patient" #dose}\ntext\n:::',
  ':::note[A *title* [x]]{#n}\ntext\n:::',
  '::::variants{#dose}\n:::when{for=clinician omit="a } b"}\n:::\n:::otherwise\nx\n:::\n::::',
  '- :::note\n  text\n  :::\n- next',
  '> :::note\n> text\n> :::\n\nafter',
  '   :::note\ntext\n:::',
  '```markdown\n:::clinician\ntext\n```',
  '~~~\n:::\n~~~',
  '::::note\n```\n:::\n```\n::::',
  '    :::code\n',
  '---\ntitle: |\n  :::\n---\ntext',
  '<!--\n:::\n-->',
  'a ::: b\n\n::1\n\n`:::`',
  ':::note\n:::\n\n:::note\n:::',
])('raises nothing for %j', source => {
  expect(lint(source)).toEqual({found: [], doubts: []})
})
