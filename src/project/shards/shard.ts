import type {Format} from '../../internal.ts'
import type {OutputFolder} from '../build/output-folder.ts'
import {engineName, engineVersion} from '../load/engine.ts'
import {fingerprint} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import type {PageOptions, PageRecord} from '../pages/render-page.ts'

/** A part of the pages: `{index: 1, count: 4}` is the first of four. */
export interface Shard {
  /** From 1. */
  readonly index: number
  /** Number of shards. */
  readonly count: number
}

/**
 * The pages of a shard: every `count`-th by the order of their paths, so that each shard has some of each
 * folder.
 */
export function pagesOfShard(all: readonly string[], {index, count}: Shard): readonly string[] {
  return all.filter((_, position) => position % count === index - 1)
}

/** What shards have in common that belong together, besides their sources. */
export interface ShardOrigin {
  /** Versions, for people. */
  readonly parlance: string
  readonly node: string
  /** Names the code that made it. */
  readonly engine: string
  /** Names the configuration, references and glossary. */
  readonly project: string
  /** Sorted; `null`: all that pages serve. */
  readonly audiences: readonly string[] | null
  /** Sorted; `null`: those of a build that names none. */
  readonly formats: readonly Format[] | null
}

/** What a build notes of one shard. */
export interface BuiltShard {
  readonly index: number
  readonly pages: readonly string[]
  /** Slugs of those of them that have errors, by path: no other page can have them. */
  readonly failed: Readonly<Record<string, string>>
  /**
   * SHA-256 of every file that its pages are made of, by path from the project's folder; `null` where no file
   * was.
   */
  readonly files: Readonly<Record<string, string | null>>
}

/**
 * `shard.json`: what stands in an output folder that holds a part of the site. No text of pages, and no
 * messages.
 */
export interface ShardFile {
  readonly version: 1
  readonly count: number
  readonly origin: ShardOrigin
  readonly shards: readonly BuiltShard[]
}

export const shardFileName = 'shard.json'

export function originOf(project: Project, {audiences, formats}: PageOptions): ShardOrigin {
  const sorted = <Name extends string>(names: readonly Name[] | undefined): readonly Name[] | null =>
    names === undefined ? null : [...new Set(names)].sort()
  return {
    parlance: engineVersion(),
    node: process.version,
    engine: engineName(),
    // Functions in a configuration cannot be compared: then its file is.
    project: project.stamp ?? fingerprint(project.inputs),
    audiences: sorted(audiences),
    formats: sorted(formats),
  }
}

/** Gathers what is noted of a shard while it is built. */
export class ShardRecord {
  readonly #pages: string[] = []
  readonly #failed = new Map<string, string>()
  readonly #files = new Map<string, string | null>()

  add({path, slug, inputs}: PageRecord, hasErrors: boolean): void {
    this.#pages.push(path)
    if (hasErrors) this.#failed.set(path, slug)
    for (const [file, hash = null] of inputs ?? []) {
      const known = this.#files.get(file)
      this.#files.set(file, known === undefined || known === hash ? hash : changedMeanwhile)
    }
  }

  taken(): Omit<BuiltShard, 'index'> {
    const byPath = [...this.#files].sort(([left], [right]) => (left < right ? -1 : 1))
    return {pages: this.#pages, failed: Object.fromEntries(this.#failed), files: Object.fromEntries(byPath)}
  }
}

/** Instead of a hash, for a file that two pages saw with different content: it agrees with no file. */
const changedMeanwhile = 'changed while the shard was built'

/**
 * Note in an output folder which part of the site it holds. Where all shards were built into one folder the
 * site is whole, and nothing is noted any more.
 *
 * @param built `undefined` after a build of all pages.
 */
export async function noteShard(
  folder: OutputFolder,
  built: (BuiltShard & Shard) | undefined,
  origin: () => ShardOrigin,
): Promise<void> {
  const before = readShardFile((await folder.read(shardFileName))?.toString())
  if (built === undefined) {
    if (before !== undefined) await folder.remove(shardFileName)
    return
  }
  const {count, ...shard} = built
  const now = origin()
  const belongs = before?.count === count && JSON.stringify(before.origin) === JSON.stringify(now)
  const others = belongs ? before.shards.filter(({index}) => index !== shard.index) : []
  const shards = [...others, shard].sort((left, right) => left.index - right.index)
  if (shards.length > 1 && shards.length === count) await folder.remove(shardFileName)
  else {
    const file: ShardFile = {version: 1, count, origin: now, shards}
    await folder.write(shardFileName, `${JSON.stringify(file, null, 2)}\n`, false)
  }
}

/** What a text notes of shards; `undefined` where it is no such note. */
export function readShardFile(text: string | undefined): ShardFile | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isShardFile(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isShardFile(value: unknown): value is ShardFile {
  if (!isRecord(value) || value.version !== 1 || !isCount(value.count)) return false
  const {count, origin, shards} = value
  return (
    isRecord(origin) &&
    Array.isArray(shards) &&
    shards.length > 0 &&
    shards.every(shard => isShard(shard, count))
  )
}

function isShard(value: unknown, count: number): boolean {
  return (
    isRecord(value) &&
    isCount(value.index) &&
    value.index <= count &&
    isTexts(value.pages) &&
    isRecord(value.failed) &&
    isRecord(value.files)
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(text => typeof text === 'string')
}
