import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {compile, render} from '../../src/index.ts'
import {byEffort} from '../support/effort.ts'
import {specExamples} from '../support/spec-examples.ts'

/** The same Markdown without directives, as the rest of the world reads it. */
const plain = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, {singleTilde: false}).freeze()

/** Texts that a reader of a page sees: not those of raw HTML, and of footnotes only where they are called. */
function visibleTexts(node: Nodes, called: ReadonlySet<string>): readonly string[] {
  if (node.type === 'html' || node.type === 'definition' || node.type === 'yaml') return []
  if (node.type === 'footnoteDefinition' && !called.has(node.identifier)) return []
  if (node.type === 'image' || node.type === 'imageReference') return [node.alt ?? '']
  if ('value' in node) return [node.value]
  return 'children' in node ? node.children.flatMap(child => visibleTexts(child, called)) : []
}

function callsIn(node: Nodes): readonly string[] {
  if (node.type === 'footnoteDefinition') return []
  if (node.type === 'footnoteReference') return [node.identifier]
  return 'children' in node ? node.children.flatMap(callsIn) : []
}

const squeeze = (text: string): string => text.replace(/\s+/g, '')

function expectWhole(source: string): void {
  const tree = plain.parse(source)
  const document = compile(source)
  const unreached = document.messages.filter(({ruleId}) => ruleId === 'text-unreached')
  expect(unreached.map(String), source).toEqual([])
  for (const audience of document.audiences) {
    const {value: output, messages} = render(document, {audience, format: 'text', width: 0})
    const text = squeeze(output)
    if (messages.some(({fatal}) => fatal === true)) {
      expect(text, 'a page with errors is held back as a whole').toBe('')
      continue
    }
    for (const value of visibleTexts(tree, new Set(callsIn(tree)))) {
      const shown = squeeze(value.replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, '\uFFFD'))
      expect(text.includes(shown), `${JSON.stringify(value)} of\n${source}\nis not in\n${text}`).toBe(true)
    }
  }
}

test('of generated Markdown without directives', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b ',
      '1:1000',
      'pH:7.4 ',
      '::1 ',
      'std::vector ',
      '12:30pm ',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '> ',
      '# ',
      '*',
      '**',
      '_',
    ],
    ...[
      '`',
      '~~',
      '~',
      '[',
      ']',
      '(u)',
      '!',
      '|',
      '\\',
      '&amp;',
      '{',
      '}',
      ':',
      '"',
      '    ',
      '===',
      '```\n',
      '药',
      'HER2:HER3 ',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, {maxLength: 20}), pieces => expectWhole(pieces.join(''))),
    {numRuns: byEffort(200, 2_000, 50_000)},
  )
})

test.each(['README.md', 'src/README.md', 'docs/language.md', 'docs/rules.md', 'docs/configuration.md'])(
  'of %s',
  file => {
    expectWhole(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'))
  },
)

test.each(specExamples)('of the examples of %s', (_, examples) => {
  for (const markdown of examples) expectWhole(markdown)
})
