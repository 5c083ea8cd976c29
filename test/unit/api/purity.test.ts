import {execFileSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {check, compile, type Document, render} from '../../../src/index.ts'
import {formatNames} from '../../../src/internal.ts'
import {loadProject} from '../../../src/project/index.ts'
import {fixtures} from '../../support/fixtures.ts'

const project = await loadProject({cwd: fixtures('projects', 'medical')})
const paths = await project.pages()

const requests = (document: Document) =>
  document.audiences.flatMap(audience =>
    formatNames.flatMap(format => [true, false].map(page => ({audience, format, page}))),
  )

test('two audiences interleaved give the same bytes as alone', () => {
  for (const path of paths) {
    const alone = requests(project.compile(path)).map(request => render(project.compile(path), request).value)
    const shared = project.compile(path)
    const interleaved = requests(shared).map(request => render(shared, request).value)
    const backwards = requests(shared)
      .reverse()
      .map(request => render(shared, request).value)
      .reverse()
    check(shared)
    expect(interleaved).toEqual(alone)
    expect(backwards).toEqual(alone)
  }
})

test('documents, renderings and reports are deeply frozen', () => {
  const seen = new Set<unknown>()
  const open = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    expect(Object.isFrozen(value), JSON.stringify(value)?.slice(0, 80)).toBe(true)
    const below = value instanceof Map || value instanceof Set ? [...value].flat() : []
    for (const inner of [...below, ...Object.values(value)]) open(inner)
  }
  for (const path of paths) {
    const document = project.compile(path)
    open(document)
    for (const request of requests(document)) open(render(document, request))
    open(check(document))
  }
  expect(seen.size).toBeGreaterThan(1000)
  const document = compile('Text.')
  expect(() => Object.assign(document.root, {children: []})).toThrow(TypeError)
  expect(() => (document.glossary as Map<string, unknown>).set('x', {})).toThrow(TypeError)
})

test('other processes, time zones and languages give the same bytes', () => {
  const script = `
    import {loadProject} from '${join(import.meta.dirname, '../../../dist/project.js')}'
    import {render} from '${join(import.meta.dirname, '../../../dist/index.js')}'
    const project = await loadProject({cwd: process.argv[1]})
    const hashes = []
    for (const path of await project.pages()) {
      const document = project.compile(path)
      for (const audience of document.audiences)
        for (const format of ['html', 'text', 'markdown', 'json'])
          hashes.push(render(document, {audience, format, page: true}).value)
    }
    process.stdout.write(JSON.stringify(hashes))
  `
  const run = (env: Record<string, string>): string =>
    execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', script, fixtures('projects', 'medical')],
      {env: {...process.env, ...env}, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024},
    )
  const first = run({TZ: 'UTC', LANG: 'C'})
  expect(JSON.parse(first)).toHaveLength(paths.length * 3 * 4)
  expect(run({TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8'})).toBe(first)
  expect(run({TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'})).toBe(first)
})
