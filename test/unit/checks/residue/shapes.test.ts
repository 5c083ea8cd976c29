import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {check, compile, type Document, type Format, render} from '../../../../src/index.ts'
import {formatNames} from '../../../../src/internal.ts'

/** A way to mistype a marker; SECRET was meant for clinicians. */
interface Shape {
  readonly cat: string
  readonly source: string
  /** `held`: no output of a patient may hold SECRET, and no draft if there is an error. */
  readonly want: 'held' | 'any'
}

/** A few of each kind, for clones that stand alone. */
const own: readonly Shape[] = [
  [':::_clinician\nSECRET\n:::', 'fence-name'],
  ['∶∶∶clinician\nSECRET\n∶∶∶', 'fence-colons'],
  ['@@@clinician\nSECRET\n@@@', 'fence-colons'],
  ['a ::clinician[SECRET] b', 'text-directive'],
  [':clinician[a `]` SECRET]', 'text-directive'],
  ['**:::clinician**\n\nSECRET\n\n**:::**', 'escapes-by-tool'],
  ['- \\:clinician{} SECRET', 'escapes-by-tool'],
  [':only{for=clinician}\n\n- SECRET', 'markers'],
  ['| h | i |\n|-|-|\n| a :clinician{} | SECRET |', 'markers'],
  ['{{< audience "clinician" >}}\nSECRET\n{{< /audience >}}', 'other-systems'],
  ['<!-- if clinician -->\nSECRET\n<!-- endif -->', 'other-systems'],
  ['<div class="clinician">\n\nSECRET\n\n</div>', 'other-systems'],
  ['> [!CLINICIAN]\n> SECRET', 'other-systems'],
  [':::clinician\n> x\n> :::\n\nSECRET', 'misnest-close'],
  [' ---\nfor: clinician\n---\nSECRET', 'front-matter'],
  ['---\nfor: clinician\n...\nSECRET', 'front-matter'],
].map(([source = '', cat = '']) => ({source, cat, want: 'held'}))

const file = join(import.meta.dirname, '../../../../../shared/reference/leaks/shapes.json')
const shared: readonly Shape[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
const held = [...own, ...shared].filter(({want}) => want === 'held')

function lines(first: string, others: string, blank = ''): (source: string) => string {
  return source =>
    source
      .split('\n')
      .map((line, index) => (index > 0 && line === '' ? blank : (index === 0 ? first : others) + line))
      .join('\n')
}

/** Where a shape may stand. Front matter stands at the top alone. */
const contexts: Readonly<Record<string, (source: string) => string>> = {
  'the page': source => source,
  'a footnote': source => `Text[^n].\n\n${lines('[^n]: ', '    ')(source)}\n\nEnd.`,
  'a later block of a footnote': source =>
    `Text[^n].\n\n[^n]: Note.\n\n${lines('    ', '    ')(source)}\n\nEnd.`,
  'a list item': source => `- a\n${lines('- ', '  ')(source)}\n- b`,
  'a later block of an item': source => `- a\n\n${lines('  ', '  ')(source)}\n\n- b`,
  'an ordered item': source => `1. a\n${lines('2. ', '   ')(source)}\n3. b`,
  'an item of a nested list': source => `- a\n  - b\n\n${lines('    ', '    ')(source)}\n- c`,
  'an item of a nested ordered list': source => `1. a\n   1. b\n\n${lines('      ', '      ')(source)}`,
  'a quote': lines('> ', '> ', '>'),
  'a nested quote': lines('> > ', '> > ', '> >'),
  'a call-out': source => `::::::note\n${source}\n::::::`,
  'an alert': source => `> [!NOTE]\n${lines('> ', '> ', '>')(source)}`,
  'what follows a table': source => `| a |\n| - |\n| b |\n\n${source}`,
  'what follows a comment': source => `<!-- c -->\n\n${source}`,
  'what follows code with an indented fence': source => `\`\`\`\nx\n    \`\`\`\n\`\`\`\n\n${source}`,
  'what follows a heading': source => `# H\n\n${source}`,
  'lines behind a no-break space': lines('\u00A0', '\u00A0'),
  'lines behind a soft hyphen': lines('\u00AD', '\u00AD'),
  'lines that end in CRLF': source => source.replaceAll('\n', '\r\n'),
}
const keepsFrontMatter = /page|comment|no-break|soft|CRLF/

/**
 * All four formats of every shape in every context take long: `npm test` looks at text and JSON, which holds
 * HTML.
 */
const formats: readonly Format[] = process.env.PARLANCE_DEEP === undefined ? ['text', 'json'] : formatNames

describe.each(Object.entries(contexts))('in %s', (name, put) => {
  const shapes = held.filter(({cat}) => cat !== 'front-matter' || keepsFrontMatter.test(name))

  test.each(shapes)('$source is held', ({source, cat}) => {
    const document = compile(put(source))
    const {messages} = check(document)
    const warned = cat === 'escapes-by-tool' && messages.some(({ruleId}) => ruleId === 'fence-escaped')
    const hasError = messages.some(({fatal}) => fatal === true)
    if (!document.audiences.includes('patient') || warned) return
    expect(shownIn(document, false)).toBe(false)
    if (hasError) expect(shownIn(document, true)).toBe(false)
  })
})

function shownIn(document: Document, draft: boolean): boolean {
  return formats.some(format => {
    const {value, citations, meta} = render(document, {audience: 'patient', format, draft})
    return JSON.stringify([value, citations, meta]).includes('SECRET')
  })
}

test('whether the shared shapes are present', () => {
  if (shared.length === 0)
    process.stderr.write('The shared shapes of leaks are not present: own samples only.\n')
  expect(held.length).toBeGreaterThan(10)
})
