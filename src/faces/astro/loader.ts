import {relative, resolve, sep} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {AstroError} from 'astro/errors'
import type {Loader, LoaderContext} from 'astro/loaders'
import {type Format, type JsonMessage, type OptionNames, refuseUnknown} from '../../internal.ts'
import {
  isError,
  loadConfig,
  messageLines,
  type PageVariants,
  ProjectVariants,
  serialQueue,
} from '../../project/index.ts'
import {type AstroEntry, entryOf} from './entry.ts'
import {entrySchema} from './entry-schema.ts'

/** Options of the content loader. */
export interface LoaderOptions {
  /** Folder of the project, from the one that Astro runs in; default: that one. */
  readonly cwd?: string
  /** Configuration file of Parlance, from the folder; default: `parlance.config.*` in it. */
  readonly config?: string
  /** Default: every audience that a page serves. */
  readonly audiences?: readonly string[]
  /** Formats beside HTML that entries bring in `data.outputs`; default: none. */
  readonly formats?: readonly Exclude<Format, 'html'>[]
}

const loaderOptions: OptionNames<LoaderOptions> = {cwd: true, config: true, audiences: true, formats: true}

/** Milliseconds in which changes of files belong together. */
const settleTime = 40

/**
 * A content loader for Astro 5: an entry for each page and audience of a project, with the id
 * `<audience>/<slug>`. An entry holds nothing of other audiences. A page with errors fails a build; a
 * development server shows the last one without.
 *
 * @param options Default: the project in the folder of the Astro site.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @example
 * import {parlanceLoader} from 'parlance-md/astro'
 * import {defineCollection} from 'astro/content/config'
 *
 * export const collections = {pages: defineCollection({loader: parlanceLoader()})}
 */
export function parlanceLoader(options: LoaderOptions = {}): Loader {
  refuseUnknown(options, loaderOptions)
  let project: ProjectVariants | undefined
  return {
    name: 'parlance',
    schema: async () => entrySchema(await audiencesOf(options)),
    load: async context => {
      if (project === undefined) project = await openProject(options)
      else await project.refresh()
      const collection = new Collection(project, context)
      await collection.update()
      collection.throwErrors()
      collection.watch()
    },
  }
}

/** Audiences of the entries: those of the options, or all that are declared. */
async function audiencesOf({cwd = '.', config, audiences}: LoaderOptions): Promise<readonly string[]> {
  const {ids} = (await loadConfig(resolve(cwd), config)).config.settings.audiences
  return ids.filter(id => audiences?.includes(id) ?? true)
}

function openProject({cwd = '.', config, audiences, formats = []}: LoaderOptions): Promise<ProjectVariants> {
  return ProjectVariants.open({
    cwd: resolve(cwd),
    formats: ['html', ...formats],
    ...(config !== undefined && {config}),
    ...(audiences && {audiences}),
  })
}

/** Entries of a collection, as a project has its pages. */
class Collection {
  readonly #project: ProjectVariants
  readonly #context: LoaderContext
  /** Pages whose messages were reported. */
  readonly #reported = new WeakSet<PageVariants>()
  #isAwaited = false
  /** An update that others overtake would set what is no more. */
  readonly #queue = serialQueue()

  constructor(project: ProjectVariants, context: LoaderContext) {
    this.#project = project
    this.#context = context
  }

  /** Update the entries: set those that changed, delete those whose page is gone. */
  async update(): Promise<void> {
    const {store, watcher} = this.#context
    const entries = this.#project.pages.flatMap(({path, variants, question}) =>
      question === undefined ? [] : variants.map(variant => ({path, entry: entryOf(variant, question)})),
    )
    const kept = new Set(entries.map(({entry}) => entry.id))
    // A page with errors keeps what it was without: for authors, who see it; a build fails.
    const broken = new Set(
      this.#project.pages
        .filter(({messages}) => messages.some(isError))
        .map(({path}) => this.#filePath(path)),
    )
    for (const {id, filePath = ''} of store.values())
      if (!kept.has(id) && !broken.has(filePath)) store.delete(id)
    for (const {path, entry} of entries) await this.#set(path, entry)
    this.#tell()
    watcher?.add([...this.#project.files, ...this.#project.folders])
  }

  /** @throws {AstroError} Where pages have errors in a build; they were reported before. */
  throwErrors(): void {
    const {errors} = this.#project
    const [first] = errors
    if (first === undefined || this.#context.watcher !== undefined) return
    const files = [...new Set(errors.flatMap(({file}) => file ?? []))]
    const hint = errors.length === 1 ? first.note : '`parlance check` shows each error with its lines.'
    throw new AstroError(`Nothing is built of articles with errors: ${files.join(', ')}`, hint)
  }

  /** In development, update as files change. */
  watch(): void {
    this.#context.watcher?.on('all', (_event: string, file: string) => {
      if (!this.#isAwaited && this.#project.concerns(file)) void this.#updateSoon()
    })
  }

  async #updateSoon(): Promise<void> {
    const {logger} = this.#context
    this.#isAwaited = true
    await setTimeout(settleTime)
    this.#isAwaited = false
    try {
      await this.#queue(async () => {
        await this.#project.refresh()
        await this.update()
      })
    } catch (error) {
      // A configuration that cannot be used, or audiences that the schema does not know: what was loaded
      // stays.
      logger.error(error instanceof Error ? error.message : String(error))
    }
  }

  async #set(path: string, {id, data, html, headings}: AstroEntry): Promise<void> {
    const {store, parseData, generateDigest} = this.#context
    const filePath = this.#filePath(path)
    store.set({
      id,
      data: await parseData({id, data, filePath}),
      filePath,
      digest: generateDigest({data, html}),
      rendered: {html, metadata: {headings}},
    })
  }

  #tell(): void {
    const {logger} = this.#context
    for (const page of this.#project.pages) {
      if (this.#reported.has(page)) continue
      this.#reported.add(page)
      for (const message of page.messages) {
        if (isError(message)) logger.error(lineOf(message))
        else if (message.severity === 'warning') logger.warn(lineOf(message))
      }
    }
  }

  /** From Astro's folder. */
  #filePath(path: string): string {
    const root = fileURLToPath(this.#context.config.root)
    return relative(root, resolve(this.#project.root, path)).split(sep).join('/')
  }
}

function lineOf(message: JsonMessage): string {
  return messageLines([message]).trimStart()
}
