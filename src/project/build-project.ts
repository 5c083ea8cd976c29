import {resolve} from 'node:path'
import {
  check,
  type Document,
  type Format,
  formats,
  type ListedPage,
  listPage,
  type Message,
  render,
  reportOn,
  serializeIndex,
  serializeQuestion,
} from '../index.ts'

import type {Project} from './load-project.ts'
import {type Manifest, type ManifestOutput, manifestName, manifestText, readManifest} from './manifest.ts'
import {OutputFolder} from './output-folder.ts'

export interface BuildOptions {
  /** Output folder, from the project's; default: the configuration's `outDir`. */
  readonly out?: string
  /** Default: every audience that a page promises. */
  readonly audiences?: readonly string[]
  /** Default: `html` and `text`. */
  readonly formats?: readonly Format[]
  /** Write outputs even where their bytes are the same. */
  readonly force?: boolean
  /** Build only the pages of this part: `{index: 1, count: 4}` is the first of four. */
  readonly shard?: {readonly index: number; readonly count: number}
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
 * Build every page for every audience in every format. Pages are built one after another, so that memory does not grow
 * with their number; a page with errors leaves no file, and the others are built all the same.
 *
 * @throws {RangeError} For an audience or a shard that there is not.
 */
export async function buildProject(project: Project, options: BuildOptions = {}): Promise<BuildResult> {
  const out = resolve(project.root, options.out ?? project.config.project.outDir)
  const all = await project.pages()
  const {index, count} = options.shard ?? {index: 1, count: 1}
  const paths = all.filter((_, position) => position % count === index - 1)
  const builder = new Builder(project, new OutputFolder(out), options)
  const before = await readManifest(out)
  let failed = 0
  for (const [done, path] of paths.entries()) {
    const page = await builder.build(path)
    if (page.outputs.length === 0 && page.messages.some(({fatal}) => fatal === true)) failed++
    options.onPage?.(page, done + 1, paths.length)
  }
  const removed = await builder.finish(before)
  return {out, pages: paths.length, failed, written: builder.written, removed}
}

class Builder {
  written = 0
  readonly #outputs: ManifestOutput[] = []
  readonly #listed: ListedPage[] = []
  readonly #slugs = new Map<string, string>()
  readonly #project: Project
  readonly #folder: OutputFolder
  readonly #options: BuildOptions

  constructor(project: Project, folder: OutputFolder, options: BuildOptions) {
    this.#project = project
    this.#folder = folder
    this.#options = options
  }

  async build(path: string): Promise<BuiltPage> {
    const document = this.#project.compile(path)
    const messages = [...check(document).messages, ...this.#checkSlug(document, path)]
    const outputs: (ManifestOutput & {changed: boolean})[] = []
    if (messages.some(({fatal}) => fatal === true)) return {path, messages, outputs}
    const wanted = this.#options.audiences ?? document.audiences
    for (const audience of document.audiences.filter(id => wanted.includes(id))) {
      for (const format of this.#options.formats ?? ['html', 'text'])
        outputs.push(await this.#writeVariant(document, path, audience, format))
    }
    const question = await this.#write(`${document.slug}/index.html`, serializeQuestion(document))
    outputs.push({...question, source: path, format: 'html', citations: [], fallbacks: []})
    this.#outputs.push(...outputs.map(({changed: _, ...output}) => output))
    this.#listed.push(listPage(document))
    return {path, messages, outputs}
  }

  /** Write what belongs to no page, and remove what an earlier build wrote and this one did not. */
  async finish(before: Manifest): Promise<readonly string[]> {
    const {settings} = this.#project.config
    const index = await this.#write('index.html', serializeIndex(this.#listed, settings))
    const manifest: Manifest = {version: 1, outputs: this.#outputs, site: [index.file]}
    const kept = new Set([...this.#outputs.map(({file}) => file), ...manifest.site])
    const removed = [...before.outputs.map(({file}) => file), ...before.site]
      .filter(file => !kept.has(file))
      .sort()
    for (const file of removed) await this.#folder.remove(file)
    await this.#write(manifestName, manifestText(manifest))
    return removed
  }

  async #writeVariant(document: Document, source: string, audience: string, format: Format) {
    const {value, citations, fallbacks} = render(document, {audience, format, page: true})
    const file = `${audience}/${document.slug}/index.${formats[format].extension}`
    const written = await this.#write(file, value)
    return {...written, source, audience, format, citations: citations.map(({key}) => key), fallbacks}
  }

  async #write(file: string, text: string) {
    const written = await this.#folder.write(file, text, this.#options.force ?? false)
    if (written.changed) this.written++
    return {file, ...written}
  }

  /** Two pages cannot stand in one place, and none can stand where an audience's pages are. */
  #checkSlug(document: Document, path: string): readonly Message[] {
    const {slug = '', settings} = document
    const first = slug.split('/')[0] ?? ''
    const other = this.#slugs.get(slug)
    this.#slugs.set(slug, other ?? path)
    if (other !== undefined)
      return reportOn(document, 'slug-taken', {
        actual: slug,
        detail: `The slug \`${slug}\` is taken by \`${other}\``,
      })
    if (!settings.audiences.has(first)) return []
    return reportOn(document, 'slug-taken', {
      actual: slug,
      detail: `The slug \`${slug}\` begins with the id of an audience, where that audience’s pages stand`,
    })
  }
}
