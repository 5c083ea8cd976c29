import {describe, expect, test} from 'vitest'
import {spawnParlance} from '../../support/cli.ts'
import {folderForAll} from '../../support/temporary.ts'

/**
 * What each command does is tested within the process of its test; that each starts as a process of its own,
 * here.
 */
describe('as a process of its own', () => {
  const cwd = folderForAll({
    'content/a.md': 'Text :patient[plain].\n',
    'topics/a.dita': '<topic id="a"><title>A</title><body><p>Text</p></body></topic>\n',
  })

  test.each([
    [['--version'], 0, '0.1.0\n', ''],
    [['init', 'site'], 0, 'README.md\n', '20 files written'],
    [['import', 'dita', 'topics', '--out', 'imported'], 0, 'imported/a.md\n', '1 page written\n'],
    [['render', 'content/a.md', '-a', 'patient', '-f', 'text'], 0, 'Text plain.\n', ''],
    [['build', '--shard', '1/1', '--out', 'shard'], 0, 'content/a.md: ', '1 of 1 pages built in shard'],
    [['merge', 'shard', '--out', 'whole'], 0, '', '1 of 1 pages of 1 shard merged in whole'],
    [['check'], 0, '', '1 page checked\n'],
    [['explain', 'content/a.md', '-a', 'patient'], 0, 'content/a.md:1:1', ''],
    [['diff', 'content/a.md', '--from', 'clinician', '--to', 'patient'], 0, 'changed\n', ''],
    [['worker'], 2, '', 'error: Name the queue of the builds'],
    [['serve', 'nowhere'], 2, '', 'error: '],
    [['preview', 'nowhere'], 2, '', 'error: '],
    [['lsp', '--studio'], 2, '', "error: unknown option '--studio'"],
  ])('%j', (args, status, out, said) => {
    const run = spawnParlance(args, {cwd})
    expect(run).toEqual({
      status,
      stdout: expect.stringContaining(out),
      stderr: expect.stringContaining(said),
    })
  })
})
