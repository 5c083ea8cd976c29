import {appendFile, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Document, render, type TocEntry} from '../index.ts'

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

/** Gathers entries on disk while pages are built, so that memory does not grow with their number. */
export class SearchIndexes {
  readonly #folder: Promise<string>
  readonly #audiences = new Set<string>()

  constructor() {
    this.#folder = mkdtemp(join(tmpdir(), 'parlance-search-'))
  }

  has(audience: string): boolean {
    return this.#audiences.has(audience)
  }

  async add(audience: string, entry: SearchEntry): Promise<void> {
    this.#audiences.add(audience)
    await appendFile(join(await this.#folder, audience), `${JSON.stringify(entry)}\n`)
  }

  /**
   * The index of one audience as JSON, its pages by slug.
   *
   * @param earlier Entries of pages that were not built this time and stay as they are.
   */
  async print(audience: string, earlier: readonly SearchEntry[]): Promise<string> {
    const lines = this.#audiences.has(audience)
      ? (await readFile(join(await this.#folder, audience), 'utf8')).trimEnd().split('\n')
      : []
    return printLines([...lines, ...earlier.map(entry => JSON.stringify(entry))])
  }

  async close(): Promise<void> {
    await rm(await this.#folder, {recursive: true, force: true})
  }
}

/** The index of one audience as JSON, its pages by slug. */
export function printSearchIndex(entries: readonly SearchEntry[]): string {
  return printLines(entries.map(entry => JSON.stringify(entry)))
}

function printLines(lines: readonly string[]): string {
  const slugOf = (line: string): string => (JSON.parse(line) as SearchEntry).slug // printed by us
  const entries = lines.map(line => [slugOf(line), line] as const)
  const sorted = [...entries].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, line]) => line)
  return `{"version":1,"pages":[\n${sorted.join(',\n')}\n]}\n`
}

/** Entries of an index that an earlier build wrote; none where there is none that can be read. */
export function readSearchEntries(text: string | undefined): readonly SearchEntry[] {
  try {
    const index: unknown = JSON.parse(text ?? '')
    const pages: unknown = typeof index === 'object' && index !== null && 'pages' in index ? index.pages : []
    return Array.isArray(pages) ? (pages as SearchEntry[]).filter(({slug}) => typeof slug === 'string') : []
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}
