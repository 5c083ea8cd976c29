import {existsSync} from 'node:fs'
import {resolve} from 'node:path'
import {setImmediate} from 'node:timers/promises'
import {isDeepStrictEqual} from 'node:util'
import {LRUCache} from 'lru-cache'
import {
  ConfigError,
  type LibraryOptions,
  type OptionNames,
  type PageHead,
  type ProjectLibrary,
  type ResolvedConfig,
  refuseUnknown,
} from '../../internal.ts'
import {printSearchIndex} from '../build/search-index.ts'
import {serialQueue} from '../build/serial-queue.ts'
import {listFiles, siteFiles} from '../build/site-files.ts'
import {CurrentHashes, fingerprint, type Inputs} from '../load/inputs.ts'
import {
  contentFolders,
  loadProject,
  type Project,
  type ProjectOptions,
  projectOf,
  projectOptions,
} from '../load/load-project.ts'
import {type CompiledPage, compilePage} from '../pages/compile-page.ts'
import {type SiteFacts, siteFacts} from '../pages/site-facts.ts'

/** A page as it stands now. */
export interface LivePage extends Pick<CompiledPage, 'document' | 'messages' | 'sound'> {
  /** Names what the page is made of: the same text of all its files has the same version. */
  readonly version: string
  /** Whether this is the last good version of a page that has errors now. */
  readonly stale: boolean
}

/** What changed, once all of it can be asked for. */
export interface ContentChange {
  /** Generation of the content after the change. */
  readonly generation: number
  /**
   * Slugs of pages that are new, gone or made of other text, as far as they were asked for before. Pages that
   * only use a term or a reference that is another are not among them.
   */
  readonly slugs: readonly string[]
  /** Ids of terms and keys of references of the project's library that are new, gone or others. */
  readonly terms: readonly string[]
  /** Keys of references of the project’s library that are new, gone or others. */
  readonly references: readonly string[]
  /** Whether any page may be another, since the configuration is. */
  readonly everything: boolean
  /** Why what is on disk cannot be used, where it cannot. */
  readonly problem: string | undefined
}

/** Options of `LiveContent.open`. */
export interface LiveOptions extends ProjectOptions {
  /** Called after a change of the files has been taken over. Default: no call. */
  readonly onChange?: (change: ContentChange) => void
  /** Called for each compilation. Default: no call. */
  readonly onCompile?: (slug: string) => void
}

interface LiveEntry {
  readonly path: string
  readonly slug: string
  readonly head: PageHead
  /** What the head was read from. */
  readonly hash: string | undefined
  inputs?: Inputs
  version?: string
  /** Generation in which the inputs were last compared with the disk. */
  checked?: number
  /** The last good version, kept while the page is broken. */
  good?: LivePage
}

const liveOptions: OptionNames<LiveOptions> = {...projectOptions, onChange: true, onCompile: true}

/** Bytes of memory that a compiled page takes for each byte of its files, roughly. */
const memoryPerByte = 120

/** A compiled page takes this much even where it is empty. */
const minEntrySize = 16 * 1024

/** Files that are looked at before others get a turn. */
const filesAtATime = 100

/**
 * A project whose files may change while it is in use. Pages are compiled when they are asked for and kept
 * within a bound; a change on disk is taken over by `refresh`, as a whole: before it every page is what it
 * was, after it none is stale.
 */
export class LiveContent {
  /** Rises when anything may have changed. */
  generation = 1
  /** Why the files cannot be used at present; what was read before is still served. */
  problem: string | undefined
  #project: Project
  /** How often the project was opened: a configuration may have changed without a change of its own files. */
  #opened = 1
  readonly #hashes: CurrentHashes
  #entries = new Map<string, LiveEntry>()
  #listed: readonly PageHead[] = []
  readonly #queue = serialQueue()
  readonly #pages: LRUCache<string, {readonly page: LivePage; readonly size: number}>
  readonly #facts: LRUCache<string, {readonly version: string; readonly value: SiteFacts}>
  readonly #options: LiveOptions

