import {cpSync, existsSync, readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Run} from '../../support/cli.ts'
import {fixtures} from '../../support/fixtures.ts'
import {install, runInstalled} from '../../support/installed.ts'
import {contentOf, filesBelow, folderWith, writeIn} from '../../support/temporary.ts'

// The worked example, fixtures/projects/tested, with a Vitest of its own.

// A test runs Vitest up to three times.
const variants = 'content/__variants__'

/** A copy of the example, with other files where they are given. */
function example(files: Readonly<Record<string, string>> = {}): string {
  const project = folderWith({})
  cpSync(fixtures('projects', 'tested'), project, {recursive: true})
  for (const [path, text] of Object.entries(files)) writeIn(project, path, text)
  install(project)
  return project
}

const ci = {CI: '1'}
const vitest = (project: string, args: readonly string[] = [], env = {}): Run =>
  runInstalled(project, 'vitest', ['run', '--reporter=verbose', ...args], env)

/** Last lines of a run: how many files and tests. */
const summary = ({stdout}: Run): string | undefined => /^ *Tests .*$/m.exec(stdout)?.[0].trim()

function edit(project: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(project, path), 'utf8')
  expect(text).toContain(from)
  writeIn(project, path, text.replace(from, to))
}

describe('the example', () => {
  test('passes as it stands, in CI, and writes nothing', () => {
    const project = example()
    const before = contentOf(join(project, 'content'))
    const run = vitest(project, [], ci)
    expect([run.status, summary(run)]).toEqual([0, 'Tests  17 passed (17)'])
    expect(contentOf(join(project, 'content'))).toEqual(before)
    expect(filesBelow(join(project, variants))).toEqual([
      ...['clinician', 'patient', 'student'].flatMap(id => [`aspirin.${id}.html`, `aspirin.${id}.txt`]),
      ...['clinician', 'patient'].flatMap(id => [`heart/risk.${id}.html`, `heart/risk.${id}.txt`]),
    ])
  })

  test('its types hold', () => {
    const project = example({
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2022',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: [],
        },
        include: ['test', 'vitest.config.ts'],
      }),
      'test/wrong.test.ts':
        "import 'parlance-md/vitest'\nimport {expect} from 'vitest'\n// @ts-expect-error: the keys are missing\nexpect({}).toCiteInOrder('patient')\n",
    })
    expect(runInstalled(project, 'tsc', ['-p', '.']).stdout).toBe('')
  })

  test('each shard is right on its own', () => {
    const more =
      "import {snapshotContent} from 'parlance-md/vitest'\n\nsnapshotContent({content: '../content/heart'})\n"
    const project = example({'test/heart.test.ts': more})
    vitest(project, ['-u'])
    const shards = ['1/2', '2/2'].map(shard => vitest(project, ['--shard', shard], ci))
    expect(shards.map(({status}) => status)).toEqual([0, 0])
    expect(shards.map(summary).sort()).toEqual(['Tests  17 passed (17)', 'Tests  5 passed (5)'])
    expect(filesBelow(join(project, 'content/heart/__variants__'))).toHaveLength(4)
  })
})

describe('a variant that is not what was reviewed', () => {
  test('fails with its file and the line that changed, and the file stays', () => {
    const project = example()
    const file = `${variants}/aspirin.patient.txt`
    const reviewed = readFileSync(join(project, file), 'utf8')
    edit(project, 'content/aspirin.md', 'Take one 75 mg tablet', 'Take one 100 mg tablet')
    const {status, stdout, stderr} = vitest(project)
    expect(status).toBe(1)
    expect(stderr).toContain(`${file}: Snapshot`)
    expect(stderr).toContain(
      '\n- Take one 75 mg tablet a day, with food [1].\n+ Take one 100 mg tablet a day, with food [1].\n',
    )
    expect(stdout).toContain('2 failed | 15 passed (17)')
    expect(readFileSync(join(project, file), 'utf8')).toBe(reviewed)
    expect(vitest(project, ['-u']).status).toBe(0)
    expect(readFileSync(join(project, file), 'utf8')).toBe(reviewed.replace('75 mg', '100 mg'))
  })

  test('is written where there is none yet, but never in CI', () => {
    const project = example()
    const file = join(project, variants, 'aspirin.patient.txt')
    const reviewed = readFileSync(file, 'utf8')
    rmSync(file)
    const {status, stderr} = vitest(project, [], ci)
    expect(status).toBe(1)
    expect(stderr).toContain(
      'There is no snapshot `content/__variants__/aspirin.patient.txt` yet. Run `vitest -u`, review the file and commit it',
    )
    expect(existsSync(file)).toBe(false)
    expect(vitest(project).status).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(reviewed)
  })
})

