/**
 * Makes a release: `npm run release -- patch|minor|major`. It commits and tags; publishing is a step of its own.
 */
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const run = (command, ...args) => execFileSync(command, args, {cwd: root, encoding: 'utf8'})
const show = (command, ...args) => execFileSync(command, args, {cwd: root, stdio: 'inherit'})

function fail(reason) {
  console.error(reason)
  process.exit(1)
}

const [step] = process.argv.slice(2)
if (!['patch', 'minor', 'major'].includes(step))
  fail('Say which part of the version grows: patch, minor or major.')
if (run('git', 'status', '--porcelain') !== '') fail('Commit or stash your changes first.')

const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8')
const unreleased = /## \[Unreleased\]\n([\s\S]*?)(?=\n## \[|$)/.exec(changelog)?.[1]?.trim() ?? ''
if (unreleased === '') fail('CHANGELOG.md lists nothing under “Unreleased”.')

show('npm', 'run', 'test:all')
const version = run('npm', 'version', step, '--no-git-tag-version').trim().replace(/^v/, '')
const date = new Date().toISOString().slice(0, 10)
writeFileSync(
  join(root, 'CHANGELOG.md'),
  changelog.replace('## [Unreleased]\n', () => `## [Unreleased]\n\n## [${version}] - ${date}\n`),
)
show('git', 'commit', '--all', '--message', `Release ${version}`)
show('git', 'tag', '--annotate', `v${version}`, '--message', `Parlance ${version}`)
console.log(`Tagged v${version}. Next: git push --follow-tags, then npm publish.`)
