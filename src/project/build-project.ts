import {resolve} from 'node:path'
import type {Message} from '../index.ts'
import {BuildMemory, type KnownPage, stampOf} from './build-memory.ts'
import type {FileStat} from './inputs.ts'
import type {Project} from './load-project.ts'
import {type Manifest, type ManifestOutput, manifestName, manifestText, readManifest} from './manifest.ts'
import {OutputFolder} from './output-folder.ts'
import {PageStore, type PageStoreOptions} from './page-store.ts'
import {isFatal} from './page-variants.ts'
import {type PageOptions, type RenderedPage, renderPage} from './render-page.ts'
import {renderPages} from './render-pages.ts'
import {readSearchEntries, SearchIndexes} from './search-index.ts'
import {type SitePage, siteFiles} from './site-files.ts'
import {Slugs} from './slugs.ts'

export interface BuildOptions extends PageOptions {
  /** Output folder, from the project's; default: the configuration's `outDir`. */
  readonly out?: string
  /** Make every page and write every output, even where nothing changed. */
  readonly force?: boolean
  /** Build only the pages of this part: `{index: 1, count: 4}` is the first of four. */
  readonly shard?: {readonly index: number; readonly count: number}
  /** Where pages are kept by what they are made of, for other builds and other machines. */
  readonly store?: PageStoreOptions
  /** Worker threads; default: 1, all in this one. */
  readonly jobs?: number
  /** Called after each page, in the order of their paths. */
  readonly onPage?: (page: BuiltPage, done: number, total: number) => void
}

/** What a build made of one page. */
export interface BuiltPage {
  /** Path of the source from the project's folder. */
  readonly path: string
  readonly messages: readonly Message[]
  /** Its files; none where it has errors, or was not made again. */
  readonly outputs: readonly (ManifestOutput & {readonly changed: boolean})[]
  /** Whether it was not made again, since neither what it is made of nor what was made of it has changed. */
  readonly unchanged: boolean
}

export interface BuildResult {
  /** Absolute path. */
  readonly out: string
  /** Pages, and those of them that have errors and were left out. */
  readonly pages: number
  readonly failed: number
  /** Pages that were not made again. */
  readonly unchanged: number
  /** Pages that were taken from the store. */
  readonly stored: number
  readonly written: number
  readonly removed: readonly string[]
}

/**
 * Build every page for every audience in every format. Pages are written as they are rendered, so that memory does not
 * grow with their number; those of which nothing has changed since the last build are not made again. A page with errors is
 * left as it was last built, and the others are built all the same.
 *
 * @throws {RangeError} For an audience or a shard that there is not.
 */
export async function buildProject(project: Project, options: BuildOptions = {}): Promise<BuildResult> {
  const out = resolve(project.root, options.out ?? project.config.project.outDir)
  const all = await project.pages()
  const {index, count} = options.shard ?? {index: 1, count: 1}
  const paths = all.filter((_, position) => position % count === index - 1)
  const folder = new OutputFolder(out)
  const stamp = stampOf(project, options)
  const memory = new BuildMemory(project, out, folder, stamp)
  const store =
    options.store && stamp !== undefined ? new PageStore(options.store, project, stamp) : undefined
  const known = new Map(paths.map(path => [path, options.force === true ? undefined : memory.page(path)]))
  const changed = paths.filter(path => known.get(path) === undefined)
  const found = new Map<string, string>()
  for (const path of options.force === true ? [] : changed) {
    const file = store?.find(path)
    if (file !== undefined) found.set(path, file)
  }
  const slugs = new Slugs(project.config.settings)
  let done = 0
  let failed = 0
  const tell = (page: BuiltPage): void => {
    if (page.messages.some(isFatal)) failed++
    options.onPage?.(page, ++done, paths.length)
  }
  const result = (written: number, removed: readonly string[]): BuildResult => {
    return {
      out,
      pages: paths.length,
      failed,
      unchanged: paths.length - changed.length,
      stored: found.size,
      written,
      removed,
    }
  }
  if (changed.length === 0 && options.force !== true && memory.knows(all)) {
    for (const [path, page] of known) if (page !== undefined) tell(told(slugs, path, page))
    return result(0, [])
  }
  const builder = new Builder(project, folder, options.force ?? false, await readManifest(out), memory)
  const ours = new Set(paths)
  builder.keepOthers(all.filter(path => !ours.has(path)))
  const rendered = changed.filter(path => !found.has(path))
  const made = renderPages(project, rendered, options, options.jobs ?? 1)
  const make = async (path: string): Promise<RenderedPage> => {
    const file = found.get(path)
    const stored = file === undefined ? undefined : store?.load(file)
    if (stored !== undefined) return stored
    found.delete(path)
    const page = file === undefined ? (await made.next()).value : renderPage(project, path, options)
    if (page === undefined) throw new Error(`\`${path}\` was not rendered`)
    store?.add(page)
    return page
  }
  try {
    for (const [path, page] of known) {
      if (page !== undefined) tell(builder.keep(told(slugs, path, page)))
      else tell(await builder.add(await make(path), slugs))
    }
    const {removed, site} = await builder.finish()
    await memory.save(all, site)
    return result(builder.written, removed)
  } finally {
    await made.return(undefined)
    await builder.close()
  }
}

