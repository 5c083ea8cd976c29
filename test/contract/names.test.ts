import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'
import {expect, test} from 'vitest'

const src = join(import.meta.dirname, '../../src')
const sources = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter(file => file.endsWith('.ts'))
  .map(file => ({file, text: readFileSync(join(src, file), 'utf8')}))

test('a type name has one meaning', () => {
  const files = new Map<string, string[]>()
  for (const {file, text} of sources)
    for (const node of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements)
      if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node)) {
        const name = node.name?.text ?? ''
        files.set(name, [...(files.get(name) ?? []), file])
      }
  expect(files.size).toBeGreaterThan(500)
  expect([...files].filter(([, declaring]) => new Set(declaring).size > 1)).toEqual([])
})

test('few files are too small to be worth opening', () => {
  const tiny = sources.filter(({text}) => text.trimEnd().split('\n').length <= 10).map(({file}) => file)
  expect(tiny.length, tiny.join('\n')).toBeLessThanOrEqual(15)
})
