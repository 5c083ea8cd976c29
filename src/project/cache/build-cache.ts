import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {dirname, relative} from 'node:path'
import {ByteWriter} from '../build/byte-writer.ts'
import type {OutputFolder} from '../build/output-folder.ts'
import {type ByteRange, TempFileBuffer} from '../build/temp-file-buffer.ts'
import {removeLeftovers} from '../build/write-whole.ts'
import {engineName} from '../load/engine.ts'
import {CurrentHashes, type FileStat, type KnownFile} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import type {PageOptions, PageRecord} from '../pages/render-page.ts'
import {cacheFile, writeCacheFile} from './cache-file.ts'

/** The record of a page as JSON, by its path. */
interface CachedPage extends Pick<PageRecord, 'slug' | 'messages'> {
  /** SHA-256 by path; `null` where no file was. */
  readonly inputs: Readonly<Record<string, string | null>>
  readonly outputs: Readonly<Record<string, PackedStat>>
}

/** A stat without names: there are several for each page. */
type PackedStat = readonly [modified: number, changed: number, size: number, inode: number]

interface CacheFile {
  /** Of the engine, of all that every page depends on, and of what was asked for. */
  readonly stamp: string
  readonly pages: Readonly<Record<string, CachedPage>>
  readonly files: Readonly<Record<string, KnownFile>>
  /** The manifest and the files that belong to no page. */
  readonly site: Readonly<Record<string, PackedStat>>
  /** Names all pages that the project had. */
  readonly listed: string
}

const nothing: CacheFile = {stamp: '', pages: {}, files: {}, site: {}, listed: ''}

/**
 * Names the engine, all that every page depends on, and what is asked for: other formats are other outputs.
 *
 * @returns `undefined` for a project that cannot be compared.
 */
export function stampOf({stamp}: Project, {audiences, formats}: PageOptions): string | undefined {
  if (stamp === undefined) return undefined
  return JSON.stringify([engineName(), stamp, [...(audiences ?? ['*'])], [...(formats ?? ['*'])]])
}

/**
 * What builds of one project into one folder remember from one to the next, so that pages whose files and
 * outputs are as they were need not be made again. It compares stats first, and hashes where a stat has
 * changed.
 */
export class BuildCache {
  readonly #file: string
  readonly #stamp: string | undefined
  readonly #before: CacheFile
  readonly #hashes: CurrentHashes
  readonly #folder: OutputFolder
  /** The pages that were made, as JSON on disk: many would fill the memory. */
  readonly #made = new Map<string, ByteRange>()
  readonly #content = new TempFileBuffer()
  /** Paths of the files that they are made of. */
  readonly #inputs = new Set<string>()

