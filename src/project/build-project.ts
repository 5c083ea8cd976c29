import {resolve} from 'node:path'
import {type Message, reportOn} from '../index.ts'
import type {Project} from './load-project.ts'
import {type Manifest, type ManifestOutput, manifestName, manifestText, readManifest} from './manifest.ts'
import {OutputFolder} from './output-folder.ts'
import type {PageOptions, RenderedPage} from './render-page.ts'
import {renderPages} from './render-pages.ts'
import {readSearchEntries, SearchIndexes} from './search-index.ts'
import {type SitePage, siteFiles} from './site-files.ts'

export interface BuildOptions extends PageOptions {
  /** Output folder, from the project's; default: the configuration's `outDir`. */
  readonly out?: string
  /** Write outputs even where their bytes are the same. */
  readonly force?: boolean
  /** Build only the pages of this part: `{index: 1, count: 4}` is the first of four. */
  readonly shard?: {readonly index: number; readonly count: number}
  /** Worker threads; default: 1, all in this one. */
  readonly jobs?: number
  /** Called after each page. */
  readonly onPage?: (page: BuiltPage, done: number, total: number) => void
}

/** What a build made of one page. */
export interface BuiltPage {
  /** Path of the source from the project's folder. */
  readonly path: string
  readonly messages: readonly Message[]
  /** Its files; none where it has errors. */
  readonly outputs: readonly (ManifestOutput & {readonly changed: boolean})[]
}

export interface BuildResult {
  /** Absolute path. */
  readonly out: string
  /** Pages, and those of them that have errors and were left out. */
  readonly pages: number
  readonly failed: number
  readonly written: number
  readonly removed: readonly string[]
}

/**
 * Build every page for every audience in every format. Pages are written as they are rendered, so that memory does not
 * grow with their number. A page with errors is left as it was last built, and the others are built all the same.
 *
 * @throws {RangeError} For an audience or a shard that there is not.
 */
export async function buildProject(project: Project, options: BuildOptions = {}): Promise<BuildResult> {
  const out = resolve(project.root, options.out ?? project.config.project.outDir)
  const all = await project.pages()
  const {index, count} = options.shard ?? {index: 1, count: 1}
  const paths = all.filter((_, position) => position % count === index - 1)
  const before = await readManifest(out)
  const builder = new Builder(project, new OutputFolder(out), options.force ?? false, before)
  const ours = new Set(paths)
  builder.keepOthers(all.filter(path => !ours.has(path)))
  let done = 0
  let removed: readonly string[]
  try {
    for await (const page of renderPages(project, paths, options, options.jobs ?? 1)) {
      const built = await builder.add(page)
      options.onPage?.(built, ++done, paths.length)
    }
    removed = await builder.finish()
  } finally {
    await builder.close()
  }
  return {out, pages: paths.length, failed: builder.failed, written: builder.written, removed}
}

/** Whether an earlier output of a page is one that was not asked for this time: another audience, or another format. */
function isStillDue(file: string, {slug, listed}: RenderedPage, built: readonly ManifestOutput[]): boolean {
  const folders = listed.audiences.map(audience => `${audience}/${slug}/index.`)
  return folders.some(folder => file.startsWith(folder)) && built.every(output => output.file !== file)
}

class Builder {
  written = 0
  failed = 0
  readonly #outputs: ManifestOutput[] = []
  /** By source; those of pages that are not built this time stay as they are. */
  readonly #pages = new Map<string, SitePage>()
  readonly #search = new SearchIndexes()
  readonly #kept = new Set<string>()
  readonly #slugs = new Map<string, string>()
  readonly #project: Project
  readonly #folder: OutputFolder
  readonly #force: boolean
  readonly #before: Manifest
  /** Earlier outputs by source: a build asks for them once a page. */
  readonly #earlier = new Map<string, ManifestOutput[]>()

  constructor(project: Project, folder: OutputFolder, force: boolean, before: Manifest) {
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

  async add(page: RenderedPage): Promise<BuiltPage> {
    const {path, outputs} = page
    const messages = [...page.messages, ...this.#checkSlug(page)]
    if (messages.some(({fatal}) => fatal === true)) {
      this.failed++
      this.keepOthers([path])
      return {path, messages, outputs: []}
    }
    const built: (ManifestOutput & {changed: boolean})[] = []
    for (const {text, file, ...about} of outputs)
      built.push({...(await this.#write(file, text)), source: path, ...about})
    this.#outputs.push(...built.map(({changed: _, ...output}) => output))
    this.#keep(path, ({file}) => isStillDue(file, page, built))
    this.#pages.set(path, page.listed)
    for (const [audience, entry] of page.search) await this.#search.add(audience, entry)
    return {path, messages, outputs: built}
  }

  /** Write what belongs to no page, and remove what an earlier build wrote and this one did not. */
  async finish(): Promise<readonly string[]> {
    const {settings} = this.#project.config
    const site: string[] = []
    for (const [file, text] of siteFiles([...this.#pages.values()], settings))
      site.push((await this.#write(file, text)).file)
    for (const audience of settings.audiences.ids) {
      const file = `${audience}/search.json`
      const earlier = readSearchEntries(await this.#folder.read(file)).filter(({slug}) =>
        this.#kept.has(slug),
      )
      if (!this.#search.has(audience) && earlier.length === 0) continue
      site.push((await this.#write(file, await this.#search.print(audience, earlier))).file)
    }
    const manifest: Manifest = {
      version: 1,
      outputs: this.#outputs,
      pages: Object.fromEntries(this.#pages),
      site,
    }
    const kept = new Set([...this.#outputs.map(({file}) => file), ...manifest.site])
    const removed = [...this.#before.outputs.map(({file}) => file), ...this.#before.site]
      .filter(file => !kept.has(file))
      .sort()
    for (const file of removed) await this.#folder.remove(file)
    await this.#write(manifestName, manifestText(manifest))
    return removed
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
    return {file, ...written}
  }

  /** Two pages cannot stand in one place, and none can stand where an audience's pages are. */
  #checkSlug({slug, path}: RenderedPage): readonly Message[] {
    const {settings} = this.#project.config
    const first = slug.split('/')[0] ?? ''
    const other = this.#slugs.get(slug)
    this.#slugs.set(slug, other ?? path)
    const report = (detail: string) => reportOn(settings, path, 'slug-taken', {actual: slug, detail})
    if (other !== undefined) return report(`The slug \`${slug}\` is taken by \`${other}\``)
    if (!settings.audiences.has(first)) return []
    return report(`The slug \`${slug}\` begins with the id of an audience, where that audience’s pages stand`)
  }
}
