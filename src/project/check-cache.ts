import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import writeFileAtomic from 'write-file-atomic'
import type {Accepted} from './accepted.ts'
import type {CheckedPage, FreshPage} from './check-page.ts'
import {CurrentHashes, fingerprint, type Inputs} from './inputs.ts'
import type {Project} from './load-project.ts'
import {createReader} from './reader.ts'

interface Entry {
  readonly page: CheckedPage
  /** Path and hash, `null` where no file was. */
  readonly inputs: readonly (readonly [string, string | null])[]
  /** What of the lock file the report was made with. */
  readonly accepted: string
}

interface Stored {
  readonly key: string
  readonly entries: readonly Entry[]
}

/**
 * Reports of earlier checks. A report stands for as long as every file that it was made of is the same, and the configuration, the
 * project's library and Parlance itself are too.
 */
export class CheckCache {
  readonly #file: string
  readonly #key: string
  readonly #hashes: CurrentHashes
  readonly #accepted: Accepted
  readonly #entries: Map<string, Entry>
  #changed = false

  /** @param file Absolute path of the file that it is kept in; one that cannot be read is as good as none. */
  constructor(project: Project, accepted: Accepted, file: string) {
    this.#file = file
    this.#key = keyOf(project)
    this.#hashes = new CurrentHashes(project.root, createReader(project.root))
    this.#accepted = accepted
    this.#entries = new Map(readStored(file, this.#key).map(entry => [entry.page.path, entry]))
  }

  /** The report of a page that has not changed since. */
  find(path: string): CheckedPage | undefined {
    const entry = this.#entries.get(path)
    if (entry === undefined || entry.accepted !== this.#acceptedOf(path)) return undefined
    const inputs = new Map(entry.inputs.map(([name, hash]) => [name, hash ?? undefined]))
    return this.#hashes.agree(inputs) ? entry.page : undefined
  }

  keep({page, inputs}: FreshPage): void {
    this.#changed = true
    if (inputs === undefined) this.#entries.delete(page.path)
    else this.#entries.set(page.path, {page, inputs: listOf(inputs), accepted: this.#acceptedOf(page.path)})
  }

  /**
   * Write what is known now.
   *
   * @param pages All pages that the project has: what is known of others is forgotten.
   */
  async save(pages: readonly string[]): Promise<void> {
    const current = new Set(pages)
    const entries = [...this.#entries.values()].filter(({page}) => current.has(page.path))
    if (!this.#changed && entries.length === this.#entries.size) return
    const stored: Stored = {key: this.#key, entries}
    makeFolder(dirname(this.#file))
    await writeFileAtomic(this.#file, JSON.stringify(stored))
  }

  #acceptedOf(path: string): string {
    return JSON.stringify(this.#accepted[path] ?? {})
  }
}

/** Where the cache of a project is kept, unless it is told otherwise: where other tools keep theirs, if there is such a place. */
export function cacheFile(root: string): string {
  const modules = join(root, 'node_modules')
  return existsSync(modules)
    ? join(modules, '.cache', 'parlance', 'check.json')
    : join(root, '.parlance', 'check.json')
}

/** Git need not see a folder of ours. */
function makeFolder(folder: string): void {
  mkdirSync(folder, {recursive: true})
  const ignore = join(folder, '.gitignore')
  if (folder.endsWith('.parlance') && !existsSync(ignore)) writeFileSync(ignore, '*\n')
}

function listOf(inputs: Inputs): Entry['inputs'] {
  return [...inputs].map(([path, hash]) => [path, hash ?? null])
}

function readStored(file: string, key: string): readonly Entry[] {
  try {
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored // written by `save`, which the key vouches for
    return stored.key === key ? stored.entries : []
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return []
    throw error
  }
}

/** What all reports of a project rest on. A configuration that is a program may read more than its own file: its values count, too. */
function keyOf({config, inputs}: Project): string {
  const {settings} = config
  const values = JSON.stringify([settings, [...settings.audiences]], (_, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value]
    return typeof value === 'function' ? String(value) : value
  })
  const {mtimeMs, size} = statSync(fileURLToPath(import.meta.url))
  const parts = [fingerprint(inputs), values, mtimeMs, size, process.versions.icu]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