/** Whether an earlier output of a page is one that was not asked for this time: another audience, or another format. */
function isStillDue(file: string, {slug, listed}: RenderedPage, built: readonly ManifestOutput[]): boolean {
  const folders = listed.audiences.map(audience => `${audience}/${slug}/index.`)
  return folders.some(folder => file.startsWith(folder)) && built.every(output => output.file !== file)
}

class Builder {
  written = 0
  readonly #outputs: ManifestOutput[] = []
  /** By source; those of pages that are not built this time stay as they are. */
  readonly #pages = new Map<string, SitePage>()
  readonly #search = new SearchIndexes()
  readonly #kept = new Set<string>()
  readonly #project: Project
  readonly #folder: OutputFolder
  readonly #force: boolean
  readonly #before: Manifest
  readonly #memory: BuildMemory
  /** Earlier outputs by source: a build asks for them once a page. */
  readonly #earlier = new Map<string, ManifestOutput[]>()

  constructor(project: Project, folder: OutputFolder, force: boolean, before: Manifest, memory: BuildMemory) {
    this.#memory = memory
    this.#project = project
    this.#folder = folder
    this.#force = force
    this.#before = before
    for (const output of before.outputs) {
      const known = this.#earlier.get(output.source)
      if (known === undefined) this.#earlier.set(output.source, [output])
      else known.push(output)
    }
  }

  async add(page: RenderedPage, slugs: Slugs): Promise<BuiltPage> {
    const {path, slug, inputs, outputs} = page
    const {messages} = told(slugs, path, page)
    const isSound = !messages.some(isFatal)
    const built: (ManifestOutput & {changed: boolean})[] = []
    const stats = new Map<string, FileStat>()
    if (isSound) {
      for (const {text, file, ...about} of outputs) {
        const {stat, ...written} = await this.#write(file, text)
        stats.set(file, stat)
        built.push({file, ...written, source: path, ...about})
      }
      this.#outputs.push(...built.map(({changed: _, ...output}) => output))
      this.#keep(path, ({file}) => isStillDue(file, page, built))
      this.#pages.set(path, page.listed)
      for (const [audience, entry] of page.search) await this.#search.add(audience, entry)
    } else this.keepOthers([path])
    // What another page's slug makes of this one is not its own: it is found anew each time.
    if (inputs !== undefined && (isSound || page.messages.some(isFatal)))
      this.#memory.add(path, {slug, messages: page.messages, inputs, outputs: stats})
    return {path, messages, outputs: built, unchanged: false}
  }

  /** A page that is as it was. */
  keep(page: BuiltPage): BuiltPage {
    this.keepOthers([page.path])
    return page
  }

  /** Write what belongs to no page, and remove what an earlier build wrote and this one did not. */
  async finish(): Promise<FinishedSite> {
    const {settings} = this.#project.config
    const site = new Map<string, FileStat>()
    const write = async (file: string, text: string): Promise<void> => {
      site.set(file, (await this.#write(file, text)).stat)
    }
    for (const [file, text] of siteFiles([...this.#pages.values()], settings)) await write(file, text)
    for (const audience of settings.audiences.ids) {
      const file = `${audience}/search.json`
      const earlier = readSearchEntries(await this.#folder.read(file)).filter(({slug}) =>
        this.#kept.has(slug),
      )
      if (!this.#search.has(audience) && earlier.length === 0) continue
      await write(file, await this.#search.print(audience, earlier))
    }
    const manifest: Manifest = {
      version: 1,
      outputs: this.#outputs,
      pages: Object.fromEntries(this.#pages),
      site: [...site.keys()],
    }
    const kept = new Set([...this.#outputs.map(({file}) => file), ...manifest.site])
    const removed = [...this.#before.outputs.map(({file}) => file), ...this.#before.site]
      .filter(file => !kept.has(file))
      .sort()
    for (const file of removed) await this.#folder.remove(file)
    await write(manifestName, manifestText(manifest))
    return {removed, site}
  }

  /** Pages that are not of this build keep what they have. */
  keepOthers(paths: readonly string[]): void {
    for (const path of paths) {
      this.#keep(path)
      const page = Object.hasOwn(this.#before.pages, path) ? this.#before.pages[path] : undefined
      if (page === undefined) continue
      this.#pages.set(path, page)
      this.#kept.add(page.slug)
    }
  }

  /** Remove what was gathered on the way. */
  async close(): Promise<void> {
    await this.#search.close()
  }

  #keep(path: string, isKept: (output: ManifestOutput) => boolean = () => true): void {
    this.#outputs.push(...(this.#earlier.get(path) ?? []).filter(isKept))
  }

  async #write(file: string, text: string) {
    const written = await this.#folder.write(file, text, this.#force)
    if (written.changed) this.written++
    return written
  }
}

/** What belongs to no page, and what is gone. */
interface FinishedSite {
  readonly site: ReadonlyMap<string, FileStat>
  readonly removed: readonly string[]
}

/** A page that was not made again, with what its slug has to do with those before it. */
function told(slugs: Slugs, path: string, {slug, messages}: KnownPage): BuiltPage {
  return {path, messages: [...messages, ...slugs.take(slug, path)], outputs: [], unchanged: true}
}
