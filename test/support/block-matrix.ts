import {compile} from '../../src/index.ts'
import type {SamplePage} from './sample-pages.ts'

/** Blocks of every kind; `W` begins words that stand nowhere else. */
const blocks: Readonly<Record<string, string>> = {
  paragraph: 'W1 goes on\nW2 in a second line.',
  paragraphs: 'W1 goes on.\n\nW2 goes on.',
  list: '- W1\n- W2',
  'nested list': '- W1\n  - W2\n    - W3',
  'loose list': '- W1\n\n  W2\n\n- W3',
  'ordered list': '1. W1\n2. W2\n3. W3\n4. W4\n5. W5\n6. W6\n7. W7\n8. W8\n9. W9\n10. W10',
  'ordered list from 7': '7. W1\n8. W2\n9. W3\n10. W4',
  'task list': '- [ ] W1\n- [x] W2',
  table: '| W1 | W2 |\n| - | - |\n| W3 | W4 |',
  quote: '> W1 goes on\n> W2 in a second line.',
  alert: '> [!NOTE]\n> W1 goes on.',
  code: '```\nW1 = {W2}\n```',
  'indented code': '    W1 = 1\n    W2 = 2',
  comment: 'W1\n\n<!-- a comment -->',
  footnote: 'W1[^1] goes on.\n\n[^1]: W2 in a note.',
  heading: '## W1\n\nW2',
  'underlined heading': 'W1\n---\n\nW2',
  'thematic break': 'W1\n\n---\n\nW2',
  definition: '[W1] goes on.\n\n[W1]: https://example.org/W2',
  image: '![W1 stands here](https://example.org/W2.png)',
  container: '::::note[W1]\nW2 goes on.\n::::',
  group: ':::::variants\n::::student\nW1\n::::\n::::otherwise\nW2 \n::::\n:::::',
  include: '::include{file="part.md"}',
  inline: '- W1 :only[W2]{not="student"} and :say[W3]{student="W4 *W5* W6"}.\n- W7',
}

/** Where a block stands: in, behind, before or between containers. `B` is the block. */
const layouts: Readonly<Record<string, readonly string[]>> = {
  inside: ['::::::only{not=patient}', 'B', '::::::'],
  'inside, with text behind': ['::::::only{not=patient}', 'B', '::::::', 'Everybody must read this.'],
  'inside, with text before': ['Everybody must read this.', '::::::only{not=patient}', 'B', '::::::'],
  'inside the first of two': [
    '::::::only{for="patient student"}',
    'B',
    '::::::',
    '::::::clinician',
    'Intro.',
    '',
    'SECRET',
    '::::::',
  ],
  'inside the second of two': [
    '::::::patient',
    'Intro.',
    '::::::',
    '::::::only{for="clinician student"}',
    'SECRET',
    '',
    'B',
    '::::::',
  ],
  'before a container': ['B', '::::::clinician', 'SECRET', '::::::'],
  'behind a container': ['::::::clinician', 'SECRET', '::::::', 'B'],
  'in a branch of a group': [
    '::::::::variants',
    '::::::patient',
    'SECRET',
    '::::::',
    '::::::clinician',
    'B',
    '::::::',
    '::::::::',
  ],
}

/** What may stand around all of that. */
const around: Readonly<Record<string, (text: string) => string>> = {
  'in a list': text => `- Item\n${indented(text, '  ')}\n- Last`,
  'in an ordered list': text => `1. Item\n${indented(text, '   ')}\n2. Last`,
  'in a quote': text => indented(text, '> '),
  'in a note': text => `Text.[^n]\n\n[^n]: Note.\n\n${indented(text, '    ')}`,
}

function indented(text: string, mark: string): string {
  return text
    .split('\n')
    .map(line => (line === '' ? mark.trimEnd() : mark + line))
    .join('\n')
}

interface Case {
  readonly name: string
  readonly text: string
}

/**
 * Every block in every layout, compact and with blank lines between; the first layout in every surrounding as
 * well.
 */
export function blockMatrix(): readonly SamplePage[] {
  const cases = Object.entries(blocks).flatMap(([kind, block]): readonly Case[] => {
    const laid = Object.entries(layouts).flatMap(([layout, parts]) =>
      (['\n', '\n\n'] as const).map(between => ({
        name: `${kind}, ${layout}, ${between === '\n' ? 'compact' : 'spaced'}`,
        text: parts.map(part => (part === 'B' ? block : part)).join(between),
      })),
    )
    const [{text = ''} = {}] = laid
    const surrounded = Object.entries(around).map(([place, wrap]) => ({
      name: `${kind}, ${place}`,
      text: wrap(text),
    }))
    return [...laid, ...surrounded]
  })
  return cases.map(({name, text}) => ({
    name,
    texts: {'page.md': `${text}\n`, 'part.md': 'W1 is included.\n'},
    compile: texts =>
      compile(texts['page.md'] ?? '', {path: 'page.md', slug: 'page', read: path => texts[path]}),
  }))
}