  /**
   * @param out Absolute path of the output folder.
   * @param stamp As `stampOf` gives it.
   */
  constructor({root}: Project, out: string, folder: OutputFolder, stamp: string | undefined) {
    const name = createHash('sha256').update(relative(root, out)).digest('hex').slice(0, 16)
    this.#file = cacheFile(root, `build-${name}.json`)
    removeLeftovers(dirname(this.#file))
    this.#stamp = stamp
    this.#folder = folder
    const before = this.#stamp === undefined ? nothing : readCacheFile(this.#file, this.#stamp)
    // Lists and searches take over what they know of pages that are not made again.
    this.#before = this.#areAsTheyWere(before.site) ? before : nothing
    this.#hashes = new CurrentHashes(root, Object.entries(this.#before.files))
  }

  /** A page of which nothing has changed, neither what it is made of nor what was made of it. */
  page(path: string): PageRecord | undefined {
    const page = entryOf(this.#before.pages, path)
    if (page === undefined || !this.#agrees(page)) return undefined
    const inputs = Object.entries(page.inputs).map(([file, hash]) => [file, hash ?? undefined] as const)
    return {path, slug: page.slug, messages: page.messages, inputs: new Map(inputs)}
  }

  /** Whether these are the pages that the project had. */
  knows(all: readonly string[]): boolean {
    return this.#before.listed === nameOf(all)
  }

  /**
   * The manifest and the files that belong to no page, as they were left by the last build and still are;
   * empty where that is unknown.
   */
  get site(): ReadonlyMap<string, FileStat> {
    return new Map(Object.entries(this.#before.site).map(([file, stat]) => [file, unpack(stat)]))
  }

  /**
   * Keep the record of a page that was made.
   *
   * @param outputs Stats of its files, by path below the output folder.
   */
  add({path, slug, messages, inputs}: PageRecord, outputs: ReadonlyMap<string, FileStat>): void {
    if (inputs === undefined) return
    const page: CachedPage = {
      slug,
      messages,
      inputs: Object.fromEntries([...inputs].map(([file, hash]) => [file, hash ?? null])),
      outputs: packAll(outputs),
    }
    for (const file of inputs.keys()) this.#inputs.add(file)
    this.#made.set(path, this.#content.add(Buffer.from(JSON.stringify(page))))
  }

  /**
   * Remember this build; what is known of pages that were not of it stays.
   *
   * @param all Paths of all pages of the project.
   * @param site The manifest and the files that belong to no page.
   */
  save(all: readonly string[], site: ReadonlyMap<string, FileStat>): void {
    if (this.#stamp === undefined) return
    const inputs = new Set(this.#inputs)
    const writer = new ByteWriter()
    writer.add('{"pages":{')
    const cached = all.filter(path => this.#made.has(path) || Object.hasOwn(this.#before.pages, path))
    writer.addLines(cached, path => {
      writer.add(`${JSON.stringify(path)}:`)
      writer.addBytes(this.#pageJson(path, inputs))
    })
    const others: Omit<CacheFile, 'pages'> = {
      stamp: this.#stamp,
      files: Object.fromEntries(this.#hashes.take(inputs)),
      site: packAll(site),
      listed: nameOf(all),
    }
    writer.add(`},${JSON.stringify(others).slice(1)}`)
    writeCacheFile(this.#file, writer.take())
  }

  /** What is remembered of a page; the files that it is made of are noted. */
  #pageJson(path: string, inputs: Set<string>): Uint8Array {
    const made = this.#made.get(path)
    if (made !== undefined) return this.#content.read(made)
    const page = entryOf(this.#before.pages, path)
    for (const file of Object.keys(page?.inputs ?? {})) inputs.add(file)
    return Buffer.from(JSON.stringify(page))
  }

  /** Remove what was gathered on the way. */
  close(): void {
    this.#content.close()
  }

  #agrees({inputs, outputs}: CachedPage): boolean {
    return this.#hashes.agree(Object.entries(inputs)) && this.#areAsTheyWere(outputs)
  }

  #areAsTheyWere(outputs: Readonly<Record<string, PackedStat>>): boolean {
    for (const [file, stat] of Object.entries(outputs))
      if (!this.#folder.isAsItWas(file, unpack(stat))) return false
    return true
  }
}

/** A file of another version, or that cannot be read, is as good as none. */
function readCacheFile(file: string, stamp: string): CacheFile {
  try {
    const memory = JSON.parse(readFileSync(file, 'utf8')) as CacheFile // written by `save`
    return memory.stamp === stamp ? memory : nothing
  } catch {
    return nothing
  }
}

function packAll(stats: ReadonlyMap<string, FileStat>): Readonly<Record<string, PackedStat>> {
  const packed = [...stats].map(
    ([file, {modified, changed, size, inode}]) => [file, [modified, changed, size, inode]] as const,
  )
  return Object.fromEntries(packed)
}

function unpack([modified, changed, size, inode]: PackedStat): FileStat {
  return {modified, changed, size, inode}
}

function entryOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function nameOf(paths: readonly string[]): string {
  return createHash('sha256').update(paths.join('\n')).digest('hex')
}