describe('files that are left over', () => {
  test.each<[string, (project: string) => void, readonly string[]]>([
    [
      'of a page that is gone',
      project => rmSync(join(project, 'content/heart/risk.md')),
      ['clinician.html', 'clinician.txt', 'patient.html', 'patient.txt'].map(end => `heart/risk.${end}`),
    ],
    [
      'of an audience that a page does not promise any more',
      project =>
        edit(project, 'content/heart/risk.md', 'audiences: [clinician, patient]', 'audiences: [clinician]'),
      ['heart/risk.patient.html', 'heart/risk.patient.txt'],
    ],
    [
      'of a slug that was changed',
      project => edit(project, 'content/heart/risk.md', '---\n', '---\nslug: heart/danger\n'),
      ['clinician.html', 'clinician.txt', 'patient.html', 'patient.txt'].map(end => `heart/risk.${end}`),
    ],
  ])('%s fail, and `-u` removes them', (_, change, left) => {
    const project = example()
    change(project)
    const {status, stderr} = vitest(project)
    expect(status).toBe(1)
    const list = left.map(file => `\n  ${variants}/${file}`).join('')
    expect(stderr).toContain(
      `These are of no page and audience any more; \`vitest -u\` removes them:${list}\n`,
    )
    expect(vitest(project, ['-u']).status).toBe(0)
    expect(left.filter(file => existsSync(join(project, variants, file)))).toEqual([])
  })

  test('nothing is removed for a page whose front matter is broken', () => {
    const project = example()
    const before = filesBelow(join(project, variants))
    edit(project, 'content/heart/risk.md', 'audiences: [clinician, patient]', 'audiences: [nobody]')
    expect(vitest(project, ['-u']).status).toBe(1)
    expect(filesBelow(join(project, variants))).toEqual(before)
  })
})

describe('pages that cannot be tested', () => {
  test('errors fail with their places, and no snapshot is written', () => {
    const project = example({'content/new.md': 'Text.\n\n:::clinican\nProthrombin.\n:::\n'})
    const {status, stderr} = vitest(project)
    expect(status).toBe(1)
    expect(stderr).toContain(
      'ContentFailure: content/new.md has an error, so no variant of it is published\n',
    )
    expect(stderr).toContain(
      '  content/new.md:3:1 error Unknown directive `clinican`: did you mean `clinician`?',
    )
    expect(stderr).toContain('❯ content/new.md:3:1')
    expect(existsSync(join(project, variants, 'new.patient.html'))).toBe(false)
  })

  test('two pages of one name', () => {
    const project = example({'content/heart/risk/index.md': 'Another.\n'})
    const {status, stderr} = vitest(project)
    expect(status).toBe(1)
    expect(stderr).toContain('The slug `heart/risk` is taken by `content/heart/risk.md` (slug-taken)')
  })

  test('options that name nothing', () => {
    const wrong = {
      "{content: '../content/none/*.md'}": /No page for these readers matches `[^`]*\/content\/none\/\*\.md`/,
      "{content: '../content', audiences: ['pateint']}":
        /Unknown audience `pateint`: did you mean `patient`\?/,
      "{content: '../content', formats: ['htm']}": /Unknown format `htm`: did you mean `html`\?/,
      "{content: '../content/heart', audiences: ['student']}":
        /No page for these readers matches `[^`]*\/heart\/\*\*\/\*\.md`/,
    }
    const project = example(
      Object.fromEntries(
        Object.keys(wrong).map((options, index) => [
          `test/wrong-${index}.test.ts`,
          `import {snapshotContent} from 'parlance-md/vitest'\n\nsnapshotContent(${options})\n`,
        ]),
      ),
    )
    const {status, stdout, stderr} = vitest(project, ['test/wrong'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/Test Files {2}4 failed \(4\)/)
    for (const message of Object.values(wrong)) expect(stderr).toMatch(message)
  })

  test('a configuration that cannot be used', () => {
    const {status, stderr} = vitest(example({'parlance.config.json': '{"audience": []}'}))
    expect(status).toBe(1)
    expect(stderr).toContain('did you mean `audiences`?')
  })
})

test('fewer audiences, other formats, a further dimension', () => {
  const project = example({
    'parlance.config.json': '{"dimensions": {"region": ["us", "eu"]}}',
    'content/dial.md': ':::only{region=us}\nDial 911.\n:::\n\n:::only{region=eu}\nDial 112.\n:::\n',
    'content/aspirin.md': 'Text.\n',
    'content/heart/risk.md': '---\nregion: eu\n---\n\nText.\n',
    'test/content.test.ts': [
      "import {snapshotContent} from 'parlance-md/vitest'",
      '',
      "for (const region of ['us', 'eu'])",
      "  snapshotContent({content: '../content', audiences: ['patient'], formats: ['markdown', 'json'], where: {region}})",
      '',
    ].join('\n'),
  })
  rmSync(join(project, variants), {recursive: true})
  expect(vitest(project).status).toBe(0)
  expect(filesBelow(join(project, variants))).toEqual(
    [
      'aspirin.patient.eu',
      'aspirin.patient.us',
      'dial.patient.eu',
      'dial.patient.us',
      'heart/risk.patient.eu',
    ].flatMap(stem => [`${stem}.json`, `${stem}.md`]),
  )
  expect(readFileSync(join(project, variants, 'dial.patient.us.md'), 'utf8')).toContain('Dial 911.')
  const {value} = JSON.parse(readFileSync(join(project, variants, 'dial.patient.eu.json'), 'utf8')) as {
    value: string[]
  }
  expect(value).toContain('<p>Dial 112.</p>')
  expect(vitest(project, [], ci).status).toBe(0)
})
