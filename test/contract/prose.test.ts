import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'

const root = join(import.meta.dirname, '../..')
const maxColumns = 120

/** Pages that are written by hand. Tests and benchmarks write the others. */
const generated = new Set(['docs/rules.md', 'docs/performance.md'])
const pages = [
  ...readdirSync(root).filter(name => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'})
    .map(name => `docs/${name.replaceAll('\\', '/')}`)
    .filter(name => name.endsWith('.md') && !name.includes('/dist/') && !name.startsWith('docs/rules/')),
  'src/README.md',
].filter(name => !generated.has(name))

/** Line and width of what is too wide in running text; code and tables cannot be broken. */
function wideLines(source: string): readonly string[] {
  const lines = source.split('\n')
  const wide: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'paragraph' && node.position !== undefined) {
      for (let line = node.position.start.line; line <= node.position.end.line; line++) {
        const text = lines[line - 1] ?? ''
        const width = [...text].length
        const words = text.trim().split(/\s+/).length
        if (width > maxColumns && words > 2) wide.push(`${line}: ${width} columns`)
      }
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(unified().use(remarkParse).use(remarkGfm).parse(source))
  return wide
}

describe('lines of docs', () => {
  test.each(pages)(`%s has at most ${maxColumns} columns`, page => {
    expect(wideLines(readFileSync(join(root, page), 'utf8'))).toEqual([])
  })

  test('a wide line of text is found, one of code or of a table is not', () => {
    const words = 'word '.repeat(30).trim()
    expect(wideLines(`${words}\n\n- ${words}\n\n~~~\n${words}\n~~~\n\n| a |\n| - |\n| ${words} |`)).toEqual([
      '1: 149 columns',
      '3: 151 columns',
    ])
  })
})
