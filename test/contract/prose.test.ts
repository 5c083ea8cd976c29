import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import ts from 'typescript'
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

/** Words that send a reader looking for another meaning, and the plain ones. */
const plainWords: Readonly<Record<string, string>> = {
  anew: 'again',
  'at hand': 'ready, cached',
  'for ever': 'without end',
  furniture: 'page chrome',
  mend: 'fix',
  mended: 'fixed',
  nobody: 'no reader',
  'of ours': 'of Parlance',
  shelf: 'cache store',
  told: 'reported, called',
  whoever: 'the reader, the caller',
  whom: 'the reader that',
}
const quaint = new RegExp(`\\b(?:${Object.keys(plainWords).join('|')})\\b`, 'gi')
const maxCommentColumns = 110

/** Comments of a source, each with its first line. */
function commentsOf(text: string): readonly {readonly line: number; readonly comment: string}[] {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true)
  const found = new Map<number, string>()
  const visit = (node: ts.Node): void => {
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ]
    for (const {pos, end} of ranges) found.set(pos, text.slice(pos, end))
    for (const child of node.getChildren(file)) visit(child)
  }
  visit(file)
  return [...found].map(([pos, comment]) => ({line: text.slice(0, pos).split('\n').length, comment}))
}

/** What is wrong with the comments of a source, by line. */
function commentProblems(text: string): readonly string[] {
  const lines = text.split('\n')
  return commentsOf(text).flatMap(({line, comment}) =>
    comment.split('\n').flatMap((_, index) => {
      const at = line + index
      const width = [...(lines[at - 1] ?? '')].length
      const part = comment.split('\n')[index] ?? ''
      return [
        ...(width > maxCommentColumns && !/https?:|biome-ignore/.test(part)
          ? [`${at}: ${width} columns`]
          : []),
        ...(part.match(quaint) ?? []).map(word => `${at}: “${word}”: ${plainWords[word.toLowerCase()]}`),
      ]
    }),
  )
}

describe('comments', () => {
  const folders = ['src', 'test', 'bench']
  const sources = folders.flatMap(folder =>
    readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'})
      .filter(name => /\.[jt]s$/.test(name))
      .map(name => join(folder, name)),
  )

  test('use plain words, in lines that fit', () => {
    expect(sources.length).toBeGreaterThan(800)
    const problems = sources.flatMap(file =>
      commentProblems(readFileSync(join(root, file), 'utf8')).map(problem => `${file}:${problem}`),
    )
    expect(problems).toEqual([])
  })

  test('a quaint word is found in a comment alone', () => {
    expect(commentProblems("/** Made anew. */\nconst nobody = 'whom'\n")).toEqual(['1: “anew”: again'])
  })
})
