import {type Document, render, type TocEntry} from '../../internal.ts'
import {TempFileBuffer} from './temp-file-buffer.ts'

/** What the search of one audience knows of one page: nothing that its readers do not get. */
export interface SearchEntry {
  readonly slug: string
  /** From the audience's folder. */
  readonly url: string
  readonly title: string
  readonly description?: string
  /** BCP 47 tag. */
  readonly lang: string
  readonly headings: readonly string[]
  /** The variant's plain text. */
  readonly text: string
}

/** Path of an audience's index below the output folder. */
export const searchFile = (audience: string): string => `${audience}/search.json`

export function searchEntry(document: Document, audience: string): SearchEntry {
  const {value, meta} = render(document, {audience, format: 'text', width: 0})
  const {slug = ''} = document
  return {
    slug,
    url: `${slug.split('/').map(encodeURIComponent).join('/')}/`,
    title: meta.title ?? slug,
    ...(meta.description !== undefined && {description: meta.description}),
    lang: meta.locale,
    headings: headingsOf(meta.toc),
    text: value
      .replace(/^[=-]{3,}$/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}

function headingsOf(toc: readonly TocEntry[]): readonly string[] {
  return toc.flatMap(({text, children}) => [text, ...headingsOf(children)])
}

/** An entry as JSON, on its way into an index. */
export interface SearchLine {
  readonly slug: string
  readonly json: Uint8Array
}

export function searchLine(entry: SearchEntry): SearchLine {
  return {slug: entry.slug, json: Buffer.from(JSON.stringify(entry))}
}

/** Something of which the length is known, and that can be copied to where it is wanted. */
interface IndexedText {
  readonly slug: string
  readonly length: number
  readonly copy: (into: Uint8Array, at: number) => void
}

/** Gathers entries on disk while pages are built, so that memory does not grow with their number. */
export class SearchIndexes {
  readonly #content = new TempFileBuffer()
  readonly #pieces = new Map<string, IndexedText[]>()

  has(audience: string): boolean {
    return this.#pieces.has(audience)
  }

  add(audience: string, {slug, json}: SearchLine): void {
    const slice = this.#content.add(json)
    const piece: IndexedText = {
      slug,
      length: slice.length,
      copy: (into, at) => this.#content.copy(slice, into, at),
    }
    const known = this.#pieces.get(audience)
    if (known === undefined) this.#pieces.set(audience, [piece])
    else known.push(piece)
  }

  /**
   * The index of one audience as JSON, its pages by slug.
   *
   * @param earlier Pages that were not built this time and stay as they are.
   */
  print(audience: string, earlier: readonly SearchLine[]): Buffer {
    return join([...(this.#pieces.get(audience) ?? []), ...earlier.map(pieceOf)])
  }

  close(): void {
    this.#content.close()
  }
}

/** The index of one audience as JSON, its pages by slug. */
export function printSearchIndex(entries: readonly SearchEntry[]): string {
  return join(entries.map(entry => pieceOf(searchLine(entry)))).toString()
}

function pieceOf({slug, json}: SearchLine): IndexedText {
  return {slug, length: json.length, copy: (into, at) => into.set(json, at)}
}

const opening = Buffer.from('{"version":1,"pages":[\n')
const between = Buffer.from(',\n')
const closing = Buffer.from('\n]}\n')

/** In one piece of bytes: texts of many pages would be held several times until they are written. */
function join(pieces: readonly IndexedText[]): Buffer {
  const sorted = [...pieces].sort(({slug: left}, {slug: right}) => (left < right ? -1 : 1))
  const inside =
    sorted.reduce((sum, {length}) => sum + length, 0) + between.length * Math.max(0, sorted.length - 1)
  const index = Buffer.allocUnsafe(opening.length + inside + closing.length)
  let at = opening.copy(index)
  for (const [number, {length, copy}] of sorted.entries()) {
    if (number > 0) at += between.copy(index, at)
    copy(index, at)
    at += length
  }
  closing.copy(index, at)
  return index
}

/**
 * Pages of an index that an earlier build wrote, each on its line; none where there is none that can be read.
 */
export function readSearchLines(index: Buffer | undefined): readonly SearchLine[] {
  if (index === undefined) return []
  const end = index.length - closing.length
  if (!index.subarray(0, opening.length).equals(opening) || !index.subarray(end).equals(closing)) return []
  const lines: SearchLine[] = []
  for (let start = opening.length; start < end; ) {
    const next = index.indexOf(between, start)
    const stop = next < 0 ? end : next
    const json = index.subarray(start, stop)
    const slug = slugOf(json)
    if (slug === undefined) return []
    lines.push({slug, json})
    start = stop + between.length
  }
  return lines
}

/** The slug is what an entry begins with: the rest need not be read for it. */
function slugOf(json: Buffer): string | undefined {
  const {slug} = (parsed(`${json.toString('utf8', 0, json.indexOf('","url":'))}"}`) ?? {}) as {slug?: unknown}
  return typeof slug === 'string' ? slug : undefined
}

/** Whether an entry can be read whole. */
export function isSearchEntry({json}: SearchLine): boolean {
  return parsed(Buffer.from(json).toString()) !== undefined
}

function parsed(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined // the caller says what that means
  }
}
