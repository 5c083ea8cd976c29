import {cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {CompletionRequest, DocumentSymbolRequest, HoverRequest} from 'vscode-languageserver/node'
import {PreviewContent} from '../../../src/faces/preview/preview-content.ts'
import {check} from '../../../src/index.ts'
import {loadProject} from '../../../src/project/index.ts'
import {byEffort} from '../../support/effort.ts'
import {fixtures} from '../../support/fixtures.ts'
import {Editor} from '../../support/lsp.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

const medical = fixtures('projects', 'medical')
const pages = readdirSync(join(medical, 'content'))
  .filter(name => name.endsWith('.md'))
  .map(name => `content/${name}`)

/** A copy of the project, with the package that its configuration imports. */
function copyOf(): string {
  const folder = folderWith({})
  for (const name of readdirSync(medical))
    if (!['dist', 'node_modules', '.parlance'].includes(name))
      cpSync(join(medical, name), join(folder, name), {recursive: true})
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(join(import.meta.dirname, '../../..'), join(folder, 'node_modules/parlance-md'), 'dir')
  return folder
}

/** Of each kind. */
const cuts = byEffort(5, 15, 60)

/** Where a text is cut: evenly, and within its front matter and the lines that hold directives. */
function cutsOf(text: string): readonly number[] {
  const even = Array.from({length: cuts}, (_, cut) => Math.round((text.length * cut) / (cuts - 1)))
  const open = [...text.matchAll(/^(?:---[\s\S]*?\n---|.*:[a-z]*[[{:].*)$/gm)].flatMap(({index, 0: found}) =>
    [...found].map((_, at) => index + at + 1),
  )
  const within = Array.from({length: cuts}, (_, cut) => open[Math.floor((open.length * cut) / cuts)] ?? 0)
  return [...new Set([...even, ...within])].sort((left, right) => left - right)
}

/** Forwards and backwards, as a person types and deletes. */
function textsOf(text: string): readonly string[] {
  const typed = cutsOf(text).map(cut => text.slice(0, cut))
  return [...typed, ...typed.filter((_, index) => index % 8 === 0).reverse(), text]
}

interface Reported {
  readonly ruleId?: unknown
  readonly reason: string
  readonly line?: unknown
  readonly column?: unknown
}

/** Messages in an order of their own, each once. */
const reported = (messages: readonly Reported[]): readonly string[] =>
  [
    ...new Set(
      messages.map(
        ({ruleId, reason, line, column}) => `${String(ruleId)} ${String(line)}:${String(column)} ${reason}`,
      ),
    ),
  ].sort()

describe.each(pages)('%s, half typed', path => {
  const text = readFileSync(join(medical, path), 'utf8')

  test('in the editor: each text has the messages of a fresh check of it', async () => {
    const folder = copyOf()
    const project = await loadProject({cwd: folder})
    const editor = await Editor.start(folder)
    await editor.open(path, '')
    let version = 1
    for (const half of textsOf(text)) {
      await editor.change(path, ++version, [{text: half}])
      const lines = half.split('\n')
      const position = {line: lines.length - 1, character: lines.at(-1)?.length ?? 0}
      const at = {textDocument: {uri: editor.uri(path)}, position}
      for (const request of [CompletionRequest.type, HoverRequest.type, DocumentSymbolRequest.type])
        await editor.connection.sendRequest(request.method, at)
      await editor.checked(path, version)
      const shown = new Map(editor.published.map(({uri, diagnostics}) => [uri, diagnostics]))
      const fresh = check(project.compileText(half, path)).messages.map(
        ({ruleId, reason, note, line = 1, column = 1}) => ({
          ruleId,
          reason: note === undefined ? reason : `${reason}\n${note}`,
          line,
          column,
        }),
      )
      const diagnostics = [...shown.values()].flat().map(({code, message, range}) => ({
        ruleId: code,
        reason: message as string, // we send no markup
        line: range.start.line + 1,
        column: range.start.character + 1,
      }))
      expect([half.length, reported(diagnostics)]).toEqual([half.length, reported(fresh)])
    }
    expect(editor.published.filter(({version: about = 0}) => about > version)).toEqual([])
    expect(await editor.stop()).toBe(0)
  })

  test('in the preview: each save has the messages and variants of a fresh one', async () => {
    const folder = copyOf()
    const project = await loadProject({cwd: folder})
    const content = await PreviewContent.open({cwd: folder})
    for (const half of textsOf(text)) {
      writeIn(folder, path, half)
      await content.refresh([path])
      const state = await content.page(path)
      expect([half.length, reported(state?.messages ?? [])]).toEqual([
        half.length,
        reported(check(project.compileText(half, path)).messages),
      ])
      for (const {audience} of state?.variants ?? [])
        expect(await content.variant(path, audience)).toMatch(/^<!doctype html>/i)
      expect(await content.allVariants(path)).toMatch(/^<!doctype html>/i)
    }
  })
})
