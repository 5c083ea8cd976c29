import {realpathSync} from 'node:fs'
import {relative, resolve} from 'node:path'
import picocolors from 'picocolors'
import {type Message, messageToJson, render} from '../../internal.ts'
import {
  type CompiledPage,
  codeFrame,
  compilePage,
  configNames,
  isPart,
  messageLines,
  OpenProject,
  pathIn,
} from '../../project/index.ts'
import {type RequestedVariant, readQuery} from './requested-variant.ts'
import {variantCode} from './variant-code.ts'
import {waitForWrites} from './wait-for-writes.ts'

/** What went wrong, or may, as Vite shows it. Lines from 1, columns from 0, as Rollup has them. */
export interface ModuleProblem {
  readonly message: string
  readonly id?: string
  readonly loc?: {readonly file: string; readonly line: number; readonly column: number}
  readonly frame?: string
}

/** What became of a module: code, or why there is none. */
export type PageModule = (
  | {readonly code: string; readonly error?: never}
  | {readonly code?: never; readonly error: ModuleProblem}
) & {
  readonly warnings: readonly ModuleProblem[]
  /** Absolute paths of the files that it rests on, with `/`; of some only that they are not there. */
  readonly files: ReadonlySet<string>
}

/** A page, and its warnings as Vite shows them, which all its modules share. */
interface ModulePage extends CompiledPage {
  readonly warnings: readonly ModuleProblem[]
}

const plain = picocolors.createColors(false)

/** Columns that a frame may take: about as much as Vite's overlay has. */
const frameColumns = 100

/** Makes modules of a project's pages, and each but once for as long as nothing changes. */
export class PageModules {
  readonly #open: OpenProject
  readonly #folder: string
  readonly #named: string | undefined
  #generation = 0
  readonly #modules = new Map<string, PageModule>()
  readonly #pages = new Map<string, ModulePage | undefined>()
  #sources: Promise<ReadonlySet<string>> | undefined

  private constructor(open: OpenProject, folder: string, named: string | undefined) {
    this.#open = open
    this.#folder = folder
    this.#named = named
  }

  /**
   * @param folder Absolute path of the project's folder.
   * @param config Configuration file, from that folder.
   */
  static async open(folder: string, config?: string): Promise<PageModules> {
    const open = await OpenProject.open({cwd: folder, ...(config !== undefined && {config})})
    return new PageModules(open, folder, config)
  }

  /** What the configuration declares; `undefined` while it cannot be used. */
  get settings() {
    return this.#open.problem === undefined ? this.#open.project?.config.settings : undefined
  }

  /** Take over that files changed. @param files Absolute paths. */
  async refresh(files: readonly string[]): Promise<void> {
    await Promise.all(files.map(waitForWrites))
    await this.#open.refresh(files.map(file => this.#pathOf(file)))
  }

  /** Whether a file holds text for several readers: a page of the project, or a part of one. */
  async isSource(file: string): Promise<boolean> {
    this.#forget()
    this.#sources ??= this.#findSources()
    const sources = await this.#sources
    const path = this.#pathOf(file)
    return sources.has(path) || (isPart(path) && this.#open.project?.bytes(path) !== undefined)
  }

  /**
   * The module that an address asks for. @param importer Absolute path of a file that asks, where it is
   * known.
   */
  make(id: string, asked: RequestedVariant & {readonly query: string}, importer?: string): PageModule {
    this.#forget()
    const known = this.#modules.get(id)
    const made = known ?? this.#make(asked, importer)
    this.#modules.set(id, made)
    return made
  }

  #forget(): void {
    if (this.#generation === this.#open.generation) return
    this.#generation = this.#open.generation
    this.#modules.clear()
    this.#pages.clear()
    this.#sources = undefined
  }

  #make(
    {file, query}: RequestedVariant & {readonly query: string},
    importer: string | undefined,
  ): PageModule {
    const {project, problem} = this.#open
    const shared = project === undefined ? this.#configNames : [...project.inputs.keys()]
    const files = new Set([file, ...shared.map(path => this.#absolute(path))])
    const failed = (error: ModuleProblem): PageModule => ({error, warnings: [], files})
    if (problem !== undefined || project === undefined)
      return failed({
        message: problem?.message ?? 'The project cannot be opened',
        id: project?.configFile ?? file,
      })
    const path = this.#pathOf(file)
    const page = this.#page(path)
    const from = importer === undefined ? '' : `, imported by ${relative(this.#folder, importer)}`
    const where = `\`${path}?${query}\`${from}`
    if (page === undefined)
      return failed({message: `${where}: there is no such file in the project ${project.root}`, id: file})
    const {document, messages, sound, warnings, inputs} = page
    for (const input of inputs?.keys() ?? []) files.add(this.#absolute(input))
    if (!sound) return failed(this.#pageError(path, messages.filter(isFatal)))
    try {
      const options = readQuery(query, [...document.settings.dimensions.keys()])
      const rendering = render(document, options)
      const late = rendering.messages.filter(isFatal) // an output that is too long
      if (late.length > 0) return failed(this.#pageError(path, late))
      return {code: variantCode(rendering), warnings, files}
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return failed({message: `${where}: ${error.message}`, id: file})
    }
  }

  #page(path: string): ModulePage | undefined {
    if (this.#pages.has(path)) return this.#pages.get(path)
    const {project} = this.#open
    const compiled = project && compilePage(project, path)
    const warnings = compiled?.messages.filter(({fatal}) => fatal === false) ?? []
    const page = compiled && {...compiled, warnings: warnings.map(message => this.#problem(message))}
    this.#pages.set(path, page)
    return page
  }

  #pageError(path: string, errors: readonly Message[]): ModuleProblem {
    const count = errors.length === 1 ? 'an error' : `${errors.length} errors`
    const [first] = errors
    return {
      ...(first && this.#problem(first)),
      message: `${path} has ${count}, so no variant of it is published\n${messageLines(errors.map(messageToJson))}`,
    }
  }

  #problem(message: Message): ModuleProblem {
    const json = messageToJson(message)
    const {file, line, column = 1, endLine, endColumn, reason, ruleId} = json
    const text = file === undefined ? undefined : this.#open.project?.text(file)
    if (file === undefined || line === undefined || text === undefined)
      return {message: messageLines([json]).trim(), ...(file !== undefined && {id: this.#absolute(file)})}
    const end = {...(endLine !== undefined && {endLine}), ...(endColumn !== undefined && {endColumn})}
    const lines = text.split(/\r\n|\r|\n/)
    return {
      message: `${file}:${line}:${column} ${reason} (${ruleId})`,
      id: this.#absolute(file),
      loc: {file: this.#absolute(file), line, column: column - 1},
      frame: codeFrame(lines, {line, column, ...end}, frameColumns, plain).join('\n'),
    }
  }

  async #findSources(): Promise<ReadonlySet<string>> {
    return new Set(await this.#open.project?.pages())
  }

  get #configNames(): readonly string[] {
    return this.#named === undefined ? configNames : [this.#named]
  }

  #absolute(path: string): string {
    return resolve(this.#root, path).replaceAll('\\', '/')
  }

  #pathOf(file: string): string {
    return pathIn(this.#root, file)
  }

  /** Vite names files by where they really are. */
  get #root(): string {
    return realpathSync(this.#open.project?.root ?? this.#folder)
  }
}

function isFatal({fatal}: Message): boolean {
  return fatal === true
}
