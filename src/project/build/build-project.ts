import {resolve} from 'node:path'
import {type OptionNames, refuseUnknown} from '../../internal.ts'
import {BuildCache, stampOf} from '../cache/build-cache.ts'
import {type CacheStore, fileStore} from '../cache/cache-store.ts'
import {PageStore, type StoredEntry} from '../cache/page-store.ts'
import {isError} from '../load/content-error.ts'
import type {Project} from '../load/load-project.ts'
import {assertOut, noPages, ProjectError} from '../load/out-folder.ts'
import {Slugs} from '../load/slugs.ts'
import {type PageOptions, type PageRecord, type RenderedPage, renderPage} from '../pages/render-page.ts'
import {noteShard, originOf, pagesOfShard, type Shard, ShardRecord} from '../shards/shard.ts'
import type {BuiltPage} from './built-page.ts'
import {type Jobs, threadsFor} from './in-threads.ts'
import {readManifest} from './manifest.ts'
import {OutputFolder} from './output-folder.ts'
import {renderPages} from './render-pages.ts'
import {SiteBuilder} from './site-builder.ts'
import {removeLeftovers} from './write-whole.ts'

/** What a renderer is asked for. */
export interface RenderRequest {
  /** The project of the pages. */
  readonly project: Project
  /** Pages that are not rendered yet. */
  readonly paths: readonly string[]
  /** Audiences and formats. */
  readonly options: PageOptions
  /**
   * Names the engine, all that every page depends on, and what is asked for; `undefined` where these cannot
   * be compared.
   */
  readonly stamp: string | undefined
  /** Where pages are kept by what they are made of. */
  readonly store: PageStore | undefined
}

/** Renders pages, and gives them in the order of the paths. */
export type PageRenderer = (request: RenderRequest) => AsyncGenerator<RenderedPage>

/** Options of `buildProject`. */
export interface BuildOptions extends PageOptions {
  /** Output folder, from the project's; default: the configuration's `outDir`. */
  readonly out?: string
  /** Make every page and write every output, even where nothing changed. Default: `false`. */
  readonly force?: boolean
  /** Build only the pages of this part: `{index: 1, count: 4}` is the first of four. Default: all pages. */
  readonly shard?: Shard
  /** Where pages are kept by what they are made of, for other builds and other machines. Default: none. */
  readonly store?: {
    /** Absolute path of a folder, or another place. */
    readonly folder: string | CacheStore
    /** Whether nothing is added to it. */
    readonly readOnly: boolean
  }
  /** Who renders pages; default: this machine, in `jobs` threads. */
  readonly renderer?: PageRenderer
  /** Worker threads; default: 1, all in this one. */
  readonly jobs?: Jobs
  /** Called after each page, in the order of their paths. Default: no call. */
  readonly onPage?: (page: BuiltPage, done: number, total: number) => void
}

const buildOptions: OptionNames<BuildOptions> = {
  audiences: true,
  formats: true,
  out: true,
  force: true,
  shard: true,
  store: true,
  renderer: true,
  jobs: true,
  onPage: true,
}

/** What a build did. */
export interface BuildResult {
  /** Absolute path. */
  readonly out: string
  /** Pages, and those of them that have errors and were left out. */
  readonly pages: number
  /** Pages that have errors and were left out. */
  readonly failed: number
  /** Pages that were not made again. */
  readonly unchanged: number
  /** Pages that were taken from the store. */
  readonly stored: number
  /** Files that were written, since their bytes differ. */
  readonly written: number
  /** Paths of outputs that no page needs any more, from the output folder. */
  readonly removed: readonly string[]
}

/**
 * Build every page for every audience in every format. Pages are written as they are rendered, so that memory
 * does not grow with their number; those of which nothing has changed since the last build are not made
 * again. A page with errors is left as it was last built, and the others are built all the same.
 *
 * @param project Of `loadProject`.
 * @param options Default: all audiences, HTML and text, into the configuration’s `outDir`.
 * @returns What was written. Messages of pages go to `onPage`.
 * @throws {RangeError} For an option, an audience or a shard that there is not.
 * @throws {ProjectError} Where no page matches, and for an output folder that cannot be one. Nothing is
 * written then.
 * @example
 * import {buildProject, loadProject} from 'parlance-md/project'
 *
 * const {pages, failed} = await buildProject(await loadProject({cwd: 'site'}), {audiences: ['patient']})
 */
