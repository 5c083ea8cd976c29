import {mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {constants, gunzipSync, gzipSync} from 'node:zlib'
import writeFileAtomic from 'write-file-atomic'
import {messageFromJson, messageToJson} from '../index.ts'
import {CurrentHashes, hashOf} from './inputs.ts'
import type {Project} from './load-project.ts'
import {createReader} from './reader.ts'
import type {RenderedPage} from './render-page.ts'
import type {SentPage} from './render-worker.ts'

export interface PageStoreOptions {
  /** Absolute path of its folder, which several machines may share. */
  readonly folder: string
  /** Whether nothing is added to it. */
  readonly readOnly: boolean
}

/** A page as a file: maps are lists of their entries. */
interface StoredPage extends Omit<SentPage, 'search' | 'inputs'> {
  readonly search: readonly (readonly [string, unknown])[]
}

type StoredInputs = Readonly<Record<string, string | null>>

/**
 * Rendered pages by what they are made of: the engine, the configuration, what every page depends on, and each file that was
 * read for the page. What was made once, on whatever machine, need not be made again.
 *
 * A page’s folder is named by all that is known before it is compiled. In it stand, for each set of files that such a page was
 * made of, their hashes and the page, packed.
 */
export class PageStore {
  readonly #options: PageStoreOptions
  readonly #stamp: string
  readonly #hashes: CurrentHashes

  /** @param stamp Names the engine, all that every page depends on, and what is asked for. */
  constructor(options: PageStoreOptions, {root}: Project, stamp: string) {
    this.#options = options
    this.#stamp = stamp
    this.#hashes = new CurrentHashes(root, createReader(root))
  }

  /** The file of a page that was made of the files as they are now. */
  find(path: string): string | undefined {
    const folder = this.#folderOf(path)
    for (const name of filesIn(folder)) {
      if (!name.endsWith('.json')) continue
      const inputs = readJson(join(folder, name)) as StoredInputs | undefined // written by `add`
      if (inputs !== undefined && this.#hashes.agree(Object.entries(inputs)))
        return join(folder, name.replace(/json$/, 'gz'))
    }
    return undefined
  }

  /** A page that was found; `undefined` where its file cannot be read any more, or is not whole. */
  load(file: string): RenderedPage | undefined {
    try {
      const {messages, search, ...page} = JSON.parse(gunzipSync(readFileSync(file)).toString()) as StoredPage // written by `add`
      const inputs = readJson(file.replace(/gz$/, 'json')) as StoredInputs | undefined
      if (inputs === undefined) return undefined
      return {
        ...page,
        messages: messages.map(messageFromJson),
        search: new Map(search as readonly (readonly [string, never])[]), // entries of such a map
        inputs: new Map(Object.entries(inputs).map(([name, hash]) => [name, hash ?? undefined])),
      }
    } catch {
      return undefined // made anew
    }
  }

  /** @throws {Error} With a `code` where the folder cannot be written to. */
  add({inputs, messages, search, ...page}: RenderedPage): void {
    if (this.#options.readOnly || inputs === undefined) return
    const folder = this.#folderOf(page.path)
    const hashes = JSON.stringify(
      Object.fromEntries([...inputs].sort().map(([file, hash]) => [file, hash ?? null])),
    )
    const name = join(folder, hashOf(hashes))
    const stored = {...page, messages: messages.map(messageToJson), search: [...search]}
    mkdirSync(folder, {recursive: true})
    // The page first: whoever finds the hashes finds it.
    const packed = gzipSync(JSON.stringify(stored), {level: constants.Z_BEST_SPEED})
    writeFileAtomic.sync(`${name}.gz`, packed, {fsync: false})
    writeFileAtomic.sync(`${name}.json`, hashes, {fsync: false})
  }

  #folderOf(path: string): string {
    const key = hashOf(JSON.stringify([this.#stamp, path, this.#hashes.of(path) ?? null]))
    return join(this.#options.folder, key.slice(0, 2), key)
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nothing was stored
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
