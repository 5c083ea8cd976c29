import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {buildProject, loadProject} from '../../../src/project/index.ts'
import {parlance} from '../../support/cli.ts'
import {contentOf, filesBelow, folderWith} from '../../support/temporary.ts'

const config = {'parlance.config.json': '{"content": ["docs/**/*.md"]}'}

async function build(cwd: string, out?: string) {
  return buildProject(await loadProject({cwd}), {...(out !== undefined && {out})})
}

describe('where no page matches, a command is exit 2, says where it looked, and writes nothing', () => {
  test.each([
    ['build', {}, '`content/**/*.md`', 'there is no configuration either: name the folder of the project'],
    [
      'check',
      config,
      '`docs/**/*.md`',
      'name the folder of the project, or set `content` in its configuration',
    ],
    [
      'build',
      config,
      '`docs/**/*.md`',
      'name the folder of the project, or set `content` in its configuration',
    ],
  ])('%s of %j', async (command, files, globs, hint) => {
    const cwd = folderWith({...files, 'other/page.md': 'Text.\n'})
    const before = filesBelow(cwd)
    expect(await parlance([command], {cwd})).toEqual({
      status: 2,
      stdout: '',
      stderr: `error: No page matches ${globs} in \`${cwd}\`: ${hint}\n`,
    })
    expect(filesBelow(cwd)).toEqual(before)
  })

  test('check of a folder without pages', async () => {
    const cwd = folderWith({'content/page.md': 'Text.\n', 'other/page.md': 'Text.\n'})
    expect(await parlance(['check', 'content', 'other'], {cwd})).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error: No page of the project is in `other`\n',
    })
  })

  test('a shard without pages, of a project that has some, is none', async () => {
    const cwd = folderWith({'content/page.md': 'Text.\n'})
    const shard = {index: 2, count: 2}
    expect(await buildProject(await loadProject({cwd}), {shard})).toMatchObject({pages: 0, failed: 0})
  })
})

describe('an output folder that holds content, or stands in it, is refused', () => {
  const files = {...config, 'docs/page.md': 'Text.\n'}

  test.each([
    ['.', 'Cannot build into `.`: it holds the content (`docs`)'],
    ['..', 'Cannot build into `..`: it holds the content (`docs`)'],
    ['docs', 'Cannot build into `docs`: it holds the content (`docs`)'],
    ['docs/site', 'Cannot build into `docs/site`: it stands in the folder of the content (`docs`)'],
  ])('%s', async (out, message) => {
    const cwd = folderWith(files)
    await expect(build(cwd, out)).rejects.toThrow(message)
    expect(contentOf(cwd)).toEqual(files)
  })

  test('by the command, with exit 2', async () => {
    const cwd = folderWith(files)
    expect(await parlance(['build', '--out', '.'], {cwd})).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'error: Cannot build into `.`: it holds the content (`docs`). Name a folder of its own with `--out`, such as `dist`\n',
    })
  })

  test('but not the configured one in it, nor one in a project that is all content: what they hold is no source', async () => {
    const within = folderWith({
      ...files,
      'parlance.config.json': '{"content": ["docs/**/*.md"], "outDir": "docs/site"}',
    })
    expect(await build(within)).toMatchObject({pages: 1, failed: 0})
    const all = folderWith({'parlance.config.json': '{"content": ["**/*.md"]}', 'page.md': 'Text.\n'})
    expect(await build(all)).toMatchObject({pages: 1, failed: 0})
    await expect(build(all, '.')).rejects.toThrow('Cannot build into `.`: it holds the content (`.`)')
  })

  test.each(['taken', 'taken/below/it'])('nor is %s, where a file stands', async out => {
    const cwd = folderWith({...files, taken: 'x'})
    await expect(build(cwd, out)).rejects.toThrow(
      `Cannot build into \`${out}\`: \`${join(cwd, 'taken')}\` is a file. Name another folder with \`--out\``,
    )
    expect(existsSync(join(cwd, 'node_modules'))).toBe(false)
  })
})

test('slugs of files have no hyphens at their ends, and no names that Windows cannot hold', async () => {
  const names = ['b ü 😀', '😀 c', '😀', 'con', 'aux', 'Com1', 'nul/d', 'console']
  const cwd = folderWith(Object.fromEntries(names.map(name => [`content/${name}.md`, 'Text.\n'])))
  const project = await loadProject({cwd})
  const slugs = (await project.pages()).map(path => project.compile(path).slug)
  expect(slugs.sort()).toEqual([
    'aux-page',
    'b-ü',
    'c',
    'com1-page',
    'con-page',
    'console',
    'nul-page/d',
    'page',
  ])
})

test('two files of one slug are a message, not one page over the other', async () => {
  const cwd = folderWith({'content/😀.md': 'A', 'content/🙂.md': 'B'})
  const reported: string[] = []
  await buildProject(await loadProject({cwd}), {
    onPage: ({messages}) => reported.push(...messages.map(({reason}) => reason)),
  })
  expect(reported).toEqual(['The slug `page` is taken by `content/😀.md`'])
})
