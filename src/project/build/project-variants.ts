import {resolve} from 'node:path'
import {type JsonMessage, type OptionNames, refuseUnknown} from '../../internal.ts'
import {assertKnown} from '../load/assert-known.ts'
import {isError} from '../load/content-error.ts'
import {CurrentHashes} from '../load/inputs.ts'
import {
  contentFolders,
  contentGlobs,
  loadProject,
  type Project,
  type ProjectOptions,
  pathIn,
  projectOf,
  projectOptions,
} from '../load/load-project.ts'
import {Slugs} from '../load/slugs.ts'
import {type PageVariants, readVariants} from '../pages/page-variants.ts'
import type {VariantOptions} from '../pages/render-page.ts'
import {serialQueue} from './serial-queue.ts'

export interface ProjectVariantsOptions extends ProjectOptions, VariantOptions {}

const variantsOptions: OptionNames<ProjectVariantsOptions> = {
  ...projectOptions,
  audiences: true,
  formats: true,
  page: true,
}

/**
 * All variants of all pages of a project, for a program that builds a site of them, and may go on while files
 * change: a page is made again only where one of its files is another. What is kept is what was rendered.
 */
export class ProjectVariants {
  /** As of the last look at the files, in the order of their paths. */
  pages: readonly PageVariants[] = []
  #project: Project
  readonly #options: ProjectVariantsOptions
  readonly #hashes: CurrentHashes
  /** By path, before slugs are compared. */
  #known: ReadonlyMap<string, PageVariants> = new Map()
  readonly #queue = serialQueue()

  /**
   * Open a project and make all its variants.
   *
   * @throws {ConfigError} Where its configuration cannot be used.
   * @throws {RangeError} For an unknown option, audience or format.
   */
  static async open(options: ProjectVariantsOptions = {}): Promise<ProjectVariants> {
    refuseUnknown(options, variantsOptions)
    const opened = new ProjectVariants(await loadProject(projectOf(options)), options)
    await opened.refresh()
    return opened
  }

  private constructor(project: Project, options: ProjectVariantsOptions) {
    this.#project = project
    this.#options = options
    this.#hashes = new CurrentHashes(project.root)
  }

  /** Absolute path of the project's folder. */
  get root(): string {
    return this.#project.root
  }

  /** Declared audience ids, in the order of the configuration. */
  get audiences(): readonly string[] {
    return this.#project.config.settings.audiences.ids
  }

  /** Messages of pages that have errors: none of their variants is made. */
  get errors(): readonly JsonMessage[] {
    return this.pages.flatMap(({messages}) => messages.filter(isError))
  }

  /** Globs of pages from the project's folder, without those that leave some out. */
  get globs(): readonly string[] {
    return contentGlobs(this.#project.config).filter(glob => !glob.startsWith('!'))
  }

  /** Absolute paths of files that anything is made of; some of them may not be there yet. */
  get files(): readonly string[] {
    const paths = [this.#project.inputs, ...this.pages.map(({inputs}) => inputs)].flatMap(inputs => [
      ...inputs.keys(),
    ])
    return [...new Set(paths)].sort().map(path => resolve(this.root, path))
  }

  /** Absolute paths of folders in which a new file may be a new page. */
  get folders(): readonly string[] {
    return contentFolders(this.#project.config).map(folder => resolve(this.root, folder))
  }

  /** Whether a change of a file, by its absolute path, may change a page. */
  concerns(file: string): boolean {
    const path = pathIn(this.root, file)
    const isBelow = (folder: string): boolean => folder === '' || path.startsWith(`${folder}/`)
    return contentFolders(this.#project.config).some(isBelow) || this.files.includes(resolve(file))
  }

  /**
   * Look at the files again, and make what changed. Pages that did not change are the same objects as before.
   *
   * @throws {ConfigError} Where the configuration cannot be used now; what was made stays.
   */
  refresh(): Promise<readonly PageVariants[]> {
    return this.#queue(() => this.#refresh())
  }

  async #refresh(): Promise<readonly PageVariants[]> {
    const {inputs} = this.#project
    const readByPages = [...this.#known.values()].flatMap(page => [...page.inputs])
    // Whether a project has files of BibTeX is found out when it is opened.
    const bibliographies = readByPages.filter(([path]) => /\.bib$/i.test(path))
    if (!this.#hashes.agree(inputs) || !this.#hashes.agree(bibliographies)) {
      this.#project = await loadProject(projectOf(this.#options))
      this.#known = new Map()
    } else this.#project.forget()
    const {config} = this.#project
    assertKnown(this.#options, config)
    const known = new Map<string, PageVariants>()
    for (const path of await this.#project.pages()) {
      const page = this.#current(path) ?? readVariants(this.#project, path, this.#options)
      if (page !== undefined) known.set(path, page)
    }
    this.#known = known
    const slugs = new Slugs(config.settings)
    this.pages = [...known.values()].map(page => withSlugTaken(page, slugs))
    return this.pages
  }

  #current(path: string): PageVariants | undefined {
    const known = this.#known.get(path)
    return known !== undefined && this.#hashes.agree(known.inputs) ? known : undefined
  }
}

function withSlugTaken(page: PageVariants, slugs: Slugs): PageVariants {
  const found = slugs.take(page.slug, page.path)
  if (found.length === 0) return page
  const isOut = found.some(isError)
  const messages = [...page.messages, ...found]
  return isOut ? {...page, messages, variants: [], question: undefined} : {...page, messages}
}
