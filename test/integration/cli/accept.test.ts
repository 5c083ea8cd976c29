import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parlance} from '../../support/cli.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

const page = (clinician: string, patient: string): string =>
  `::::variants{#dose}\n:::clinician\n${clinician}\n:::\n:::patient\n${patient}\n:::\n::::\n`

test('a wording that was edited while its siblings were not is stale until it is accepted', async () => {
  const cwd = folderWith({'content/a.md': page('One.', 'Two.')})
  const stale = async (): Promise<boolean> =>
    (await parlance(['check'], {cwd})).stderr.includes('variant-stale')
  expect(await stale()).toBe(false)
  expect((await parlance(['check', '--accept'], {cwd})).status).toBe(0)
  expect(await stale()).toBe(false)
  writeIn(cwd, 'content/a.md', page('One, edited.', 'Two.'))
  const {status, stderr} = await parlance(['check'], {cwd})
  expect(status).toBe(0)
  expect(stderr).toContain(
    'In `dose` the wording for `clinician` was edited since it was accepted, for `patient` it was not',
  )
  writeIn(cwd, 'content/a.md', page('One,   edited.', 'Two, edited.'))
  expect(await stale()).toBe(false)
  writeIn(cwd, 'content/a.md', page('One, edited.', 'Two.'))
  expect((await parlance(['check', '--accept'], {cwd})).status).toBe(0)
  expect(await stale()).toBe(false)
})

test('how a wording is laid out does not matter, and the lock file has no times', async () => {
  const cwd = folderWith({'content/a.md': page('One two.', 'Three.')})
  await parlance(['check', '--accept'], {cwd})
  const lock = readFileSync(join(cwd, 'parlance.lock.json'), 'utf8')
  writeIn(cwd, 'content/a.md', `\n\n${page('One\ntwo.', 'Three.')}`)
  expect((await parlance(['check'], {cwd})).stderr).not.toContain('variant-stale')
  await parlance(['check', '--accept'], {cwd})
  expect(readFileSync(join(cwd, 'parlance.lock.json'), 'utf8')).toBe(lock)
})
