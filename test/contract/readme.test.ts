import {spawnSync} from 'node:child_process'
import {mkdirSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {followPage} from '../support/run-page.ts'
import {folderWith, writeIn} from '../support/temporary.ts'

const root = join(import.meta.dirname, '../..')

const readme = readFileSync(join(root, 'README.md'), 'utf8')

interface Block {
  readonly language: string
  readonly file: string | undefined
  readonly text: string
}

const blocks: readonly Block[] = [...readme.matchAll(/^```(\w+)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', file, text = '']) => ({language, file, text}),
)

/** Run a line of a console block and give back all that a person would see. */
function run(command: string, cwd: string): string {
  const [name = '', ...args] = command.split(' ')
  const program = name === 'parlance' ? [join(root, 'dist/cli.js'), ...args] : args
  const {stdout, stderr, status} = spawnSync(process.execPath, program, {
    cwd,
    encoding: 'utf8',
    env: {...process.env, NO_COLOR: '1', FORCE_COLOR: '0', GITHUB_ACTIONS: ''},
  })
  return `${stdout}${stderr}${status === 0 ? '' : `[exit ${status}]\n`}`
}

test('what the tour says is what happens', () => {
  const cwd = folderWith({'package.json': '{"type": "module"}'})
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(root, join(cwd, 'node_modules/parlance-md'), 'dir')
  const {text, commands, loose} = followPage(readme, cwd)
  expect(text).toBe(readme)
  expect(commands).toBe(4)
  expect([...new Set(loose)].sort()).toEqual(['sh', 'ts'])
})

test('the configuration in it works', () => {
  const cwd = folderWith({'package.json': '{"type": "module"}'})
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(root, join(cwd, 'node_modules/parlance-md'), 'dir')
  const [configuration, ...others] = blocks.filter(({language}) => language === 'ts')
  expect(others).toEqual([])
  writeIn(cwd, 'parlance.config.ts', configuration?.text ?? '')
  writeIn(cwd, 'references.json', '[]')
  writeIn(cwd, 'glossary.yaml', '{}')
  writeIn(cwd, 'page.md', ':::nurse\nFor nurses.\n:::\n')
  expect(run('parlance render page.md -a nurse -f text', cwd)).toBe('For nurses.\n')
})

test('the files that it links to are there', () => {
  const docs = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'))
  const howTo = readdirSync(join(root, 'docs/how-to')).map(name => `docs/how-to/${name}`)
  const readmes = ['README.md', 'src/README.md', ...docs.map(name => `docs/${name}`), ...howTo]
  for (const readme of readmes) {
    const folder = join(root, readme, '..')
    const links = readFileSync(join(root, readme), 'utf8')
      .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
      .matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g)
    for (const [, target = ''] of links)
      expect(() => statSync(join(folder, target)), `${readme}: ${target}`).not.toThrow()
  }
})
