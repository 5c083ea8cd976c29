import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync, rmSync, utimesSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import type Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import Ajv4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import {formatNames} from '../../../src/internal.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, folderWith, writeIn} from '../../support/temporary.ts'

const root = join(import.meta.dirname, '../../..')
const warning = '# A\n\n### C\n\nText.\n'
const broken = ':::clinican\nOne.\n:::\n'
const group = '::::variants{#dose}\n:::clinician\nA\n:::\n:::patient\nB\n:::\n::::\n'

/** Many pages, of which every third has a warning, and every seventh an error. */
const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({length: count}, (_, index) => {
      const text = index % 7 === 0 ? broken : index % 3 === 0 ? warning : group
      return [`content/p${String(index).padStart(3, '0')}.md`, text]
    }),
  )

describe('pretty', () => {
  test('says who gets what, then what it found, on standard error', async () => {
    const cwd = folderWith({'content/a.md': group, 'content/b.md': warning, 'content/c.md': broken})
    const {status, stdout, stderr} = await parlance(['check'], {cwd})
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toMatchInlineSnapshot(`
      "content/a.md
        group  line  clinician  patient  student
        dose   1     own        own      from clinician

      content/a.md

        content/a.md:1:1  info  variant-fallback  for student
          \`dose\`: \`student\` gets the wording for \`clinician\`

      content/b.md

        content/b.md:3:1  warning  heading-level-skipped  for clinician, patient, student
          A heading of level 3 follows one of level 1

              2 │
            › 3 │ ### C
                │ ^^^^^
              4 │

          How to fix it: Screen readers navigate by heading level; use the next level down.
          parlance rules heading-level-skipped

      content/c.md

        content/c.md:1:1  error  directive-unknown  for clinician, patient, student
          Unknown directive \`clinican\`
          Did you mean \`clinician\`?
          Allowed: \`only\`, \`variants\`, \`when\`, \`otherwise\`, \`safety\`, \`note\`, \`tip\`, \`important\`, \`warning\`, \`caution\`, \`clinician\`, \`patient\`, \`student\`

            › 1 │ :::clinican
                │ ^^^^^^^^^^^
              2 │ One.

          How to fix it: Put a backslash before the colon if it is meant as text.
          parlance rules directive-unknown

      ✖ 1 error, 1 warning, 1 note
      3 pages checked
      "
    `)
  })

  test('nothing to report', async () => {
    const {status, stdout, stderr} = await parlance(['check'], {cwd: folderWith({'content/a.md': 'Text.\n'})})
    expect({status, stdout, stderr}).toEqual({
      status: 0,
      stdout: '',
      stderr: '✔ nothing to report\n1 page checked\n',
    })
  })

  test('of long lines the part around the place is shown, and no control character', async () => {
    const text = `${'word '.repeat(60)}![](a.png) ${'more '.repeat(30)}\n\nA \u001b[31mred\u202e flag\t日本 :cite[nobody].\n`
    const {stderr} = await parlance(['check'], {cwd: folderWith({'content/a.md': text})})
    const lines = stderr.split('\n')
    const at = lines.findIndex(line => line.includes('a.png)'))
    const [shown = '', mark = ''] = [lines[at], lines[at + 1]]
    expect(shown.length).toBeLessThanOrEqual(100)
    expect(mark.indexOf('^')).toBe(shown.indexOf('![](a.png)'))
    expect(mark.trim().replace('│', '').trim()).toBe('^'.repeat('![](a.png)'.length))
    const wide = lines.findIndex(line => line.includes('nobody]'))
    // Two characters that take two columns each stand before it.
    expect(lines[wide + 1]?.indexOf('^')).toBe((lines[wide]?.indexOf('nobody') ?? 0) + 2)
    expect(stderr).not.toMatch(/[\u001b\u202e]/)
  })

  test('--quiet leaves errors alone', async () => {
    const cwd = folderWith({'content/a.md': warning, 'content/b.md': broken})
    const {status, stdout, stderr} = await parlance(['check', '--quiet'], {cwd})
    expect({status, stdout}).toEqual({status: 1, stdout: ''})
    expect(stderr).toContain('✖ 1 error\n')
    expect(stderr).not.toContain('heading-level-skipped')
  })

  test('colors and a bar on a terminal, and neither in a pipe', () => {
    const cwd = folderWith(many(30))
    const cli = join(root, 'dist/cli.js')
    const env = {
      ...process.env,
      GITHUB_ACTIONS: '',
      TERM: 'xterm',
      FORCE_COLOR: undefined,
      NO_COLOR: undefined,
    }
    const onTerminal = spawnSync(
      'script',
      ['-qec', `${process.execPath} ${cli} check --no-cache`, '/dev/null'],
      {
        cwd,
        encoding: 'utf8',
        env,
      },
    )
    expect(onTerminal.stdout).toContain('30 pages')
    expect(onTerminal.stdout).toContain('\u001b[31merror\u001b[39m')
    const piped = spawnSync(process.execPath, [cli, 'check', '--no-cache'], {cwd, encoding: 'utf8', env})
    expect(piped.stdout).toBe('')
    expect(piped.stderr).not.toContain('\u001b')
    expect(piped.stderr).not.toMatch(/\d\/30 pages/)
    expect(piped.stderr).toContain('30 pages checked\n')
  })
})

