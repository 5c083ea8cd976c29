import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {expect, test} from 'vitest'

const root = resolve(import.meta.dirname, '../../src')
const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter(file => file.endsWith('.ts'))
  .sort()

interface Import {
  readonly from: string
  /** Path below `src` for our own, package name with subpath for others. */
  readonly to: string
  readonly own: boolean
  readonly typeOnly: boolean
}

const imports: readonly Import[] = files.flatMap(from => {
  const source = readFileSync(join(root, from), 'utf8')
  return [
    ...source.matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/gm,
    ),
  ].map(([, type, named, dynamic]): Import => {
    const specifier = named ?? dynamic ?? ''
    const own = specifier.startsWith('.')
    const to = own ? relative(root, resolve(root, dirname(from), specifier)) : specifier
    return {from, to, own, typeOnly: type !== undefined}
  })
})

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')
const show = ({from, to}: Import): string => `${from} -> ${to}`

test('the scan sees the imports', () => {
  expect(imports.length).toBeGreaterThan(100)
  expect(imports.map(show)).toContain('variant.ts -> select/select.ts')
})

test('document imports nothing of ours', () => {
  expect(
    imports
      .filter(({from, to, own}) => folderOf(from) === 'document' && own && folderOf(to) !== 'document')
      .map(show),
  ).toEqual([])
})

/** Which folders a folder may import besides itself, `document`, `messages` and `yaml`. */
const allowed: Record<string, readonly string[]> = {
  document: [],
  messages: [],
  yaml: [],
  parse: [],
  directives: [],
  analyze: ['directives', 'parity'],
  library: ['references'],
  select: [],
  leak: [],
  visibility: [],
  compare: ['parity'],
  parity: [],
  readability: [],
  residue: [],
  jargon: [],
  account: [],
  outline: ['directives'],
  references: [],
  number: [],
  serialize: [],
  browser: ['serialize'],
  config: ['directives', 'references'],
  csl: ['references'],
}

test.each(Object.keys(allowed))('%s imports no other phase', folder => {
  const may = new Set([folder, 'document', 'messages', 'yaml', ...(allowed[folder] ?? [])])
  const wrong = imports.filter(
    ({from, to, own}) => folderOf(from) === folder && own && !may.has(folderOf(to)),
  )
  expect(wrong.map(show)).toEqual([])
})

/** Entries of the core that anybody may import. */
const publicEntries = ['index.ts', 'readability.ts']

/** Faces that a command of another one starts. */
const started: ReadonlyMap<string, string> = new Map([
  ['cli/commands/build.ts', 'fleet/index.ts'],
  ['cli/commands/worker.ts', 'fleet/index.ts'],
  ['cli/commands/import.ts', 'import/index.ts'],
  ['cli/commands/init.ts', 'init/index.ts'],
  ['cli/commands/lsp.ts', 'lsp/index.ts'],
  ['cli/commands/preview.ts', 'preview/index.ts'],
  ['cli/commands/serve.ts', 'server/node/index.ts'],
])

/** Folders that turn another world's input into the core's, and back. */
const facesForNode = ['astro', 'cli', 'eleventy', 'fleet', 'init', 'lsp', 'preview', 'vite', 'vitest']
const faces = [...facesForNode, 'bibtex', 'import', 'remark', 'server']

test('faces import the public index and project, never a phase, never each other', () => {
  const wrong = imports.filter(({from, to, own}) => {
    if (!faces.includes(folderOf(from)) || !own) return false
    if (started.get(from) === to) return false // the command starts it
    return folderOf(to) !== folderOf(from) && folderOf(to) !== 'project' && !publicEntries.includes(to)
  })
  expect(wrong.map(show)).toEqual([])
})

test('node: is imported only by project, faces for Node, and what makes bundles', () => {
  const wrong = imports.filter(
    ({from, to}) =>
      to.startsWith('node:') &&
      !['project', ...facesForNode].includes(folderOf(from)) &&
      !from.startsWith('server/node/') &&
      !from.startsWith('browser/bundling/'),
  )
  expect(wrong.map(show)).toEqual([])
})

test('what makes bundles is imported by nothing', () => {
  expect(
    imports.filter(({from, to}) => to.startsWith('browser/bundling/') && folderOf(from) !== 'browser'),
  ).toEqual([])
})

test('the server is made of Web standards but for its adapter', () => {
  const wrong = imports.filter(
    ({from, to}) =>
      folderOf(from) === 'server' &&
      !from.startsWith('server/node/') &&
      (to.startsWith('server/node/') || folderOf(to) === 'project'),
  )
  expect(wrong.map(show)).toEqual([])
})

test.each([
  {
    what: 'unified, remark and micromark',
    packages: /^(unified|remark-|micromark|mdast-util-from-markdown)/,
    folders: ['parse'],
  },
  {what: 'how directives are written', packages: /^mdast-util-directive/, folders: ['parse', 'import/dita']},
  {what: 'hast', packages: /^(hast|mdast-util-to-hast)/, folders: ['serialize/html']},
  {what: 'zod', packages: /^zod/, folders: ['config', 'parse', 'directives', 'references', 'library', 'cli']},
])('$what stays in $folders', ({packages, folders}) => {
  const wrong = imports.filter(({from, to, own, typeOnly}) => {
    return !own && !typeOnly && packages.test(to) && !folders.some(folder => from.startsWith(`${folder}/`))
  })
  expect(wrong.map(show)).toEqual([])
})

test('no two files import each other, over any number of steps', () => {
  const edges = new Map<string, string[]>()
  for (const {from, to, own, typeOnly} of imports)
    if (own && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (path.includes(file) || done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('the core reads no clock and no randomness, and keeps no state between calls', () => {
  const stateful = [...facesForNode, 'import', 'project', 'server']
  const core = files.filter(file => !stateful.includes(folderOf(file)))
  const wrong = core.filter(file => {
    const source = readFileSync(join(root, file), 'utf8')
    return /\bDate\.now\b|new Date\(\)|Math\.random|randomUUID|performance\.now|^(?:export )?let /m.test(
      source,
    )
  })
  expect(wrong).toEqual([])
})
