import {readFileSync} from 'node:fs'
import type {Accepted} from '../check/accepted.ts'
import type {CheckedPage, FreshPage} from '../check/check-page.ts'
import {engineName} from '../load/engine.ts'
import {CurrentHashes, type Inputs, type KnownFile} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import {writeCacheFile} from './cache-file.ts'

interface CachedReport {
  readonly page: CheckedPage
  /** Path and hash, `null` where no file was. */
  readonly inputs: readonly (readonly [string, string | null])[]
  /** What of the lock file the report was made with. */
  readonly accepted: string
}

interface Stored {
  /** Of the engine, and of all that every page depends on. */
  readonly key: string
  readonly files: readonly (readonly [string, KnownFile])[]
  readonly entries: readonly CachedReport[]
}

/**
 * Reports of earlier checks. A report stands for as long as every file that it was made of is the same, and
 * the configuration, the project's library and Parlance itself are too.
 */
export class CheckCache {
  readonly #file: string
  readonly #key: string | undefined
  readonly #hashes: CurrentHashes
  readonly #accepted: Accepted
  readonly #entries: Map<string, CachedReport>
  #changed = false

  /** @param file Absolute path of the file that it is kept in; one that cannot be read is as good as none. */
  constructor(project: Project, accepted: Accepted, file: string) {
    this.#file = file
    this.#key = project.stamp && JSON.stringify([engineName(), project.stamp])
    const {files, entries} = readStored(file, this.#key)
    this.#hashes = new CurrentHashes(project.root, files)
    this.#accepted = accepted
    this.#entries = new Map(entries.map(entry => [entry.page.path, entry]))
  }

  /** The report of a page that has not changed since. */
  find(path: string): CheckedPage | undefined {
    const entry = this.#entries.get(path)
    if (entry === undefined || entry.accepted !== this.#acceptedOf(path)) return undefined
    return this.#hashes.agree(entry.inputs) ? entry.page : undefined
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
  save(pages: readonly string[]): void {
    const current = new Set(pages)
    const entries = [...this.#entries.values()].filter(({page}) => current.has(page.path))
    if (!this.#changed && entries.length === this.#entries.size) return
    if (this.#key === undefined) return
    const files = this.#hashes.take(entries.flatMap(({inputs}) => inputs.map(([path]) => path)))
    const stored: Stored = {key: this.#key, files: [...files], entries}
    writeCacheFile(this.#file, JSON.stringify(stored))
  }

  #acceptedOf(path: string): string {
    return JSON.stringify(this.#accepted[path] ?? {})
  }
}

function listOf(inputs: Inputs): CachedReport['inputs'] {
  return [...inputs].map(([path, hash]) => [path, hash ?? null])
}

const nothing: Stored = {key: '', files: [], entries: []}

function readStored(file: string, key: string | undefined): Stored {
  try {
    // written by `save`, which the key vouches for
    const stored = JSON.parse(readFileSync(file, 'utf8')) as Stored
    return stored.key === key ? stored : nothing
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return nothing
    throw error
  }
}
