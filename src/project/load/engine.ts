import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/**
 * Names the code that makes outputs: this package's own files, the versions of what it depends on directly,
 * and that of ICU, which words and numbers of a language come from. Another name means that the same sources
 * may give other bytes.
 *
 * @returns SHA-256 in hexadecimal.
 */
export function engineName(): string {
  const own = import.meta.dirname
  const root = packageFolder(own)
  const hash = createHash('sha256').update(process.versions.icu ?? '')
  for (const file of codeFiles(join(root, own.slice(root.length + 1).split('/')[0] ?? '')))
    hash.update(readFileSync(file))
  const {dependencies, optionalDependencies, peerDependencies} = readJson(join(root, 'package.json'))
  const named = Object.keys({...dependencies, ...optionalDependencies, ...peerDependencies}).sort()
  for (const name of named.filter(name => !carriers.includes(name)))
    hash.update(`${name}@${versionOf(name, root) ?? ''}\n`)
  return hash.digest('hex')
}

/** Version of this package, for people. */
export function engineVersion(): string {
  return readJson(join(packageFolder(import.meta.dirname), 'package.json')).version ?? ''
}

/** They bring pages to machines and into other sites, and have no part in what is in them. */
const carriers: readonly string[] = ['@11ty/eleventy', 'astro', 'bullmq', 'ioredis', 'vite', 'vitest']

interface PackageManifest {
  readonly name?: string
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

function readJson(file: string): PackageManifest {
  return JSON.parse(readFileSync(file, 'utf8')) as PackageManifest // of a package that npm has installed
}

function packageFolder(folder: string): string {
  for (let root = folder; root !== dirname(root); root = dirname(root))
    if (existsSync(join(root, 'package.json'))) return root
  throw new Error(`No package holds ${folder}`)
}

function codeFiles(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(file => /\.[jt]s$/.test(file) && !/\.d\.ts$|swagger/.test(file))
    .sort()
    .map(file => join(folder, file))
}

/** As Node finds a package: in the nearest `node_modules` that has it. */
function versionOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'node_modules', name, 'package.json')
    if (existsSync(file)) return readJson(file).version
    if (folder === dirname(folder)) return undefined
  }
}
