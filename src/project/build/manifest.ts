import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Fallback, Format} from '../../internal.ts'
import {ByteWriter} from './byte-writer.ts'
import type {SitePage} from './site-files.ts'
import {type ByteRange, TempFileBuffer} from './temp-file-buffer.ts'

/** One file that a build made of a page. */
export interface ManifestOutput {
  /** Path below the output folder, with `/`. */
  readonly file: string
  /** Path of the page's source from the project's folder. */
  readonly source: string
  /** Absent on the page that asks which audience a reader is of. */
  readonly audience?: string
  /** Format of the file. */
  readonly format: Format
  /** Size of the file. */
  readonly bytes: number
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string
  /** Cited works in order of number. */
  readonly citations: readonly {
    /** Key of the reference. */
    readonly key: string
    /** Its number in this variant, from 1. */
    readonly number: number
  }[]
  /** Groups in which another audience’s wording stands in. */
  readonly fallbacks: readonly Fallback[]
}

/** What stands in an output folder; no times, so that the same content gives the same bytes. */
export interface Manifest {
  /** Version of the format. */
  readonly version: 1
  /** In the order of their files. */
  readonly outputs: readonly ManifestOutput[]
  /** Numbers across variants: source, then key, then audience; made from the outputs. */
  readonly citations?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>
  /** What the site's lists say of each page, by source. */
  readonly pages: Readonly<Record<string, SitePage>>
  /** Files that belong to no single page. */
  readonly site: readonly string[]
}

export const manifestName = 'manifest.json'

/** The manifest of an output folder; an empty one where there is none, or none that can be read. */
export async function readManifest(out: string): Promise<Manifest> {
  const empty: Manifest = {version: 1, outputs: [], pages: {}, site: []}
  try {
    const manifest: unknown = JSON.parse(await readFile(join(out, manifestName), 'utf8'))
    return isManifest(manifest) ? manifest : empty
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    )
      return empty
    throw error
  }
}

function isManifest(value: unknown): value is Manifest {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('outputs' in value) ||
    !('site' in value) ||
    !('pages' in value)
  )
    return false
  const {outputs, pages, site} = value
  const named = (output: unknown): boolean =>
    typeof output === 'object' && output !== null && 'file' in output && typeof output.file === 'string'
  return (
    Array.isArray(outputs) &&
    typeof pages === 'object' &&
    pages !== null &&
    outputs.every(named) &&
    Array.isArray(site) &&
    site.every(file => typeof file === 'string')
  )
}

/**
 * The outputs of a manifest while they are gathered. Those that are made wait on disk: many would fill the
 * memory.
 */
export class OutputRecord {
  readonly #content = new TempFileBuffer()
  readonly #outputs = new Map<string, ByteRange | ManifestOutput>()

  add(output: ManifestOutput): void {
    this.#outputs.set(output.file, this.#content.add(Buffer.from(JSON.stringify(output))))
  }

  /** One of an earlier manifest, which is in memory already. */
  keep(output: ManifestOutput): void {
    this.#outputs.set(output.file, output)
  }

  has(file: string): boolean {
    return this.#outputs.has(file)
  }

  /** In the order of their files. */
  *[Symbol.iterator](): IterableIterator<ManifestOutput> {
    for (const file of [...this.#outputs.keys()].sort()) {
      const output = this.#outputs.get(file)
      if (output !== undefined)
        yield 'file' in output
          ? output
          : (JSON.parse(this.#content.read(output).toString()) as ManifestOutput) // as `add` wrote it
    }
  }

  close(): void {
    this.#content.close()
  }
}

/**
 * A manifest as JSON with a line for each output and each page: of many pages it is half as long as a tree of
 * indented lines, and a comparison of two builds still shows what has changed.
 *
 * @param outputs In the order of their files.
 */
export function manifestJson(
  outputs: Iterable<ManifestOutput>,
  {version, pages, site}: Omit<Manifest, 'outputs' | 'citations'>,
): Buffer {
  const writer = new ByteWriter()
  const numbers = new CitationNumbers()
  writer.add(`{"version":${version},\n"outputs":[`)
  writer.addLines(outputs, output => {
    numbers.add(output)
    writer.add(JSON.stringify(output))
  })
  writer.add('],\n"citations":{')
  writer.addLines(numbers.taken(), member => writer.add(memberOf(member)))
  writer.add('},\n"pages":{')
  const byPath = Object.entries(pages).sort(([left], [right]) => (left < right ? -1 : 1))
  writer.addLines(byPath, member => writer.add(memberOf(member)))
  writer.add('},\n"site":[')
  writer.addLines([...site].sort(), file => writer.add(JSON.stringify(file)))
  writer.add(']}\n')
  return writer.take()
}

function memberOf([name, value]: readonly [string, unknown]): string {
  return `${JSON.stringify(name)}:${JSON.stringify(value)}`
}

class CitationNumbers {
  readonly #pages = new Map<string, Map<string, Map<string, number>>>()

  add({source, audience, citations}: ManifestOutput): void {
    if (audience === undefined) return
    for (const {key, number} of citations) {
      const page = this.#pages.get(source) ?? new Map<string, Map<string, number>>()
      this.#pages.set(
        source,
        page.set(key, (page.get(key) ?? new Map<string, number>()).set(audience, number)),
      )
    }
  }

  /** By source: the numbers of each work, by audience. */
  *taken(): IterableIterator<readonly [string, object]> {
    for (const [source, page] of this.#pages)
      yield [
        source,
        Object.fromEntries([...page].map(([key, numbers]) => [key, Object.fromEntries(numbers)])),
      ]
  }
}