describe('exit status', () => {
  test('errors are exit 1; more warnings than allowed too', async () => {
    const cwd = folderWith({'content/a.md': warning, 'content/b.md': broken})
    expect((await parlance(['check'], {cwd})).status).toBe(1)
    expect((await parlance(['check', 'content/a.md'], {cwd})).status).toBe(0)
    expect((await parlance(['check', 'content/a.md', '--max-warnings', '1'], {cwd})).status).toBe(0)
    expect(await parlance(['check', 'content/a.md', '--max-warnings', '0'], {cwd})).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('1 warning; at most 0 are allowed'),
    })
  })

  test.each([
    ['off', 0, '✔ nothing to report'],
    ['info', 0, 'ℹ 1 note'],
    ['error', 1, '✖ 1 error'],
  ])('a rule that the configuration sets to %s', async (severity, status, line) => {
    const cwd = folderWith({
      'parlance.config.json': JSON.stringify({rules: {'heading-level-skipped': severity}}),
      'content/a.md': warning,
    })
    const run = await parlance(['check', '--max-warnings', '0'], {cwd})
    expect(run.status).toBe(status)
    expect(run.stderr).toContain(line)
  })

  test('a line that is disabled with a reason', async () => {
    const disabled = warning.replace(
      '###',
      '<!-- parlance-disable-next-line heading-level-skipped -- the design wants it -->\n###',
    )
    const cwd = folderWith({'content/a.md': disabled})
    expect(await parlance(['check', '--max-warnings', '0'], {cwd})).toMatchObject({
      status: 0,
      stderr: '✔ nothing to report\n1 page checked\n',
    })
    for (const format of formatNames) {
      const {stdout} = await parlance(['render', 'content/a.md', '-a', 'patient', '-f', format], {cwd})
      expect(stdout).toContain('Text.')
      expect(stdout).not.toMatch(/design|disable|skipped/)
    }
  })
})

describe('json', () => {
  test('is as its schema says', async () => {
    const cwd = folderWith({
      ...many(9),
      'content/refs.md':
        '---\nreferences:\n  - {id: a, type: book, title: T, publisher: P, issued: 2020}\n---\n\n:::clinician\nA :cite[a].\n:::\n',
    })
    const {stdout, stderr} = await parlance(['check', '--reporter', 'json'], {cwd})
    expect(stderr).toBe('')
    const report = JSON.parse(stdout) as {pages: {path: string}[]}
    const schema = JSON.parse(readFileSync(join(root, 'schemas/check-report.json'), 'utf8')) as object
    const ajv = new Ajv2020.default({strict: true})
    expect(ajv.validate(schema, report), JSON.stringify(ajv.errors)).toBe(true)
    expect(ajv.validate(schema, {...report, more: 1})).toBe(false)
    expect(report).toMatchObject({version: 1, summary: {pages: 10, errors: 2}})
    expect(report.pages[3]).toMatchObject({
      path: 'content/p003.md',
      messages: [
        {
          ruleId: 'heading-level-skipped',
          severity: 'warning',
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 6,
          note: expect.any(String),
        },
      ],
      matrix: [],
    })
  })
})

