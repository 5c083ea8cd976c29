import {constants, gunzipSync, gzipSync} from 'node:zlib'
import {CurrentHashes, hashOf} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import type {RenderedPage} from '../pages/render-page.ts'
import type {CacheStore} from './cache-store.ts'

/** Options of a store of rendered pages. */
export interface PageStoreOptions {
  /** Where its pages are kept, which several machines may share. */
  readonly store: CacheStore
  /** Whether nothing is added to it. */
  readonly readOnly: boolean
}

type StoredInputs = Readonly<Record<string, string | null>>

/** Where a page is in the store. */
export interface StoredEntry {
  readonly key: string
  readonly name: string
  readonly inputs: StoredInputs
}

/**
 * Rendered pages by what they are made of: the engine, the configuration, what every page depends on, and
 * each file that was read for the page. What was made once, on whatever machine, need not be made again.
 *
 * A page’s key names all that is known before it is compiled. Under it stand, for each set of files that such
 * a page was made of, their hashes and the page, packed.
 */
export class PageStore {
  readonly #options: PageStoreOptions
  readonly #stamp: string
  readonly #hashes: CurrentHashes
  /** Pages that came from the store. */
  readonly #loaded = new WeakSet<RenderedPage>()

  /** @param stamp Names the engine, all that every page depends on, and what is asked for. */
  constructor(options: PageStoreOptions, {root}: Project, stamp: string) {
    this.#options = options
    this.#stamp = stamp
    this.#hashes = new CurrentHashes(root)
  }

  /** Names all that is known of a page before it is compiled. */
  keyOf(path: string): string {
    return pageKey(this.#stamp, path, this.#hashes.of(path))
  }

  /** The entry of a page that was made of the files as they are now. */
  async find(path: string): Promise<StoredEntry | undefined> {
    const key = this.keyOf(path)
    for (const [name, text] of await this.#options.store.inputs(key)) {
      const inputs = readJson(text) as StoredInputs | undefined // written by `add`
      if (inputs !== undefined && this.#hashes.agree(Object.entries(inputs))) return {key, name, inputs}
    }
    return undefined
  }

  /** Whether an entry is there, whatever it was made of. */
  async has({key, name}: Pick<StoredEntry, 'key' | 'name'>): Promise<boolean> {
    return (await this.#options.store.inputs(key)).has(name)
  }

  /** A page that was found; `undefined` where it cannot be read any more, or is not whole. */
  async load({key, name, inputs}: StoredEntry): Promise<RenderedPage | undefined> {
    const packed = await this.#options.store.page(key, name)
    if (packed === undefined) return undefined
    try {
      const page = JSON.parse(gunzipSync(packed).toString()) as RenderedPage // written by `add`
      const loaded: RenderedPage = {
        ...page,
        inputs: new Map(Object.entries(inputs).map(([file, hash]) => [file, hash ?? undefined])),
      }
      this.#loaded.add(loaded)
      return loaded
    } catch {
      return undefined // it is rendered again
    }
  }

  /** @throws {Error} With a `code` where the folder cannot be written to. */
  async add(page: RenderedPage): Promise<void> {
    if (this.#options.readOnly || this.#loaded.has(page)) return
    const packed = packPage(page)
    if (packed !== undefined) await this.#options.store.add({key: this.keyOf(page.path), ...packed})
  }
}

/** @param hash SHA-256 of its source. */
export function pageKey(stamp: string, path: string, hash: string | undefined): string {
  return hashOf(JSON.stringify([stamp, path, hash ?? null]))
}

/** A page as it is stored; `undefined` where its inputs are not known. */
export function packPage({inputs, ...page}: RenderedPage) {
  if (inputs === undefined) return undefined
  const hashes = JSON.stringify(
    Object.fromEntries([...inputs].sort().map(([file, hash]) => [file, hash ?? null])),
  )
  return {
    name: hashOf(hashes),
    inputs: hashes,
    page: gzipSync(JSON.stringify(page), {level: constants.Z_BEST_SPEED}),
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
