import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {environment} from '../support/installed.ts'

const root = join(import.meta.dirname, '../..')

// They run beside other tests, and not before them.
test.each([
  ['types', 'typescript/bin/tsc', ['--noEmit']],
  ['lint', '@biomejs/biome/bin/biome', ['check', '--max-diagnostics=50', '.']],
])('%s', (_, bin, args) => {
  const program = join(root, 'node_modules', bin)
  const {stdout, stderr, status} = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: environment(),
  })
  expect(status, `${stdout}${stderr}`).toBe(0)
})