describe('github', () => {
  const annotation =
    '::warning file=content/a.md,line=3,col=1,endLine=3,endColumn=6,title=heading-level-skipped::A heading of level 3 follows one of level 1%0AScreen readers navigate by heading level; use the next level down.\n'

  test('annotations', async () => {
    const cwd = folderWith({'content/a.md': warning})
    expect(await parlance(['check', '--reporter', 'github'], {cwd})).toMatchObject({
      stdout: annotation,
      stderr: '',
    })
  })

  test('come by themselves in Actions, beside what people read in the log', async () => {
    const cwd = folderWith({'content/a.md': warning})
    const env = {GITHUB_ACTIONS: 'true'}
    const {stdout, stderr} = await parlance(['check'], {cwd, env})
    expect(stdout).toBe(annotation)
    expect(stderr).toContain('⚠ 1 warning')
    expect((await parlance(['check', '--reporter', 'pretty'], {cwd, env})).stdout).toBe('')
  })

  test('name files from the repository’s folder, where the project is a part of it', async () => {
    const workspace = folderWith({'docs/content/a.md': warning})
    const {stdout} = await parlance(['check', '--cwd', 'docs', '--reporter', 'github'], {
      cwd: workspace,
      env: {GITHUB_WORKSPACE: workspace},
    })
    expect(stdout).toContain('file=docs/content/a.md,')
  })

  test('name files from the project, where it is no part of the repository', async () => {
    const cwd = folderWith({'content/a.md': warning, 'repository/readme.md': ''})
    const env = {GITHUB_WORKSPACE: `${cwd}/repository`}
    expect((await parlance(['check', '--reporter', 'github'], {cwd, env})).stdout).toBe(annotation)
  })
})

test('sarif is as the schema of version 2.1.0 says', async () => {
  const cwd = folderWith({...many(9), 'content/ä b.md': warning})
  const log = JSON.parse((await parlance(['check', '--reporter', 'sarif'], {cwd})).stdout) as {
    runs: {results: object[]}[]
  }
  const schemaFile = createRequire(import.meta.url)
    .resolve('@microsoft/jest-sarif')
    .replace(/index\.js$/, 'schemas/sarif-2.1.0-rtm.5.json')
  const ajv = new Ajv4.default({strict: false, allErrors: true, unicodeRegExp: false})
  addFormats.default(ajv as unknown as Ajv.default) // the same class, of an earlier draft
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object)
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
  expect(validate({...log, version: '2.0.0'})).toBe(false)
  expect(log.runs[0]?.results.at(-1)).toMatchObject({
    ruleId: 'heading-level-skipped',
    level: 'warning',
    locations: [
      {
        physicalLocation: {
          artifactLocation: {uri: 'content/%C3%A4%20b.md'},
          region: {startLine: 3, startColumn: 1, endLine: 3, endColumn: 6},
        },
      },
    ],
  })
})