export async function buildProject(project: Project, options: BuildOptions = {}): Promise<BuildResult> {
  refuseUnknown(options, buildOptions)
  const out = resolve(project.root, options.out ?? project.config.project.outDir)
  const all = await project.pages()
  if (all.length === 0) throw new ProjectError(noPages(project))
  assertOut(project, out)
  const paths = pagesOfShard(all, options.shard ?? {index: 1, count: 1})
  const folder = new OutputFolder(out)
  const stamp = stampOf(project, options)
  const memory = new BuildCache(project, out, folder, stamp)
  const store = stamp === undefined ? undefined : storeFor(options, project, stamp)
  const known = new Map(paths.map(path => [path, options.force === true ? undefined : memory.page(path)]))
  const changed = paths.filter(path => known.get(path) === undefined)
  const found = options.force === true ? new Map<string, StoredEntry>() : await findAll(changed, store)
  const slugs = new Slugs(project.config.settings)
  const record = new ShardRecord()
  const note = () =>
    noteShard(folder, options.shard && {...options.shard, ...record.taken()}, () =>
      originOf(project, options),
    )
  let done = 0
  let failed = 0
  const reportSlugConflict = (page: BuiltPage, made: PageRecord): void => {
    record.add(made, page.messages.some(isError))
    if (page.messages.some(isError)) failed++
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
    for (const page of known.values()) if (page !== undefined) reportSlugConflict(slugs.told(page), page)
    await note()
    return result(0, [])
  }
  const builder = new SiteBuilder({
    project,
    folder,
    asked: options,
    isShard: options.shard !== undefined,
    before: await readManifest(out),
    force: options.force ?? false,
    memory,
  })
  const ours = new Set(paths)
  builder.keepOthers(all.filter(path => !ours.has(path)))
  const rendered = changed.filter(path => !found.has(path))
  const made =
    options.renderer?.({project, paths: rendered, options, stamp, store}) ??
    renderPages(project, rendered, options, threadsFor(options.jobs ?? 1, rendered.length, manyPages))
  const make = async (path: string): Promise<RenderedPage> => {
    const entry = found.get(path)
    const stored = entry && (await store?.load(entry))
    if (stored !== undefined) return stored
    found.delete(path)
    const page = entry === undefined ? (await made.next()).value : renderPage(project, path, options)
    if (page === undefined) throw new Error(`\`${path}\` was not rendered`)
    await store?.add(page)
    return page
  }
  try {
    for (const [path, page] of known) {
      if (page !== undefined) reportSlugConflict(builder.keep(slugs.told(page)), page)
      else {
        const rendered = await make(path)
        reportSlugConflict(await builder.add(rendered, slugs), rendered)
      }
    }
    await made.return(undefined) // its threads would hold memory while lists are made
    const {removed, site} = await builder.finish()
    memory.save(all, site)
    await note()
    return result(builder.written, removed)
  } finally {
    await made.return(undefined)
    builder.close()
    memory.close()
  }
}

/** From this many pages on threads are worth their start. */
const manyPages = 100

function storeFor({store}: BuildOptions, project: Project, stamp: string): PageStore | undefined {
  if (store === undefined) return undefined
  const {folder, readOnly} = store
  if (typeof folder === 'string' && !readOnly) removeLeftovers(folder)
  return new PageStore(
    {store: typeof folder === 'string' ? fileStore(folder) : folder, readOnly},
    project,
    stamp,
  )
}

/**
 * Pages that are asked for at a time: a database answers each, and its answers are on the way for a while.
 */
const atOnce = 64

async function findAll(
  paths: readonly string[],
  store: PageStore | undefined,
): Promise<Map<string, StoredEntry>> {
  const found = new Map<string, StoredEntry>()
  for (let start = 0; store !== undefined && start < paths.length; start += atOnce) {
    const some = paths.slice(start, start + atOnce)
    for (const [at, entry] of (await Promise.all(some.map(path => store.find(path)))).entries()) {
      const path = some[at]
      if (path !== undefined && entry !== undefined) found.set(path, entry)
    }
  }
  return found
}
