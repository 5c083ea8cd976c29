import {execFileSync} from 'node:child_process'
import {chmodSync, readFileSync, renameSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {parseAllDocuments} from 'yaml'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderForAll, writeIn} from '../../support/temporary.ts'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/fleet.md'), 'utf8')

/** The YAML files that the page shows. */
const files = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) =>
  parseAllDocuments(text).map(document => {
    expect('errors' in document && document.errors).toEqual([])
    return document
  }),
)

/** What one of them says at a path. */
function said(name: string, path: readonly (string | number)[]): string {
  const file = files.find(
    document =>
      'getIn' in document && (document.getIn(['metadata', 'name']) ?? document.get('name')) === name,
  )
  return String(file && 'getIn' in file ? file.getIn(path) : '')
}

test('names what Kubernetes and GitHub ask for', () => {
  expect(['site', 'site-shards', 'site-merge', 'site-workers'].map(name => said(name, ['kind']))).toEqual([
    'undefined',
    'Job',
    'Job',
    'Deployment',
  ])
  expect(said('site-shards', ['spec', 'completionMode'])).toBe('Indexed')
})

describe('what its files run is one build', () => {
  const cwd = folderForAll(
    Object.fromEntries([1, 2, 3, 4, 5, 6].map(at => [`content/p${at}.md`, `P${at} :patient[x].\n`])),
  )
  const run = (command: string, env: Readonly<Record<string, string>> = {}) =>
    execFileSync('/bin/sh', ['-c', command], {
      cwd,
      env: {...process.env, ...env, PATH: `${join(cwd, 'bin')}:${process.env.PATH}`},
      stdio: 'pipe',
    })
  beforeAll(async () => {
    // As npx finds a package that is installed.
    writeIn(cwd, 'bin/npx', `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}/dist/cli.js" "$@"\n`)
    chmodSync(join(cwd, 'bin/npx'), 0o755)
    expect((await parlance(['build', '--quiet', '--out', 'whole'], {cwd})).status).toBe(0)
  })

  test('in Kubernetes', () => {
    const script = (name: string): string =>
      said(name, ['spec', 'template', 'spec', 'containers', 0, 'args', 0])
        .replaceAll('/shards', `${cwd}/shards`)
        .replaceAll('/site', `${cwd}/site`)
    const completions = Number(said('site-shards', ['spec', 'completions']))
    for (let index = 0; index < completions; index++)
      run(script('site-shards'), {JOB_COMPLETION_INDEX: String(index)})
    run(script('site-merge'))
    expect(contentOf(join(cwd, 'site'))).toEqual(contentOf(join(cwd, 'whole')))
  })

  test('in GitHub Actions', () => {
    const shards = [1, 2, 3, 4]
    expect(said('site', ['jobs', 'build', 'strategy', 'matrix', 'shard'])).toBe(JSON.stringify(shards))
    const steps = (job: string): readonly string[] =>
      [0, 1, 2, 3, 4, 5, 6].map(step => said('site', ['jobs', job, 'steps', step, 'run']))
    const [build = ''] = steps('build').filter(step => step.includes('parlance'))
    const [merge = ''] = steps('merge').filter(step => step.includes('parlance'))
    for (const shard of shards) {
      run(
        build
          .replace(/\$\{\{ matrix\.shard \}\}/, String(shard))
          .replace(/\$\{\{ strategy\.job-total \}\}/, '4'),
      )
      writeIn(cwd, 'gathered/.keep', '')
      renameSync(join(cwd, 'shard'), join(cwd, `gathered/shard-${shard}`))
    }
    run(merge.replace('shards/*', 'gathered/*'))
    expect(contentOf(join(cwd, 'dist'))).toEqual(contentOf(join(cwd, 'whole')))
  })
})
