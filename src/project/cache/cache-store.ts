import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {writeWhole} from '../build/write-whole.ts'

/** A packed page with what it was made of. */
export interface StoredCacheEntry {
  /** Names all that is known of a page before it is compiled. */
  readonly key: string
  /** Names what it was made of. */
  readonly name: string
  /** Hashes of the files that it was made of, as JSON. */
  readonly inputs: string
  /** The page, compressed. */
  readonly page: Uint8Array
}

/** Where rendered pages are kept: a folder, or a database. */
export interface CacheStore {
  /** What the pages of a key were made of, as JSON by name. */
  inputs(key: string): Promise<ReadonlyMap<string, string>>
  /** A packed page; `undefined` where there is none. */
  page(key: string, name: string): Promise<Uint8Array | undefined>
  /** Store an entry. It never replaces another of the same name. */
  add(page: StoredCacheEntry): Promise<void>
}

/**
 * A store in a folder, which several machines may share.
 *
 * @param folder Absolute path. It is made where it is missing.
 */
export function fileStore(folder: string): CacheStore {
  const placeOf = (key: string): string => join(folder, key.slice(0, 2), key)
  return {
    inputs: async key => {
      const place = placeOf(key)
      const named = filesIn(place).filter(name => name.endsWith('.json'))
      return new Map(
        named.map(name => [name.replace(/\.json$/, ''), readIn(place, name)?.toString() ?? ''] as const),
      )
    },
    page: async (key, name) => readIn(placeOf(key), `${name}.gz`),
    add: async ({key, name, inputs, page}) => {
      const place = placeOf(key)
      // Write the page first: a build that finds the hashes must find it.
      writeWhole(join(place, `${name}.gz`), page, {staging: folder, durable: false})
      writeWhole(join(place, `${name}.json`), inputs, {staging: folder, durable: false})
    },
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nothing was stored
  }
}

function readIn(folder: string, name: string): Buffer | undefined {
  try {
    return readFileSync(join(folder, name))
  } catch {
    return undefined
  }
}
