import type {BuildCache} from '../cache/build-cache.ts'
import {isError} from '../load/content-error.ts'
import type {FileStat} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import type {Slugs} from '../load/slugs.ts'
import {defaultFormats, type PageOptions, type RenderedPage} from '../pages/render-page.ts'
import type {BuiltPage} from './built-page.ts'
import {type Manifest, type ManifestOutput, manifestJson, manifestName, OutputRecord} from './manifest.ts'
import type {OutputFolder} from './output-folder.ts'
import {readSearchLines, SearchIndexes, type SearchLine, searchFile, searchLine} from './search-index.ts'
import {listedFor, type SitePage, siteFiles} from './site-files.ts'

export interface SiteBuilderOptions {
  readonly project: Project
  readonly folder: OutputFolder
  /** What is built: files hold, name and link nothing else. */
  readonly asked?: PageOptions
  /**
   * Whether the folder holds a part of the site, to be merged: then pages that no audience gets are noted
   * too.
   */
  readonly isShard?: boolean
  /** What the folder holds of earlier. */
  readonly before: Manifest
  /** Whether every output is written, even where nothing changed. */
  readonly force?: boolean
  /** What is reported of each page that was made. */
  readonly memory?: BuildCache
}

/**
 * Writes a site page by page, and at the end what belongs to no page. Memory does not grow with the text of
 * pages.
 */
export class SiteBuilder {
  written = 0
  readonly #outputs = new OutputRecord()
  /** By source; those of pages that are not built this time stay as they are. */
  readonly #pages = new Map<string, SitePage>()
  readonly #search = new SearchIndexes()
  readonly #kept = new Set<string>()
  /** Whether some page is listed in other words than before. */
  #isListedAnew = false
  readonly #project: Project
  readonly #folder: OutputFolder
  readonly #force: boolean
  readonly #before: Manifest
  readonly #memory: BuildCache | undefined
  readonly #asked: PageOptions
  readonly #isShard: boolean
  /** Audiences that are built, in the order of the configuration. */
  readonly #audiences: readonly string[]
  /** Whether there are pages that lists can lead to. */
  readonly #hasLists: boolean
  /** Earlier outputs by source: a build asks for them once a page. */
  readonly #earlier = new Map<string, ManifestOutput[]>()