  /**
   * Open a project and read the front matter of its pages.
   *
   * @throws {RangeError} For an unknown option; the message lists those that there are.
   * @throws {ConfigError} Where its configuration cannot be used.
   */
  static async open(options: LiveOptions = {}): Promise<LiveContent> {
    refuseUnknown(options, liveOptions)
    const live = new LiveContent(await loadProject(projectOf(options)), options)
    await live.#readIndex(live.#project)
    return live
  }

  private constructor(project: Project, options: LiveOptions) {
    this.#project = project
    this.#options = options
    this.#hashes = new CurrentHashes(project.root)
    const maxSize = project.config.project.serve.cacheBytes
    this.#pages = new LRUCache({maxSize, sizeCalculation: ({size}) => size})
    this.#facts = new LRUCache({maxSize, sizeCalculation: ({value}) => sizeOf(value)})
  }

  /** Configuration of the project. */
  get config(): ResolvedConfig {
    return this.#project.config
  }

  /** Absolute path of the project’s folder. */
  get root(): string {
    return this.#project.root
  }

  /** Absolute path of the configuration file, where there is one. */
  get configFile(): string | undefined {
    return this.#project.configFile
  }

  /** Pages with sound front matter, by slug. */
  pages(): readonly PageHead[] {
    return this.#listed
  }

  /** Whether there is no page at all, sound or not. */
  get isEmpty(): boolean {
    return this.#entries.size === 0
  }

  /** Whether there is a page of this slug, sound or not. */
  has(slug: string): boolean {
    return this.#entries.has(slug)
  }

