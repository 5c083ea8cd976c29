import {type JsonMessage, messageToJson, render, renderAllVariants, servedAudiences} from '../../internal.ts'
import {
  type CompiledPage,
  compilePage,
  OpenProject,
  type Project,
  type ProjectOptions,
  staleGroupsNow,
} from '../../project/index.ts'
import {type VariantFacts, variantFactsOf} from './variant-facts.ts'

/** One page in the list of pages. */
export interface PreviewedPage {
  /** Path of the source from the project's folder. */
  readonly path: string
  readonly title: string
  readonly slug: string | undefined
}

/** What the preview shows of a page besides its variants. */
export interface PageState {
  readonly path: string
  readonly title: string
  readonly slug: string | undefined
  readonly variants: readonly VariantFacts[]
  /** Of the page and all its variants, errors first, each in order of file and place. */
  readonly messages: readonly JsonMessage[]
  /** Why the configuration cannot be used at present; what is shown was made with the last one that could. */
  readonly problem: string | undefined
  readonly generation: number
}

/** The pages of a project while they are being written. */
export class PreviewContent {
  readonly #open: OpenProject
  /** The page that was looked at last, and the generation that it is of. */
  #last: {readonly generation: number; readonly page: CompiledPage} | undefined
  /** Listed pages and the generation that they are of. */
  #list: {readonly generation: number; readonly pages: Promise<readonly PreviewedPage[]>} | undefined

  /** @throws {ConfigError} Where the configuration cannot be used. */
  static async open(options: ProjectOptions): Promise<PreviewContent> {
    const open = await OpenProject.open(options)
    if (open.problem !== undefined) throw open.problem
    return new PreviewContent(open)
  }

  private constructor(open: OpenProject) {
    this.#open = open
  }

  get project(): Project {
    const {project} = this.#open
    if (project === undefined) throw new Error('A preview is opened with a configuration that can be used')
    return project
  }

  get generation(): number {
    return this.#open.generation
  }

  /** @param paths Files that changed; none: look at everything. */
  refresh(paths: readonly string[]): Promise<void> {
    return this.#open.refresh(paths)
  }

  pages(): Promise<readonly PreviewedPage[]> {
    const {generation} = this
    if (this.#list?.generation !== generation) this.#list = {generation, pages: this.#readPages()}
    return this.#list.pages
  }

  async #readPages(): Promise<readonly PreviewedPage[]> {
    const {project} = this
    return (await project.pages()).map(path => {
      const head = project.head(path)
      return {path, title: head?.title ?? path, slug: head?.slug}
    })
  }

  /** A page by the path of its source; `undefined` where there is none. */
  async page(path: string): Promise<PageState | undefined> {
    const page = await this.#page(path)
    if (page === undefined) return undefined
    const {document} = page
    const messages = [...page.messages, ...staleGroupsNow(document, path, this.project.root)]
    const variants = servedAudiences(document).map(audience => variantFactsOf(document, audience))
    const title = (await this.pages()).find(listed => listed.path === path)?.title ?? path
    return {
      path,
      title,
      slug: document.slug,
      variants,
      messages: messages.map(messageToJson),
      problem: this.#open.problem?.message,
      generation: this.generation,
    }
  }

  /** A variant as readers get it, with the lines of its blocks; a draft where the page has errors. */
  async variant(path: string, audience: string): Promise<string | undefined> {
    const {document} = (await this.#page(path)) ?? {}
    if (document === undefined || !servedAudiences(document).includes(audience)) return undefined
    const options = {audience, page: true, sourceLines: true} as const
    const {value} = render(document, options)
    return value === '' ? render(document, {...options, draft: true}).value : value
  }

  /** All wordings at once: for authors only. */
  async allVariants(path: string): Promise<string | undefined> {
    const page = await this.#page(path)
    return page && renderAllVariants(page.document)
  }

  /** Text of a file that a page is made of; no other file is shown. */
  async source(path: string, file: string): Promise<string | undefined> {
    const page = await this.#page(path)
    const isPart = file === path || page?.document.dependencies.includes(file) === true
    return page !== undefined && isPart ? this.project.text(file) : undefined
  }

  async #page(path: string): Promise<CompiledPage | undefined> {
    const {generation, project} = this
    if (this.#last?.generation === generation && this.#last.page.path === path) return this.#last.page
    const isListed = (await this.pages()).some(page => page.path === path)
    const page = isListed ? compilePage(project, path) : undefined
    if (page !== undefined) this.#last = {generation, page}
    return page
  }
}
