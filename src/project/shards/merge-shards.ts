import {type OptionNames, refuseUnknown} from '../../internal.ts'
import type {BuiltPage} from '../build/built-page.ts'
import {readManifest} from '../build/manifest.ts'
import {OutputFolder} from '../build/output-folder.ts'
import {SiteBuilder} from '../build/site-builder.ts'
import {isError} from '../load/content-error.ts'
import type {Project} from '../load/load-project.ts'
import {assertOut} from '../load/out-folder.ts'
import {Slugs} from '../load/slugs.ts'
import type {PageOptions, RenderedPage} from '../pages/render-page.ts'
import {MergeError} from './merge-error.ts'
import {
  checkOut,
  checkOutputs,
  checkSources,
  contentOf,
  joinShards,
  listedIn,
  type NamedFolder,
  openShardFolders,
  type PlacedShard,
  type ShardFolder,
  searchIn,
} from './shard-folders.ts'

/** Options of `mergeShards`. */
export interface MergeOptions {
  /** Output folders of shards. */
  readonly folders: readonly NamedFolder[]
  /** Folder that the whole site is written into. */
  readonly out: NamedFolder
  /** Called after each page, in the order of their paths. Default: no call. */
  readonly onPage?: (page: MergedPage, done: number, total: number) => void
}

const mergeOptions: OptionNames<MergeOptions> = {folders: true, out: true, onPage: true}

/** What became of one page. */
export interface MergedPage extends BuiltPage {
  /** Where it comes from: `shard 1/3 in parts/1`. */
  readonly from: string
  /**
   * Whether it had errors when its shard was built: then there is nothing of it to merge, and no messages
   * either.
   */
  readonly hadErrors: boolean
}

/** What a merge did. */
export interface MergeResult {
  /** Number of shards. */
  readonly shards: number
  /** Pages, and those of them that have errors and were left out. */
  readonly pages: number
  /** Pages that have errors and were left out. */
  readonly failed: number
  /** Files that were written, since their bytes differ. */
  readonly written: number
  /** Paths of outputs that no page needs any more, from the output folder. */
  readonly removed: readonly string[]
}

/**
 * Join the output folders of all shards of a project to what one build of it writes, byte for byte. Nothing
 * is rendered and no page is compiled; each shard must have been built from what stands here. As after a
 * build, a page with errors is left as it was last built, and what is gone is removed.
 *
 * @param project The project that the shards were built from.
 * @param options Folders of all shards, and where to write.
 * @throws {RangeError} For an unknown option.
 * @throws {ProjectError} For an output folder that cannot be one.
 * @throws {MergeError} Where the folders are not all shards of this project as it is, each once. Nothing is
 * written then.
 */
export async function mergeShards(project: Project, options: MergeOptions): Promise<MergeResult> {
  refuseUnknown(options, mergeOptions)
  const {folders: named, out, onPage} = options
  const problems: string[] = []
  const refuse = (): void => {
    if (problems.length > 0) throw new MergeError(problems)
  }
  const folders = await openShardFolders(named, problems)
  checkOut(out, named, problems)
  refuse()
  const shards = joinShards(project, folders, problems)
  refuse()
  assertOut(project, out.path)
  const all = await project.pages()
  checkSources(project, all, shards.values(), problems)
  refuse()
  checkOutputs(project, shards.values(), problems)
  refuse()
  const placed = pagesIn(shards.values())
  const folder = new OutputFolder(out.path)
  const builder = new SiteBuilder({
    project,
    folder,
    asked: askedIn(folders),
    before: await readManifest(out.path),
  })
  const slugs = new Slugs(project.config.settings)
  const searched = new Map<PlacedShard, Set<string>>()
  let done = 0
  let failed = 0
  try {
    for (const path of all) {
      const place = placed.get(path)
      // `checkSources` has seen to that
      if (place === undefined) throw new Error(`No shard holds \`${path}\``)
      const from = `shard ${place.shard.index}/${shards.size} in \`${place.folder.name}\``
      const slug = Object.hasOwn(place.shard.failed, path) ? place.shard.failed[path] : undefined
      const rendered = slug === undefined ? takePage(path, place) : undefined
      const page =
        rendered === undefined
          ? builder.keep(slugs.told({path, slug: slug ?? '', messages: [], inputs: undefined}))
          : await builder.add(rendered, slugs)
      const isSound = rendered !== undefined && !page.messages.some(isError)
      if (isSound) searched.set(place, (searched.get(place) ?? new Set()).add(rendered.slug))
      else failed++
      onPage?.({...page, from, hadErrors: rendered === undefined}, ++done, all.length)
    }
    for (const [place, own] of searched) takeSearch(place, own, project, builder)
    const {removed} = await builder.finish()
    return {shards: shards.size, pages: all.length, failed, written: builder.written, removed}
  } finally {
    builder.close()
  }
}

/** What shards were built for; they have it in common. */
function askedIn([first]: readonly ShardFolder[]): PageOptions {
  const {audiences, formats} = first?.file.origin ?? {audiences: null, formats: null}
  return {...(audiences !== null && {audiences}), ...(formats !== null && {formats})}
}

function pagesIn(shards: Iterable<PlacedShard>): ReadonlyMap<string, PlacedShard> {
  return new Map([...shards].flatMap(place => place.shard.pages.map(path => [path, place] as const)))
}

/** A page as its shard has it; its messages were reported when that was built. */
function takePage(path: string, {folder}: PlacedShard): RenderedPage {
  const listed = listedIn(folder, path)
  // `checkOutputs` has seen to that
  if (listed === undefined) throw new Error(`The manifest does not list \`${path}\``)
  const outputs = (folder.outputs.get(path) ?? []).map(output => {
    const {source: _, bytes: __, hash: ___, ...about} = output
    const content = contentOf(folder, output)
    if (content === undefined)
      throw new MergeError([`\`${output.file}\` in \`${folder.name}\` was changed meanwhile`])
    return {...about, text: content.toString()}
  })
  const {slug, audiences: served} = listed
  return {path, slug, served, listed, messages: [], outputs, search: [], inputs: undefined}
}

function takeSearch(
  {folder}: PlacedShard,
  slugs: ReadonlySet<string>,
  {config}: Project,
  builder: SiteBuilder,
): void {
  for (const audience of config.settings.audiences.ids)
    for (const line of searchIn(folder, audience)) if (slugs.has(line.slug)) builder.addSearch(audience, line)
}