  constructor({
    project,
    folder,
    asked = {},
    isShard = false,
    before,
    force = false,
    memory,
  }: SiteBuilderOptions) {
    const {ids} = project.config.settings.audiences
    this.#asked = asked
    this.#isShard = isShard
    this.#audiences = ids.filter(id => asked.audiences?.includes(id) ?? true)
    this.#hasLists = (asked.formats ?? defaultFormats).includes('html')
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
    const {path, outputs} = page
    const {messages} = slugs.told(page)
    const isSound = !messages.some(isError)
    const built: (ManifestOutput & {changed: boolean})[] = []
    const stats = new Map<string, FileStat>()
    if (isSound) {
      for (const {text, file, ...about} of outputs) {
        const {stat, ...written} = await this.#write(file, text)
        stats.set(file, stat)
        built.push({file, ...written, source: path, ...about})
      }
      for (const {changed: _, ...output} of built) this.#outputs.add(output)
      this.#keep(path, ({file}) => isStillDue(file, page, built))
      this.#list(path, page.listed)
      if (JSON.stringify(page.listed) !== JSON.stringify(this.#listedBefore(path))) this.#isListedAnew = true
      for (const [audience, entry] of page.search) this.addSearch(audience, searchLine(entry))
    } else this.keepOthers([path])
    // Messages that come from another page's slug are not cached: they are found again each time.
    if (isSound || page.messages.some(isError)) this.#memory?.add(page, stats)
    return {path, messages, outputs: built, unchanged: false}
  }

  /** What the search of an audience knows of a page that was added; in any order. */
  addSearch(audience: string, line: SearchLine): void {
    this.#search.add(audience, line)
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
    const write = async (file: string, content: string | Buffer): Promise<void> => {
      site.set(file, (await this.#write(file, content)).stat)
    }
    const lists = this.#hasLists ? this.#listsAsTheyAre() : []
    for (const [file, stat] of lists ?? []) site.set(file, stat)
    if (lists === undefined)
      for (const [file, text] of siteFiles([...this.#pages.values()], settings)) await write(file, text)
    for (const audience of this.#hasLists ? this.#audiences : []) {
      const file = searchFile(audience)
      const earlier = readSearchLines(await this.#folder.read(file)).filter(({slug}) => this.#kept.has(slug))
      if (!this.#search.has(audience) && earlier.length === 0) continue
      await write(file, this.#search.print(audience, earlier))
    }
    const own = new Set([...site.keys(), ...this.#before.site.filter(file => !this.#concerns(file))])
    const removed = [...this.#before.outputs.map(({file}) => file), ...this.#before.site]
      .filter(file => !this.#outputs.has(file) && !own.has(file))
      .sort()
    for (const file of removed) await this.#folder.remove(file)
    const pages = Object.fromEntries(this.#pages)
    await write(manifestName, manifestJson(this.#outputs, {version: 1, pages, site: [...own]}))
    return {removed, site}
  }

  /** Pages that are not of this build keep what they have. */
  keepOthers(paths: readonly string[]): void {
    for (const path of paths) {
      this.#keep(path)
      const page = this.#listedBefore(path)
      if (page === undefined) continue
      this.#list(path, listedFor(page, this.#audiences))
      this.#kept.add(page.slug)
    }
  }

  #list(path: string, page: SitePage): void {
    const isForOthers = this.#asked.audiences !== undefined && page.audiences.length === 0
    if (!isForOthers || this.#isShard) this.#pages.set(path, page)
  }

  /** Whether a list or a search is made by this build; what was built for other audiences stays as it is. */
  #concerns(file: string): boolean {
    const {audiences} = this.#project.config.settings
    const [folder = ''] = file.split('/')
    return this.#hasLists && (this.#audiences.includes(folder) || !audiences.has(folder))
  }

  /** The lists of the site, where every page is listed as it was. */
  #listsAsTheyAre(): readonly (readonly [string, FileStat])[] | undefined {
    const before = this.#force ? undefined : this.#memory?.site
    const isSame = this.#pages.size === Object.keys(this.#before.pages).length && !this.#isListedAnew
    if (before === undefined || before.size === 0 || !isSame) return undefined
    const searches = new Set(this.#audiences.map(searchFile))
    return [...before].filter(([file]) => file !== manifestName && !searches.has(file))
  }

  /** Remove what was gathered on the way. */
  close(): void {
    this.#outputs.close()
    this.#search.close()
  }

  #listedBefore(path: string): SitePage | undefined {
    return Object.hasOwn(this.#before.pages, path) ? this.#before.pages[path] : undefined
  }

  #keep(path: string, isKept: (output: ManifestOutput) => boolean = () => true): void {
    for (const output of this.#earlier.get(path) ?? []) if (isKept(output)) this.#outputs.keep(output)
  }

  async #write(file: string, content: string | Buffer) {
    const written = await this.#folder.write(file, content, this.#force)
    if (written.changed) this.written++
    return written
  }
}

/** What belongs to no page, and what is gone. */
export interface FinishedSite {
  readonly site: ReadonlyMap<string, FileStat>
  readonly removed: readonly string[]
}

/**
 * Whether an earlier output of a page is one that was not asked for this time: another audience, or another
 * format.
 */
function isStillDue(file: string, {slug, served}: RenderedPage, built: readonly ManifestOutput[]): boolean {
  const variants = served.map(audience => `${audience}/${slug}/index.`)
  const folders = variants.length === 0 ? [] : [...variants, `${slug}/index.`]
  return folders.some(folder => file.startsWith(folder)) && built.every(output => output.file !== file)
}
