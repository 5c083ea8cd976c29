import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rules} from '../../../src/internal.ts'
import {parlance} from '../../support/cli.ts'
import {folderWith} from '../../support/temporary.ts'

const page = '---\ntitle: A page\n---\n\n:::clinician\nOne.\n:::\n\nTwo.\n'
const broken = ':::clinican\nOne.\n:::\n'

describe('usage', () => {
  test.each<[readonly string[], RegExp]>([
    [['rendr'], /unknown command 'rendr'[\s\S]*Did you mean render\?/],
    [['render', '-a', 'patient'], /missing required argument 'file'/],
    [['render', 'page.md'], /required option '-a, --audience <id>' not specified/],
    [
      ['render', 'page.md', '-a', 'pateint'],
      /Unknown audience `pateint`: did you mean `patient`\? Allowed: /,
    ],
    [['render', 'page.md', '-a', 'patient', '-f', 'htm'], /Unknown value `htm`: did you mean `html`\?/],
    [
      ['render', 'page.md', '-a', 'patient', '--widht', '3'],
      /unknown option '--widht'[\s\S]*Did you mean --width\?/,
    ],
    [['render', 'page.md', '-a', 'patient', '--width', 'x'], /`x` is not a whole number from 0/],
    [
      ['render', 'page.md', '-a', 'patient', '--style', 'numerc'],
      /Unknown citation style `numerc`: did you mean/,
    ],
    [['render', 'page.md', '-a', 'patient', '--where', 'region=us'], /Unknown option `region`/],
    [['render', 'none.md', '-a', 'patient'], /Cannot read `none.md`: there is no such file/],
    [['render', '.', '-a', 'patient'], /Cannot read `.`: it is a folder/],
    [['render', 'page.md', 'more.md', '-a', 'patient'], /too many arguments/],
    [['build', '--audience', 'nobody'], /Unknown audience `nobody`/],
    [['build', '--shard', '5/4'], /`5\/4` is not a part like `1\/4`/],
    [['build', '--jobs', '0'], /`0` is not a whole number from 1/],
    [['serve', '--port', '65536'], /`65536` is not a whole number from 0 to 65535/],
    [['preview', '--port', '99999999'], /`99999999` is not a whole number from 0 to 65535/],
    [['check', 'pgae.md'], /There is no file `pgae.md`/],
    [['explain', 'page.md:99', '-a', 'patient'], /There is no line 99 in `page.md`: it has \d+/],
    [['serve', 'none'], /there is no folder `.*none`/],
    [['preview', 'none'], /there is no folder `.*none`/],
    [['check', '--cwd', 'none'], /there is no folder `.*none`/],
    [['check', '--reporter', 'jsno'], /Unknown value `jsno`: did you mean `json`\?/],
    [['render', 'page.md', '-a', 'patient', '--config', 'none.json'], /there is no such file/],
  ])('%j is exit 2, with help and no output', async (args, message) => {
    const cwd = folderWith({'page.md': page, 'content/page.md': page})
    const {status, stdout, stderr} = await parlance(args, {cwd})
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('a missing file and a project without pages are different errors', async () => {
    const {status, stderr} = await parlance(['check', 'page.md'], {cwd: folderWith({})})
    expect(stderr).toContain('There is no file `page.md`, and the project has no pages')
    expect(status).toBe(2)
  })

  test('--help and --version are exit 0, on standard output', async () => {
    const help = await parlance(['--help'])
    expect(help).toMatchObject({status: 0, stderr: ''})
    for (const name of ['render', 'build', 'check']) expect(help.stdout).toContain(name)
    expect((await parlance(['render', '--help'])).stdout).toContain('--cwd')
    expect(await parlance(['--version'])).toEqual({status: 0, stdout: '0.1.0\n', stderr: ''})
  })
})

describe('render', () => {
  test('gives the variant on standard output, and nothing else there', async () => {
    const cwd = folderWith({'page.md': page})
    expect(
      await parlance(['render', 'page.md', '--audience', 'clinician', '--format', 'text'], {cwd}),
    ).toEqual({
      status: 0,
      stdout: 'One.\n\nTwo.\n',
      stderr: '',
    })
    expect((await parlance(['render', 'page.md', '-a', 'patient'], {cwd})).stdout).toBe('<p>Two.</p>\n')
    expect(
      (await parlance(['render', 'page.md', '-a', 'patient', '-f', 'text', '--page', '--width', '30'], {cwd}))
        .stdout,
    ).toBe('A page\n======\n\nWhich best describes you? I am\na patient or caregiver\n\nTwo.\n')
  })

  test('reads standard input, writes a file, and leaves the folder with --cwd', async () => {
    const cwd = folderWith({'sub/part.md': 'Included.\n'})
    const args = ['render', '-', '-a', 'patient', '-f', 'text', '--cwd', 'sub']
    expect((await parlance(args, {cwd, input: '::include{file="part.md"}\n'})).stdout).toBe('Included.\n')
    expect(await parlance([...args, '-o', 'out.txt'], {cwd, input: 'Text.\n'})).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
    expect(readFileSync(join(cwd, 'sub/out.txt'), 'utf8')).toBe('Text.\n')
  })

  test('errors of the content are exit 1, messages on standard error, no output', async () => {
    const cwd = folderWith({'page.md': broken})
    const {status, stdout, stderr} = await parlance(['render', 'page.md', '-a', 'patient'], {cwd})
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toContain('page.md')
    expect(stderr).toContain('page.md:1:1  error  directive-unknown')
    expect(stderr).toContain('    Unknown directive `clinican`\n    Did you mean `clinician`?\n')
    expect(stderr).toContain('How to fix it: Put a backslash before the colon if it is meant as text.')
  })

  test('--draft renders all the same and says so; --quiet says nothing', async () => {
    const cwd = folderWith({'page.md': `${broken}\nFine.\n`})
    const {status, stdout, stderr} = await parlance(
      ['render', 'page.md', '-a', 'patient', '--draft', '--quiet'],
      {
        cwd,
      },
    )
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('Draft: this page has errors')
    expect(stdout).toContain('Fine.')
    expect(stdout).not.toContain('One.')
  })

  test('a dimension is chosen with --where', async () => {
    const config = '{"dimensions": {"region": ["us", "eu"]}}'
    const cwd = folderWith({
      'parlance.config.json': config,
      'page.md': ':::only{region=us}\nUS.\n:::\n\nAll.\n',
    })
    const run = async (...more: readonly string[]): Promise<string> =>
      (await parlance(['render', 'page.md', '-a', 'patient', '-f', 'text', ...more], {cwd})).stdout
    expect([await run('--where', 'region=us'), await run('--where', 'region=eu'), await run()]).toEqual([
      'US.\n\nAll.\n',
      'All.\n',
      'All.\n',
    ])
  })
})

test('build --quiet tells errors, and nothing else on standard error', async () => {
  const cwd = folderWith({'content/a.md': 'A :foo[word].\n', 'content/b.md': '![](b.png)\n'})
  const {status, stderr} = await parlance(['build', '--quiet'], {cwd})
  expect(status).toBe(1)
  expect(stderr).toContain('content/a.md:1:3  error  directive-unknown')
  expect(stderr).not.toContain('warning')
  expect(stderr).not.toContain('pages built')
})

describe('rules', () => {
  test('lists all of them with their severity', async () => {
    const {status, stdout} = await parlance(['rules'])
    expect(status).toBe(0)
    expect(stdout.split('\n')).toHaveLength(Object.keys(rules).length + 1)
    expect(stdout).toMatch(/^never-shown +error +\S/m)
  })

  test('prints the page of one, with an example', async () => {
    const {status, stdout} = await parlance(['rules', 'never-shown'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^# `never-shown`\n[\s\S]*\*\*Wrong\*\*[\s\S]*\*\*Right\*\*/)
  })

  test('as JSON', async () => {
    const all = JSON.parse((await parlance(['rules', '--reporter', 'json'])).stdout) as object[]
    expect(all).toHaveLength(Object.keys(rules).length)
    const one: unknown = JSON.parse((await parlance(['rules', 'never-shown', '--reporter', 'json'])).stdout)
    expect(one).toMatchObject({
      id: 'never-shown',
      severity: 'error',
      page: expect.stringContaining('**Wrong**'),
    })
  })

  test('an unknown one is wrong usage', async () => {
    const {status, stdout, stderr} = await parlance(['rules', 'never-shwon'])
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toMatch(/^error: Unknown rule `never-shwon`: did you mean `never-shown`\?/)
  })
})