describe('many pages', () => {
  const json = ['check', '--reporter', 'json']

  test('threads and cache change nothing of what is found', async () => {
    const cwd = folderWith(many(40))
    const alone = (await parlance([...json, '--jobs', '1', '--no-cache'], {cwd})).stdout
    expect(existsSync(join(cwd, '.parlance'))).toBe(false)
    expect((await parlance([...json, '--jobs', '3', '--no-cache'], {cwd})).stdout).toBe(alone)
    expect((await parlance([...json, '--jobs', '2'], {cwd})).stdout).toBe(alone)
    expect((await parlance(json, {cwd})).stdout).toBe(alone)
    expect((await parlance(['check'], {cwd})).stderr).toContain('40 pages checked, 40 of them unchanged')
  })

  test('only what changed is checked again, whatever it is made of', async () => {
    const cwd = folderWith({
      ...many(21),
      'content/p000.md': '::include{file="_part.md"}\n',
      'content/_part.md': 'Text.\n',
      'content/p001.md': 'See [there](p002.md#dose).\n',
      'parlance.config.json': '{"glossary": "glossary.yaml"}',
      'glossary.yaml': '{}\n',
    })
    const unchanged = async (): Promise<number> => {
      const {stderr} = await parlance(['check'], {cwd})
      return Number(/(\d+) of them unchanged/.exec(stderr)?.[1] ?? 0)
    }
    expect(await unchanged()).toBe(0)
    utimesSync(join(cwd, 'content/p005.md'), new Date(), new Date())
    expect(await unchanged()).toBe(21)
    writeIn(cwd, 'content/p005.md', 'Other.\n')
    expect(await unchanged()).toBe(20)
    writeIn(cwd, 'content/_part.md', '![](a.png)\n')
    expect((await parlance(['check'], {cwd})).stderr).toContain(
      'content/_part.md:1:1  warning  image-alt-missing',
    )
    writeIn(cwd, 'content/p002.md', 'Without it.\n')
    expect((await parlance(['check'], {cwd})).stderr).toContain('xref-missing')
    writeIn(cwd, 'glossary.yaml', 'a: {trem: b}\n')
    expect((await parlance(['check'], {cwd})).stderr).toContain('glossary-invalid')
    writeIn(cwd, 'parlance.config.json', '{"rules": {"image-alt-missing": "off"}}')
    expect((await parlance(['check'], {cwd})).stderr).not.toContain('image-alt-missing')
    rmSync(join(cwd, 'content/p003.md'))
    expect(await unchanged()).toBe(20)
  })

  test('the cache stands where other tools keep theirs, or in the given folder, and Git ignores it', async () => {
    const cwd = folderWith({...many(20), 'node_modules/.keep': ''})
    await parlance(['check'], {cwd})
    expect(existsSync(join(cwd, 'node_modules/.cache/parlance/check.json'))).toBe(true)
    await parlance(['check', '--cache-location', 'tmp/seen.json'], {cwd})
    expect(existsSync(join(cwd, 'tmp/seen.json'))).toBe(true)
    const other = folderWith(many(20))
    await parlance(['check'], {cwd: other})
    expect(readFileSync(join(other, '.parlance/.gitignore'), 'utf8')).toBe('*\n')
    writeIn(other, '.parlance/check.json', '{"key": ')
    expect((await parlance(['check'], {cwd: other})).stderr).toContain('20 pages checked\n')
  })

  test('are reported as a whole: notes are only counted, and each rule shows its fix once', async () => {
    const cwd = folderWith(many(30))
    const {status, stderr} = await parlance(['check'], {cwd})
    expect(status).toBe(1)
    expect(stderr.match(/How to fix it:/g)).toHaveLength(2)
    expect(stderr).not.toContain('  info  variant-fallback')
    expect(stderr.slice(stderr.indexOf('  rule '))).toMatchInlineSnapshot(`
      "  rule                   severity  messages  files
        directive-unknown      error     5         5
        heading-level-skipped  warning   8         8
        variant-fallback       info      17        17

      ✖ 5 errors, 8 warnings, 17 notes
      Notes are only counted here: check a folder or a file to read them, or use --reporter json
      30 pages checked
      "
    `)
    expect((await parlance(['check', 'content/p001.md'], {cwd})).stderr).toContain('  info  variant-fallback')
    expect((await parlance(['check', '--quiet'], {cwd})).stderr).not.toContain('  rule ')
  })

  test('a few pages leave nothing behind', async () => {
    const files = {'content/a.md': warning}
    const cwd = folderWith(files)
    await parlance(['check'], {cwd})
    expect(contentOf(cwd)).toEqual(files)
  })
})
