import {execFileSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parlance} from '../../support/cli.ts'
import {folderWith, writeIn} from '../../support/temporary.ts'

const page =
  ':::clinician\nGive 840 mg, then 420 mg.\n:::\n\n:::patient\nTake 0.84 g first.\n:::\n\nEvery three weeks.\n'

function repository(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files)
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args], {
      cwd,
      stdio: 'ignore',
    })
  }
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '-m', 'First')
  return cwd
}

describe('between two readers', () => {
  test('the words, and the numbers that only one of them has', async () => {
    const cwd = folderWith({'page.md': page})
    const {status, stdout, stderr} = await parlance(
      ['diff', 'page.md', '--from', 'clinician', '--to', 'patient'],
      {
        cwd,
      },
    )
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toMatch(/^page\.md \(clinician → patient\): changed$/m)
    expect(stdout).toContain('[-')
    expect(stdout).toContain('{+')
    expect(stdout).toMatch(/^ {2}! numbers only before: 420 mg$/m)
    expect(stdout).not.toContain('numbers only after')
  })

  test('a slip of the hand is exit 2', async () => {
    const cwd = folderWith({'page.md': page})
    expect(await parlance(['diff', 'page.md', '--from', 'clinician'], {cwd})).toMatchObject({
      status: 2,
      stderr: 'error: Name a file with `--from` and `--to`, or a revision with `--since`\n',
    })
    expect(
      (await parlance(['diff', 'page.md', '--from', 'clinican', '--to', 'patient'], {cwd})).stderr,
    ).toContain('did you mean')
  })
})

describe('since a revision', () => {
  const files = {
    'content/a.md': page,
    'content/b.md': '::include{file="_part.md"}\n',
    'content/_part.md': 'Part.\n',
    'content/c.md': 'C.\n',
  }

  test('only the variants that a change touches', async () => {
    const cwd = repository(files)
    writeIn(cwd, 'content/a.md', page.replace('420 mg', '400 mg'))
    const {stdout} = await parlance(['diff', '--since', 'HEAD'], {cwd})
    expect(stdout).toBe(
      'content/a.md (clinician): changed\n  ! numbers only before: 420 mg\n  ! numbers only after: 400 mg\n',
    )
  })

  test('through includes, with pages that came and went', async () => {
    const cwd = repository(files)
    writeIn(cwd, 'content/_part.md', 'Part, changed.\n')
    writeIn(cwd, 'content/new.md', '---\naudiences: [patient]\n---\n\nNew.\n')
    rmSync(join(cwd, 'content/c.md'))
    const json = (
      await parlance(['diff', '--since', 'HEAD', '--audience', 'patient', '--reporter', 'json'], {
        cwd,
      })
    ).stdout
    const found = (JSON.parse(json) as {path: string; audience: string; status: string}[]).map(
      ({path, audience, status}) => `${path} ${audience} ${status}`,
    )
    expect(found).toEqual([
      'content/b.md patient changed',
      'content/new.md patient added',
      'content/c.md patient removed',
    ])
  })

  test('of one page, in words', async () => {
    const cwd = repository(files)
    writeIn(cwd, 'content/a.md', page.replace('three weeks', 'four weeks'))
    const {stdout} = await parlance(['diff', 'content/a.md', '--since', 'HEAD', '-a', 'patient'], {cwd})
    expect(stdout).toBe(
      'content/a.md (patient): changed\n  Every [-three-]{+four+} weeks.\n  ! numbers only before: three weeks\n  ! numbers only after: four weeks\n',
    )
  })

  test('an unknown revision is exit 2', async () => {
    expect(await parlance(['diff', '--since', 'nothing'], {cwd: repository(files)})).toMatchObject({
      status: 2,
      stderr: 'error: There is no revision `nothing`\n',
    })
    expect(await parlance(['diff', '--since', 'HEAD'], {cwd: folderWith(files)})).toMatchObject({status: 2})
  })
})
