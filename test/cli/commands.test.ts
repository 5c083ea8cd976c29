import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parlance} from '../support/cli.ts'
import {folderWith} from '../support/temporary.ts'

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
    [['check', 'pgae.md'], /There is no file `pgae.md`/],
    [['check', '--reporter', 'jsno'], /Unknown value `jsno`: did you mean `json`\?/],
    [['render', 'page.md', '-a', 'patient', '--config', 'none.json'], /there is no such file/],
  ])('%j is exit 2, with help and no output', (args, message) => {
    const cwd = folderWith({'page.md': page, 'content/page.md': page})
    const {status, stdout, stderr} = parlance(args, {cwd})
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('--help and --version are exit 0, on standard output', () => {
    const help = parlance(['--help'])
    expect(help).toMatchObject({status: 0, stderr: ''})
    for (const name of ['render', 'build', 'check']) expect(help.stdout).toContain(name)
    expect(parlance(['render', '--help']).stdout).toContain('--cwd')
    expect(parlance(['--version'])).toEqual({status: 0, stdout: '0.1.0\n', stderr: ''})
  })
})

describe('render', () => {
  test('gives the variant on standard output, and nothing else there', () => {
    const cwd = folderWith({'page.md': page})
    expect(parlance(['render', 'page.md', '--audience', 'clinician', '--format', 'text'], {cwd})).toEqual({
      status: 0,
      stdout: 'One.\n\nTwo.\n',
      stderr: '',
    })
    expect(parlance(['render', 'page.md', '-a', 'patient'], {cwd}).stdout).toBe('<p>Two.</p>\n')
    expect(
      parlance(['render', 'page.md', '-a', 'patient', '-f', 'text', '--page', '--width', '30'], {cwd}).stdout,
    ).toBe('A page\n======\n\nWhich best describes you? I am\na patient or caregiver\n\nTwo.\n')
  })

  test('reads standard input, writes a file, and leaves the folder with --cwd', () => {
    const cwd = folderWith({'sub/part.md': 'Included.\n'})
    const args = ['render', '-', '-a', 'patient', '-f', 'text', '--cwd', 'sub']
    expect(parlance(args, {cwd, input: '::include{file="part.md"}\n'}).stdout).toBe('Included.\n')
    expect(parlance([...args, '-o', 'out.txt'], {cwd, input: 'Text.\n'})).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    })
    expect(readFileSync(join(cwd, 'sub/out.txt'), 'utf8')).toBe('Text.\n')
  })

  test('errors of the content are exit 1, messages on standard error, no output', () => {
    const cwd = folderWith({'page.md': broken})
    const {status, stdout, stderr} = parlance(['render', 'page.md', '-a', 'patient'], {cwd})
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toContain('page.md')
    expect(stderr).toContain('1:1-3:4 error Unknown directive `clinican`: did you mean `clinician`?')
    expect(stderr).toContain('directive-unknown: Put a backslash before the colon if it is meant as text.')
  })

  test('--draft renders all the same and says so; --quiet says nothing', () => {
    const cwd = folderWith({'page.md': `${broken}\nFine.\n`})
    const {status, stdout, stderr} = parlance(['render', 'page.md', '-a', 'patient', '--draft', '--quiet'], {
      cwd,
    })
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    expect(stdout).toContain('Draft: this page has errors')
    expect(stdout).toContain('Fine.')
    expect(stdout).not.toContain('One.')
  })

  test('a dimension is chosen with --where', () => {
    const config = '{"dimensions": {"region": ["us", "eu"]}}'
    const cwd = folderWith({
      'parlance.config.json': config,
      'page.md': ':::only{region=us}\nUS.\n:::\n\nAll.\n',
    })
    const run = (...more: readonly string[]): string =>
      parlance(['render', 'page.md', '-a', 'patient', '-f', 'text', ...more], {cwd}).stdout
    expect([run('--where', 'region=us'), run('--where', 'region=eu'), run()]).toEqual([
      'US.\n\nAll.\n',
      'All.\n',
      'All.\n',
    ])
  })
})

describe('check', () => {
  const warning = '# A\n\n### C\n\nText.\n'

  test('says what it found and who gets what, on standard error', () => {
    const group = '::::variants{#dose}\n:::clinician\nA\n:::\n:::patient\nB\n:::\n::::\n'
    const {status, stdout, stderr} = parlance(['check'], {cwd: folderWith({'content/a.md': group})})
    expect({status, stdout}).toEqual({status: 0, stdout: ''})
    expect(stderr).toMatchInlineSnapshot(`
      "content/a.md
      1:1-8:5 info \`dose\`: \`student\` gets the wording for \`clinician\` variant-fallback parlance
      content/a.md
        group  line  clinician  patient  student
        dose   1     own        own      from clinician
      1 page checked
      "
    `)
  })

  test('errors are exit 1; more warnings than allowed too', () => {
    const cwd = folderWith({'content/a.md': warning, 'content/b.md': broken})
    expect(parlance(['check'], {cwd}).status).toBe(1)
    expect(parlance(['check', 'content/a.md'], {cwd}).status).toBe(0)
    expect(parlance(['check', 'content/a.md', '--max-warnings', '0'], {cwd})).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('1 warning; at most 0 are allowed'),
    })
  })

  test('json', () => {
    const cwd = folderWith({'content/a.md': warning})
    const {pages} = JSON.parse(parlance(['check', '--reporter', 'json'], {cwd}).stdout) as {pages: unknown[]}
    expect(pages).toMatchObject([
      {
        path: 'content/a.md',
        messages: [
          {
            ruleId: 'heading-level-skipped',
            severity: 'warning',
            line: 3,
            column: 1,
            endLine: 3,
            endColumn: 6,
          },
        ],
        matrix: [],
      },
    ])
  })

  test('github', () => {
    const cwd = folderWith({'content/a.md': warning})
    expect(parlance(['check', '--reporter', 'github'], {cwd}).stdout).toBe(
      '::warning file=content/a.md,line=3,col=1,endLine=3,endColumn=6,title=heading-level-skipped::A heading of level 3 follows one of level 1%0AScreen readers navigate by heading level; use the next level down.\n',
    )
  })

  test('sarif', () => {
    const cwd = folderWith({'content/a.md': warning})
    const log = JSON.parse(parlance(['check', '--reporter', 'sarif'], {cwd}).stdout) as object
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {tool: {driver: {name: 'parlance'}}, results: [{ruleId: 'heading-level-skipped', level: 'warning'}]},
      ],
    })
  })
})
