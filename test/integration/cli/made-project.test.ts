import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {install, runInstalled} from '../../support/installed.ts'
import {contentOf, filesBelow, folderWith} from '../../support/temporary.ts'

test('the project that `init` makes passes its own check, tests and types at once, and builds', () => {
  const parent = folderWith({})
  install(parent)
  const made = runInstalled(parent, 'parlance', ['init', 'Heart Site'])
  expect([made.status, made.stderr.split('\n')]).toEqual([
    0,
    [
      '',
      '20 files written. Next:',
      '  cd Heart Site',
      '  npm install',
      '  npm run check',
      '  npm test',
      '  npm run build',
      '',
    ],
  ])
  const project = join(parent, 'Heart Site')
  const before = contentOf(project)
  expect(made.stdout).toBe(
    Object.keys(before)
      .map(path => `${path}\n`)
      .sort()
      .join(''),
  )
  expect(JSON.parse(before['package.json'] ?? '')).toMatchObject({
    name: 'heart-site',
    private: true,
    type: 'module',
  })
  install(project)

  const article = before['content/aspirin.md'] ?? ''
  const [, head = '', named = ''] =
    /^---\n([\s\S]*?# yaml-language-server: \$schema=(\S+)[\s\S]*?)\n---/.exec(article) ?? []
  expect(invalid(readFileSync(join(project, 'content', named), 'utf8'), parse(head))).toEqual([])
  expect(invalid(readFileSync(join(project, 'content', named), 'utf8'), {titel: 'x'})).not.toEqual([])
  const settings = before['.vscode/settings.json'] ?? ''
  const paths = [...settings.matchAll(/"(\.\/node_modules\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(paths).toHaveLength(2)
  for (const path of paths)
    expect(invalid(readFileSync(join(project, path), 'utf8'), {bibliography: 'references.json'})).toEqual([])

  const checked = runInstalled(project, 'parlance', ['check', '--max-warnings', '0'])
  expect([checked.status, checked.stderr]).toEqual([0, expect.stringContaining('1 page checked')])
  const tested = runInstalled(project, 'vitest', ['run', '--reporter=verbose'], {CI: '1'})
  expect([tested.status, tested.stderr]).toEqual([0, ''])
  expect(tested.stdout).toContain('content/aspirin.md: student, text')
  expect(tested.stdout).toMatch(/Tests {2}12 passed \(12\)/)
  expect(runInstalled(project, 'tsc', []).stdout).toBe('')
  const after = contentOf(project)
  expect(Object.fromEntries(Object.keys(before).map(path => [path, after[path]]))).toEqual(before)

  expect(runInstalled(project, 'parlance', ['build']).status).toBe(0)
  expect(filesBelow(join(project, 'dist'))).toContain(join('patient', 'aspirin', 'index.html'))
})

/** What an editor with JSON Schema would mark. */
function invalid(schema: string, value: unknown): readonly unknown[] {
  const ajv = new Ajv2020.default({strict: false})
  addFormats.default(ajv)
  ajv.validate(JSON.parse(schema), value)
  return ajv.errors ?? []
}
