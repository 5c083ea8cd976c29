import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {dirname, join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {Nodes} from 'mdast'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {preProcessFile} from 'typescript'
import {unified} from 'unified'
import {beforeAll, describe, expect, inject, test} from 'vitest'
import {environment} from '../support/installed.ts'
import {sizeLimits} from '../support/size-limits.ts'
import {filesBelow, folderForAll, writeIn} from '../support/temporary.ts'

const root = join(import.meta.dirname, '../..')
const {tarball, modules} = inject('packed')
const unpacked = join(modules, 'parlance-md')
const files = filesBelow(unpacked)

/** The parts of `package.json` that are read here. */
interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, string | {readonly types: string; readonly default: string}>>
  readonly bin: Readonly<Record<string, string>>
  readonly sideEffects: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
}
const manifest: Manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8'))

/** Entries by what a program imports; of the schemas one. */
const entries = Object.entries(manifest.exports).map(([path, target]) => ({
  name: path.replace('.', manifest.name).replace('*', 'config'),
  targets: typeof target === 'string' ? [target.replace('*', 'config')] : [target.types, target.default],
  isCode: typeof target !== 'string',
}))
const codeEntries = entries.filter(({isCode}) => isCode).map(({name}) => name)

/** Links of a page within the package that lead to no file or folder of it: `page -> link`. */
function missingLinks(page: string): readonly string[] {
  const linksOf = (node: Nodes): readonly string[] => [
    ...('url' in node ? [node.url] : []),
    ...('children' in node ? node.children.flatMap(linksOf) : []),
  ]
  return linksOf(
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(readFileSync(join(unpacked, page), 'utf8')),
  )
    .filter(url => !/^[a-z]+:/i.test(url))
    .filter(url => !existsSync(join(unpacked, dirname(page), decodeURI(url).replace(/#.*/, ''))))
    .map(url => `${page} -> ${url}`)
}

describe('the tarball', () => {
  test('holds what was built, and nothing that it was built from', () => {
    const wanted =
      /^(?:package\.json|LICENSE|(?:src\/)?[A-Z_]+\.md|docs\/[\w/-]+\.(?:md|png)|schemas\/[a-z-]+\.json|fixtures\/(?:examples\/|sources\.yaml).*|dist\/.*)$/
    expect(files.filter(file => !wanted.test(file))).toEqual([])
    const built = /^dist\/(?:[\w.-]+\.js|[\w.-]+\.d\.ts|[a-z-]*third-party\.txt|swagger-ui\/[\w.-]+)$/
    expect(files.filter(file => file.startsWith('dist/') && !built.test(file))).toEqual([])
    for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md', 'docs/third-party.md'])
      expect(files).toContain(file)
  })

  test('has every file that its pages link to', () => {
    const pages = files.filter(file => /^(?:[A-Z_]+|docs\/.*|src\/README)\.md$/.test(file))
    expect(pages.length).toBeGreaterThan(100)
    expect(pages.flatMap(missingLinks)).toEqual([])
  })

  test('has every file that its manifest names', () => {
    const named = [
      ...entries.flatMap(({targets}) => targets),
      ...Object.values(manifest.bin),
      ...manifest.sideEffects,
    ]
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(path => !existsSync(join(unpacked, path)))).toEqual([])
  })

  test('depends on the packages that it imports, and on no other', () => {
    const {dependencies, optionalDependencies, peerDependencies} = manifest
    const imported = files
      .filter(file => /^dist\/[^/]+\.(?:js|d\.ts)$/.test(file))
      .flatMap(file => {
        const {importedFiles} = preProcessFile(readFileSync(join(unpacked, file), 'utf8'), true, true)
        return importedFiles.map(({fileName}) => ({file, fileName}))
      })
      .filter(({fileName}) => !fileName.startsWith('.') && !isBuiltin(fileName))
      .map(({file, fileName}) => ({file, name: /^(?:@[^/]+\/)?[^/]+/.exec(fileName)?.[0] ?? ''}))
      .filter(({name}) => name !== manifest.name)
    const known = new Set(Object.keys({...dependencies, ...optionalDependencies, ...peerDependencies}))
    const typesOf = (name: string): string => `@types/${name}`
    expect(imported.filter(({name}) => !known.has(name) && !known.has(typesOf(name)))).toEqual([])
    const used = new Set(imported.flatMap(({name}) => [name, typesOf(name)]))
    expect(Object.keys({...dependencies, ...optionalDependencies}).filter(name => !used.has(name))).toEqual(
      [],
    )
  })

  test('keeps its size', () => {
    const whole = files.reduce((sum, file) => sum + statSync(join(unpacked, file)).size, 0)
    const measured = {
      browserGzip: gzipSync(readFileSync(join(unpacked, 'dist/browser.js')), {level: 9}).length,
      packed: statSync(tarball).size,
      unpacked: whole,
    }
    const over = Object.entries(measured).filter(
      ([name, size]) => size > sizeLimits[name as keyof typeof sizeLimits],
    )
    expect(over).toEqual([])
  })

  test('names nothing of the machine that built it', () => {
    const naming = files.filter(file => readFileSync(join(unpacked, file), 'utf8').includes(root))
    expect(naming).toEqual([])
  })

  test('publint has nothing to say', async () => {
    const bytes = readFileSync(tarball)
    const {messages, pkg} = await publint({
      level: 'suggestion',
      strict: true,
      pack: {tarball: new Uint8Array(bytes).buffer},
    })
    expect(messages.map(message => formatMessage(message, pkg))).toEqual([])
  })

  test('types are right for ES modules, by @arethetypeswrong/cli', () => {
    const cli = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    const {stdout, status} = spawnSync(
      process.execPath,
      [cli, tarball, '--profile', 'esm-only', '--format', 'json'],
      {encoding: 'utf8', env: environment()},
    )
    const {analysis, problems = {}} = JSON.parse(stdout)
    expect(Object.keys(analysis.entrypoints)).toHaveLength(entries.length)
    const ignored = ['NoResolution', 'CJSResolvesToESM']
    expect(Object.keys(problems).filter(kind => !ignored.includes(kind))).toEqual([])
    expect(status).toBe(0)
  })
})

describe('installed from the tarball, without what is optional', () => {
  const project = folderForAll({'package.json': '{"type": "module", "private": true}\n'})
  const run = (file: string, args: readonly string[]) =>
    spawnSync(process.execPath, [join(project, file), ...args], {
      cwd: project,
      encoding: 'utf8',
      env: environment(),
    })
  const parlance = (...args: readonly string[]) => run('node_modules/parlance-md/dist/cli.js', args)

  beforeAll(() => {
    const flags = ['--omit=optional', '--prefer-offline', '--no-audit', '--no-fund', '--silent']
    execFileSync('npm', ['install', ...flags, tarball], {cwd: project, env: environment()})
  })

  test('no peer comes along', () => {
    const optional = [
      '@11ty/eleventy',
      'astro',
      'bullmq',
      'citeproc',
      'ioredis',
      'satteri',
      'typescript',
      'vite',
      'vitest',
    ]
    for (const name of optional) expect(existsSync(join(project, 'node_modules', name)), name).toBe(false)
  })

  test('every entry is imported, but for those of a peer', () => {
    writeIn(
      project,
      'all.js',
      `for (const name of ${JSON.stringify(codeEntries)})
  console.log(name, await import(name).then(names => Object.keys(names).length > 0, error => error.message.split(' imported')[0]))
`,
    )
    const {stdout, stderr} = run('all.js', [])
    expect(stderr).toBe('')
    const peers = new Map([
      ['parlance-md/astro', "Cannot find package 'astro'"],
      ['parlance-md/csl', "Cannot find package 'citeproc'"],
      ['parlance-md/vitest', "Cannot find package 'vitest'"],
    ])
    expect(stdout.trimEnd().split('\n')).toEqual(
      codeEntries.map(name => `${name} ${peers.get(name) ?? 'true'}`),
    )
  })

  test('the command renders a page', () => {
    writeIn(project, 'content/a.md', 'Text for :only[all]{for=patient}.\n')
    const {stdout, stderr, status} = parlance('render', 'content/a.md', '--audience', 'patient')
    expect({stdout, stderr, status}).toEqual({stdout: '<p>Text for all.</p>\n', stderr: '', status: 0})
    expect(parlance('--version').stdout.trim()).toBe(manifest.version)
  })

  test.each([
    [
      'a CSL style',
      {citationStyles: {ours: {file: 'ours.csl', locale: 'en.xml'}}},
      'CSL styles need the package citeproc: `npm install citeproc`',
    ],
    ['the parser satteri', {parser: 'satteri'}, 'satteri'],
  ])('%s says what to install', (_, config, said) => {
    writeIn(project, 'asks/parlance.config.json', JSON.stringify(config))
    writeIn(project, 'asks/ours.csl', '<style xmlns="http://purl.org/net/xbiblio/csl"/>')
    writeIn(project, 'asks/en.xml', '<locale xmlns="http://purl.org/net/xbiblio/csl"/>')
    writeIn(project, 'asks/content/a.md', 'Text.\n')
    const {stdout, stderr, status} = parlance(
      'render',
      'content/a.md',
      '--audience',
      'patient',
      '--cwd',
      'asks',
    )
    expect(stderr).toContain(said)
    expect({stdout, status}).toEqual({stdout: '', status: 2})
  })

  test.each(['build', 'worker'])('%s for a queue says what to install', command => {
    const {stdout, stderr, status} = parlance(command, '--queue', 'redis://127.0.0.1:1')
    expect(stderr).toMatch(
      /^error: Redis needs the package (?:bullmq|ioredis): `npm install bullmq ioredis`\n$/,
    )
    expect({stdout, status}).toEqual({stdout: '', status: 2})
  })

  test.each([
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'bundler'],
  ])('types resolve with module %s and resolution %s', (module, moduleResolution) => {
    const typed = codeEntries.filter(name => !/^parlance\/(?:astro|vite)/.test(name))
    const imports = typed.map((name, index) => `import * as entry${index} from '${name}'\n`)
    const audience = `import {compile, render, type Rendering} from 'parlance-md'
export const rendering: Rendering = render(compile('Text.'), {audience: 'patient'})
// @ts-expect-error: no such format
render(compile('Text.'), {audience: 'patient', format: 'htm'})
`
    writeIn(
      project,
      'typed.ts',
      `${imports.join('')}export default [${typed.map((_, index) => `entry${index}`)}]\n${audience}`,
    )
    writeIn(
      project,
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution,
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: [],
          target: 'ES2022',
          lib: ['ES2023', 'DOM'],
        },
        files: ['typed.ts'],
      }),
    )
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const {stdout, status} = spawnSync(process.execPath, [tsc, '-p', project], {encoding: 'utf8'})
    expect({stdout, status}).toEqual({stdout: '', status: 0})
  })
})

test('knip finds nothing unused', () => {
  const cli = join(root, 'node_modules/knip/bin/knip.js')
  const {stdout, stderr, status} = spawnSync(process.execPath, [cli, '--no-progress'], {
    cwd: root,
    encoding: 'utf8',
    env: environment(),
  })
  expect({stdout, stderr, status}).toEqual({stdout: '', stderr: '', status: 0})
})
