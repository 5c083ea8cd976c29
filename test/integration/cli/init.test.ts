import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checkReadability} from '../../../src/api/readability.ts'
import {projectFiles} from '../../../src/faces/cli/init/index.ts'
import {configFor} from '../../../src/faces/cli/init/scaffolding.ts'
import {check, compile} from '../../../src/index.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, filesBelow, folderWith} from '../../support/temporary.ts'

const cli = join(import.meta.dirname, '../../../dist/cli.js')

test('text that is too hard for patients is reported in a new project', async () => {
  const sentence =
    'Notwithstanding contraindications, anticoagulation necessitates multidisciplinary reconsideration of pharmacokinetic interactions, individualized thromboembolic predisposition, comprehensive haemorrhagic vulnerability, and longitudinally deteriorating renal functionality in multimorbid individuals requiring polypharmacological rationalization, irrespective of electrocardiographic characterization or anticipated hospitalization.'
  const answers = {
    title: 'A',
    audiences: ['patient'],
    name: 'a',
    today: '2026-01-01',
    version: '1.0.0',
  } as const
  const document = compile(`${sentence}\n`, {config: configFor(answers)})
  expect(checkReadability(document).map(({ruleId, fatal}) => [ruleId, fatal])).toContainEqual([
    'readability',
    true,
  ])
})

const ids = ['clinician', 'patient', 'student'] as const
const choices = [1, 2, 3, 4, 5, 6, 7].map(bits => ({
  audiences: ids.filter((_, index) => (bits >> index) & 1),
}))

test.each(choices)('an article for $audiences has nothing to fix', ({audiences}) => {
  const answers = {title: "A 'site'", audiences, name: 'x', today: '2026-01-31', version: '1.2.3'}
  const files = projectFiles(answers)
  const document = compile(files.get('content/aspirin.md') ?? '', {
    config: configFor(answers),
    path: 'content/aspirin.md',
    read: path => files.get(path),
  })
  expect(check(document).messages.map(String)).toEqual([])
  expect(checkReadability(document).map(String)).toEqual([])
  expect(document.audiences).toEqual(audiences)
  expect(files.get('parlance.config.ts')).toContain("site: {title: 'A \\'site\\''}")
  expect(files.get('package.json')).toContain('"parlance-md": "^1.2.3"')
})

describe('where it may write', () => {
  test('a folder with other files is fine, and they stay', async () => {
    const cwd = folderWith({'notes.txt': 'Mine.\n'})
    expect((await parlance(['init'], {cwd})).status).toBe(0)
    expect(contentOf(cwd)).toMatchObject({'notes.txt': 'Mine.\n', 'glossary.yaml': expect.anything()})
  })

  test.each([
    [
      {'README.md': 'Mine.\n'},
      'This file is in the way and stays as it is; nothing was written:\n  README.md\n',
    ],
    [
      {'glossary.yaml': 'Mine.\n', 'parlance.config.json': '{}'},
      'These files are in the way and stay as they are; nothing was written:\n  glossary.yaml\n  parlance.config.json\n',
    ],
  ])('%j is never written over', async (files, message) => {
    const cwd = folderWith(files)
    const {status, stdout, stderr} = await parlance(['init', '.'], {cwd})
    expect({status, stdout}).toEqual({status: 2, stdout: ''})
    expect(stderr).toContain(message)
    expect(contentOf(cwd)).toEqual(files)
  })

  test('a folder that cannot be made', async () => {
    const cwd = folderWith({file: ''})
    const {status, stderr} = await parlance(['init', 'file/site'], {cwd})
    expect([status, stderr]).toEqual([2, expect.stringContaining('ENOTDIR')])
  })
})

test('options answer what a person would be asked', async () => {
  const cwd = folderWith({})
  expect((await parlance(['init', '--title', 'Blood', '-a', 'patient', 'clinician'], {cwd})).status).toBe(0)
  const files = contentOf(cwd)
  expect(files['parlance.config.ts']).toContain("site: {title: 'Blood'}")
  expect(files['parlance.config.ts']).not.toContain('student')
  expect(filesBelow(join(cwd, 'content/__variants__'))).toHaveLength(4)
  const {status, stderr} = await parlance(['init', 'x', '-a', 'pateint'], {cwd})
  expect([status, stderr]).toEqual([2, expect.stringContaining('did you mean `patient`?')])
})

describe('on a terminal', () => {
  /** Run it in a pseudo-terminal, and type each of these keys once the text before it has appeared. */
  const type = (cwd: string, keys: readonly (readonly [seen: string, key: string])[]) => {
    const {CI: _, ...env} = process.env
    const command = `stty cols 100 rows 30; exec '${process.execPath}' '${cli}' init`
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd,
      env: {...env, TERM: 'xterm', SHELL: '/bin/sh'},
    })
    const left = [...keys]
    const shown: string[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), 120_000)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown.push(text)
      const [seen, key] = left[0] ?? []
      if (seen === undefined || key === undefined || !shown.join('').includes(seen)) return
      left.shift()
      child.stdin.write(key)
    })
    return new Promise<{status: number | null; shown: string}>(resolve => {
      child.once('close', status => {
        clearTimeout(timer)
        resolve({status, shown: shown.join('')})
      })
    })
  }

  test('it asks for the title and the audiences', async () => {
    const cwd = folderWith({})
    const {status, shown} = await type(cwd, [
      ['Title of the site', ' for Nurses\r'],
      ['Who reads it?', '\u001B[B\u001B[B \r'],
    ])
    expect([status, shown]).toEqual([0, expect.stringContaining('18 files written')])
    const config = contentOf(cwd)['parlance.config.ts']
    expect(config).toContain("title: 'My Articles for Nurses'")
    expect(config).not.toContain("id: 'student'")
  })

  test.each([
    ['at the first question', [['Title of the site', '\u0003']] as const],
    [
      'at the second',
      [
        ['Title of the site', '\r'],
        ['Who reads it?', '\u0003'],
      ] as const,
    ],
  ])('Ctrl-C %s is exit 130, and nothing is written', async (_, keys) => {
    const cwd = folderWith({})
    const {status, shown} = await type(cwd, keys)
    expect([status, shown]).toEqual([130, expect.stringContaining('Nothing was written.')])
    expect(filesBelow(cwd)).toEqual([])
  })
})