  /** Whether a version of a page is still the one on disk; compared once in each generation. */
  isCurrent(slug: string, version: string): boolean {
    const entry = this.#entries.get(slug)
    if (entry === undefined || entry.version !== version) return false
    if (entry.checked === this.generation) return true
    if (entry.inputs === undefined || !this.#hashes.agree(entry.inputs)) return false
    entry.checked = this.generation
    return true
  }

  /**
   * A page by its slug.
   *
   * @throws {ContentMissing} While the folder of the content is not there, for pages that are not in memory.
   */
  page(slug: string): LivePage | undefined {
    const entry = this.#entries.get(slug)
    if (entry === undefined) return undefined
    const known = this.#pages.get(slug)?.page
    if (known !== undefined && this.isCurrent(slug, known.version)) return this.#shown(entry, known)
    const made = this.#compile(entry)
    if (made === undefined) {
      this.problem ??= this.#findProblem()
      if (this.problem !== undefined) throw new ContentMissing(this.problem)
      return undefined
    }
    const {page} = made
    if (page.sound) delete entry.good
    else if (known?.sound === true) entry.good = {...known, stale: true, version: `${known.version}-stale`}
    this.#pages.set(slug, made)
    return this.#shown(entry, page)
  }

  /** What pages can cite and explain, with what stands in for parts of it. */
  libraryWith(given: LibraryOptions): ProjectLibrary {
    return this.#project.libraryWith(given)
  }

  /** What lists and searches say of a page; `undefined` for pages with errors. */
  facts(slug: string): SiteFacts | undefined {
    const page = this.page(slug)
    const entry = this.#entries.get(slug)
    if (page === undefined || entry === undefined || !page.sound) return undefined
    const known = this.#facts.get(slug)
    if (known?.version === page.version) return known.value
    const value = siteFacts(page.document)
    this.#facts.set(slug, {version: page.version, value})
    return value
  }

  /**
   * A file that belongs to no single page, as a build writes it; `undefined` where there is none. What needs
   * the text of pages reads them all, and lets others have their turn in between.
   *
   * @param file Path below the output folder: `patient/search.json`.
   */
  async siteFile(file: string): Promise<string | undefined> {
    const {settings} = this.config
    const known = listFiles.get(file)
    if (known !== undefined) return known(this.#listed, settings)
    const [audience = '', name] = file.split('/')
    const all: SiteFacts[] = []
    for (const {slug} of this.#listed) {
      const facts = this.facts(slug)
      if (facts !== undefined) all.push(facts)
      await setImmediate()
    }
    if (name === 'search.json') {
      const entries = all.flatMap(({search}) =>
        search.flatMap(([id, entry]) => (id === audience ? entry : [])),
      )
      return entries.length === 0 ? undefined : printSearchIndex(entries)
    }
    const pages = all.map(({listed}) => listed)
    return siteFiles(pages, settings).get(file)
  }

  /**
   * Look at the files again, and take over what changed.
   *
   * @param reopen Whether to open the project again even where its own files are the same.
   */
  refresh(reopen = false): Promise<void> {
    return this.#queue(() => this.#refresh(reopen))
  }

  async #refresh(reopen: boolean): Promise<void> {
    const problem = this.#findProblem()
    if (problem !== undefined) return this.#fail(problem)
    const {inputs, host} = this.#project
    const isOther = reopen || !this.#hashes.agree(inputs)
    let project = this.#project
    if (isOther) {
      try {
        project = await loadProject(projectOf(this.#options))
      } catch (error) {
        if (error instanceof ConfigError) return this.#fail(error.message)
        throw error
      }
    }
    const before = this.config
    const slugs = await this.#readIndex(project)
    if (slugs instanceof ContentMissing) return this.#fail(slugs.message)
    if (slugs === undefined && this.problem === undefined) return
    this.problem = undefined
    this.#options.onChange?.({
      generation: this.generation,
      slugs: slugs ?? [],
      terms: isOther ? changedKeys(host.library.glossary, project.host.library.glossary) : [],
      references: isOther ? changedKeys(byKey(host.library), byKey(project.host.library)) : [],
      everything: isOther && !this.#isSameConfig(before, inputs),
      problem: undefined,
    })
  }

  #isSameConfig(before: ResolvedConfig, inputs: Inputs): boolean {
    const library = new Set(this.#project.host.library.dependencies)
    return (
      before === this.config ||
      [...inputs].every(([path, hash]) => library.has(path) || this.#project.inputs.get(path) === hash)
    )
  }

  #fail(problem: string): void {
    if (problem === this.problem) return
    this.problem = problem
    const {generation} = this
    this.#options.onChange?.({
      generation,
      slugs: [],
      terms: [],
      references: [],
      everything: false,
      problem,
    })
  }

  /** A project that has lost its folder has not lost its pages: an unmounted disk must not unpublish them. */
  #findProblem(): string | undefined {
    const {root, config} = this.#project
    if (this.#entries.size === 0)
      return existsSync(root) ? undefined : 'The folder of the project is not there'
    const folders = contentFolders(config).map(folder => resolve(root, folder))
    return folders.some(folder => existsSync(folder)) ? undefined : 'The folder of the content is not there'
  }

  /**
   * Read the front matter of what changed, then put the new index in the place of the old one in one step.
   *
   * @returns Slugs of pages that are new, gone or made of other text than before, the library's aside;
   * `undefined` where nothing is; why nothing can be read, where a folder went away in the meantime.
   */
  async #readIndex(project: Project): Promise<readonly string[] | ContentMissing | undefined> {
    const isOther = project !== this.#project
    const before = new Map([...this.#entries.values()].map(entry => [entry.path, entry]))
    const library = new Set([
      ...this.#project.host.library.dependencies,
      ...project.host.library.dependencies,
    ])
    const paths = await project.pages()
    const hashes = await this.#hashAll([...paths, ...inputsOf(before.values())])
    const problem = this.#findProblem()
    if (problem !== undefined) return new ContentMissing(problem)
    const entries = new Map<string, LiveEntry>()
    const changed: string[] = []
    for (const path of paths) {
      const known = before.get(path)
      before.delete(path)
      const isSame = known !== undefined && known.hash === hashes.get(path)
      const entry = isSame && !isOther ? known : newEntry(project, path, hashes.get(path), known)
      // the first of two pages with one slug stands, as in a build
      if (entry === undefined || entries.has(entry.slug)) continue
      const isMadeAlike = [...(entry.inputs ?? [])].every(
        ([file, hash]) => library.has(file) || hashes.get(file) === hash,
      )
      if (!isSame || !isMadeAlike) changed.push(entry.slug)
      entries.set(entry.slug, entry)
    }
    changed.push(...[...before.values()].map(({slug}) => slug))
    if (changed.length === 0 && !isOther && this.#entries.size > 0) return undefined
    project.forget()
    if (isOther) this.#opened++
    this.#project = project
    this.#entries = entries
    this.#listed = [...entries.values()]
      .map(({head}) => head)
      .filter(({sound}) => sound)
      .sort(bySlug)
    this.generation++
    const others = new Set(changed)
    if (!isOther)
      for (const entry of entries.values())
        if (!others.has(entry.slug) && entry.version !== undefined) entry.checked = this.generation
    return changed.sort()
  }

  /** Hashes as they are now; others are served in between. */
  async #hashAll(paths: readonly string[]): Promise<Inputs> {
    const hashes = new Map<string, string | undefined>()
    for (const path of new Set(paths)) {
      hashes.set(path, this.#hashes.of(path))
      if (hashes.size % filesAtATime === 0) await setImmediate()
    }
    return hashes
  }

  #compile(entry: LiveEntry): {readonly page: LivePage; readonly size: number} | undefined {
    const compiled = compilePage(this.#project, entry.path)
    if (compiled === undefined) return undefined
    this.#options.onCompile?.(entry.slug)
    const {document, messages, sound, bytes} = compiled
    const inputs = new Map([...this.#project.inputs, ...compiled.inputs])
    const version = `${this.#opened}.${fingerprint(inputs)}`
    Object.assign(entry, {inputs, version, checked: this.generation})
    const size = minEntrySize + bytes * memoryPerByte
    return {page: {document, messages, sound, version, stale: false}, size}
  }

  #shown({good}: LiveEntry, page: LivePage): LivePage {
    return !page.sound && good !== undefined && this.config.project.serve.stale ? good : page
  }
}

/** Thrown for a page that cannot be read while the folder of the content is not there. */
export class ContentMissing extends Error {
  /** Always `ContentMissing`. */
  override readonly name = 'ContentMissing'
}

function newEntry(
  project: Project,
  path: string,
  hash: string | undefined,
  known: LiveEntry | undefined,
): LiveEntry | undefined {
  const head = project.head(path)
  const made = known && {...pick(known)}
  return head && {...made, path, slug: head.slug, head, hash}
}

/** What is known of a page's last version stays until it is asked for again. */
function pick({inputs, version, good}: LiveEntry): Partial<LiveEntry> {
  return {...(inputs && {inputs}), ...(version !== undefined && {version}), ...(good && {good})}
}

function inputsOf(entries: Iterable<LiveEntry>): readonly string[] {
  return [...entries].flatMap(({inputs}) => [...(inputs?.keys() ?? [])])
}

function byKey({references}: ProjectLibrary): ReadonlyMap<string, unknown> {
  return new Map(references.map(({reference}) => [reference.id, reference]))
}

function changedKeys(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): readonly string[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].filter(key => !isDeepStrictEqual(before.get(key), after.get(key))).sort()
}

/** Characters of what searches know of a page, at two bytes each. */
function sizeOf({search}: SiteFacts): number {
  return search.reduce((sum, [, {text}]) => sum + text.length * 2, minEntrySize)
}

function bySlug(left: PageHead, right: PageHead): number {
  return left.slug < right.slug ? -1 : 1
}
