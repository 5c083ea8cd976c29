/**
 * Makes a release: `npm run release -- patch|minor|major`. It commits and tags; publishing is a step of its own.
 */
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

const options = {cwd: join(import.meta.dirname, '..'), encoding: 'utf8'}
const git = (...args) => execFileSync('git', args, options)
const npm = (args, stdio) =>
  execFileSync('npm', args, {...options, stdio, shell: process.platform === 'win32'}) // a script there

function fail(reason) {
  console.error(reason)
  process.exit(1)
}

const [step] = process.argv.slice(2)
if (!['patch', 'minor', 'major'].includes(step))
  fail('Say which part of the version grows: patch, minor or major.')
if (git('status', '--porcelain') !== '') fail('Commit or stash your changes first.')

const file = join(options.cwd, 'CHANGELOG.md')
const changelog = readFileSync(file, 'utf8')
const unreleased = /## \[Unreleased\]\n([\s\S]*?)(?=\n## \[|$)/.exec(changelog)?.[1]?.trim() ?? ''
if (unreleased === '') fail('CHANGELOG.md lists nothing under “Unreleased”.')

npm(['run', 'test:all'], 'inherit')
const version = npm(['version', step, '--no-git-tag-version'], 'pipe').trim().replace(/^v/, '')
const date = new Date().toISOString().slice(0, 10)
writeFileSync(
  file,
  changelog.replace('## [Unreleased]\n', () => `## [Unreleased]\n\n## [${version}] - ${date}\n`),
)
git('commit', '--message', `Release ${version}`, '--', 'CHANGELOG.md', 'package.json', 'package-lock.json')
git('tag', '--annotate', `v${version}`, '--message', `Parlance ${version}`)
console.log(`Tagged v${version}. Next: git push --follow-tags, then npm publish.`)
