/**
 * Runs the unit tests on other versions of Node, which npm provides as packages: `npm run test:nodes`,
 * `node test/on-nodes.js 24`.
 */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24']

for (const version of versions) {
  console.log(`Node ${version}`)
  const {status} = spawnSync(
    'npx',
    [
      '--yes',
      '--package',
      `node@${version}`,
      '--',
      'node',
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
    ],
    {cwd: root, stdio: 'inherit', shell: process.platform === 'win32'},
  )
  if (status !== 0) process.exit(status ?? 1)
}
