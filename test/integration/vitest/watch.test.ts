import {cpSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {fixtures} from '../../support/fixtures.ts'
import {install, startInstalled} from '../../support/installed.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

/** How Vitest ends each run: `Waiting for …`, `Tests failed. Watching for …`. */
const runEnd = 'ing for file changes...'

test('an edit runs the tests again whose pages are made of it, and no others', async () => {
  const project = folderWith({})
  cpSync(fixtures('projects', 'tested'), project, {recursive: true})
  const snapshots = (glob: string): string =>
    `import {snapshotContent} from 'parlance-md/vitest'\n\nsnapshotContent({content: '${glob}'})\n`
  writeIn(project, 'test/content.test.ts', snapshots('../content/*.md'))
  writeIn(project, 'test/heart.test.ts', snapshots('../content/heart/*.md'))
  rmSync(join(project, 'content/__variants__'), {recursive: true})
  install(project)
  const watching = startInstalled(project, 'vitest', ['--watch', '--reporter=verbose'])
  onTestFinished(watching.stop)

  /** Edit a file and wait for the end of the run that follows: how often each test file has run by then. */
  const after = async (change: () => void): Promise<string> => {
    const runs = watching.printed().split(runEnd).length - 1
    const seen = watching.printed().length
    change()
    await watching.until(runEnd, runs + 1)
    const printed = watching.printed().slice(seen)
    return ['content', 'heart'].filter(name => printed.includes(`test/${name}.test.ts > `)).join(' and ')
  }
  const edit = (path: string, from: string, to: string) => (): void => {
    const text = readFileSync(join(project, path), 'utf8')
    expect(text).toContain(from)
    writeIn(project, path, text.replace(from, to))
  }

  expect(await after(() => undefined)).toBe('content and heart')
  expect(watching.printed()).toMatch(/Snapshots {2}10 written/)

  expect(await after(edit('content/heart/risk.md', 'ten years', '10 years'))).toBe('heart')
  expect(watching.printed()).toContain('+ Risk is the chance of a heart attack in 10 years [1].')
  expect(await after(edit('content/heart/risk.md', '10 years', 'ten years'))).toBe('heart')

  expect(await after(edit('content/_shared/bleeding.md', 'call for help', 'call 112'))).toBe('content')
  expect(watching.printed()).toContain('| Stop and call 112 if there is any sign of bleeding.')
  expect(await after(edit('content/_shared/bleeding.md', 'call 112', 'call for help'))).toBe('content')

  expect(await after(edit('glossary.yaml', 'patient: bleeding', 'patient: blood loss'))).toBe(
    'content and heart',
  )
  expect(watching.printed()).toContain('+ - blood loss: Blood where it should not be.')
  expect(await after(edit('glossary.yaml', 'patient: blood loss', 'patient: bleeding'))).toBe(
    'content and heart',
  )

  expect(await after(() => writeIn(project, 'content/heart/new.md', 'New.\n'))).toBe('heart')
  expect(watching.printed()).toContain('content/heart/new.md: patient, html')
  expect(await after(() => rmSync(join(project, 'content/heart/new.md')))).toBe('heart')
  expect(watching.printed()).toContain('These are of no page and audience any more')
})
