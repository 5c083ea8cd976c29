import {existsSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {type Manifest, type ManifestOutput, manifestName, readManifest} from '../build/manifest.ts'
import {isSearchEntry, readSearchLines, type SearchLine, searchFile} from '../build/search-index.ts'
import type {SitePage} from '../build/site-files.ts'
import {CurrentHashes, hashOf} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import {isInside} from '../load/reader.ts'
import {defaultFormats} from '../pages/render-page.ts'
import {
  type BuiltShard,
  originOf,
  pagesOfShard,
  readShardFile,
  type ShardFile,
  type ShardOrigin,
  shardFileName,
} from './shard.ts'

/** An output folder as it was named, and where it is. */
export interface NamedFolder {
  /** The folder as the caller named it. */
  readonly name: string
  /** Absolute path. */
  readonly path: string
}

/** A folder that holds shards. */
export interface ShardFolder extends NamedFolder {
  readonly file: ShardFile
  readonly manifest: Manifest
  /** Its outputs by source. */
  readonly outputs: ReadonlyMap<string, readonly ManifestOutput[]>
}

/** A shard and the folder that it is in. */
export interface PlacedShard {
  readonly shard: BuiltShard
  readonly folder: ShardFolder
}

/** How many files of one kind of problem are named. */
const maxNamed = 5

/** Open folders; what is no folder of shards is a problem. */
export async function openShardFolders(
  named: readonly NamedFolder[],
  problems: string[],
): Promise<readonly ShardFolder[]> {
  const folders: ShardFolder[] = []
  const seen = new Map<string, string>()
  for (const {name, path} of named) {
    if (!statSync(path, {throwIfNoEntry: false})?.isDirectory()) {
      problems.push(`\`${name}\` is no folder: name the output folders of \`parlance build --shard I/N\``)
      continue
    }
    const real = realpathSync(path)
    const same = seen.get(real)
    if (same !== undefined) problems.push(`\`${same}\` and \`${name}\` are one folder: name it once`)
    else {
      const file = readShardFile(textOf(join(path, shardFileName)))
      if (file === undefined) problems.push(notAShard(name, path))
      else folders.push({name, path, file, ...outputsIn(await readManifest(path))})
    }
    seen.set(real, name)
  }
  return folders
}

function outputsIn(manifest: Manifest): Pick<ShardFolder, 'manifest' | 'outputs'> {
  const outputs = new Map<string, ManifestOutput[]>()
  for (const output of manifest.outputs) {
    const known = outputs.get(output.source)
    if (known === undefined) outputs.set(output.source, [output])
    else known.push(output)
  }
  return {manifest, outputs}
}

function notAShard(name: string, path: string): string {
  if (existsSync(join(path, shardFileName)))
    return `\`${join(name, shardFileName)}\` is broken, or of another version of Parlance: build that shard again`
  if (existsSync(join(path, manifestName)))
    return `\`${name}\` holds a whole site, no shard of one: there is nothing to merge it with, or build it with \`--shard I/N\``
  return `\`${name}\` holds no shard: there is no \`${shardFileName}\` in it. Build it with \`parlance build --shard I/N --out ${name}\`, and copy the folder whole`
}

/**
 * The output folder must be one of its own: what is in a folder of shards would be published with the site.
 */
export function checkOut(out: NamedFolder, folders: readonly NamedFolder[], problems: string[]): void {
  for (const {name, path} of folders) {
    if (path === out.path || isInside(path, out.path) || isInside(out.path, path))
      problems.push(`\`${out.name}\` and \`${name}\` share files: merge into a folder of its own`)
  }
  const overlaps = folders.some(({path}) => path === out.path)
  const held = readShardFile(textOf(join(out.path, shardFileName)))
  if (held !== undefined && !overlaps) {
    const which = held.shards.map(({index}) => `${index}/${held.count}`).join(', ')
    problems.push(`\`${out.name}\` holds shard ${which}: merge into another folder, or remove it first`)
  }
}

/**
 * The shards in folders, each once and none missing, all of one origin.
 *
 * @returns By their index; incomplete where there are problems.
 */
export function joinShards(
  project: Project,
  folders: readonly ShardFolder[],
  problems: string[],
): ReadonlyMap<number, PlacedShard> {
  const placed = new Map<number, PlacedShard>()
  const [first] = folders
  if (first === undefined) return placed
  const here = originOf(project, {})
  for (const folder of folders) {
    const {name, file} = folder
    if (file.count !== first.file.count) {
      problems.push(
        `\`${first.name}\` holds a part of ${first.file.count}, \`${name}\` one of ${file.count}: build all shards with the same N in \`--shard I/N\``,
      )
      continue
    }
    problems.push(...differences(name, file.origin, here, first))
    for (const shard of file.shards) {
      const other = placed.get(shard.index)
      if (other === undefined) placed.set(shard.index, {shard, folder})
      else
        problems.push(
          `shard ${shard.index}/${file.count} is in \`${other.folder.name}\` and in \`${name}\`: name one of the two`,
        )
    }
  }
  for (let index = 1; index <= first.file.count; index++) {
    if (!placed.has(index))
      problems.push(
        `shard ${index}/${first.file.count} is missing: build it with \`parlance build --shard ${index}/${first.file.count} --out DIR\`, and name that folder too`,
      )
  }
  return placed
}

function differences(
  name: string,
  origin: ShardOrigin,
  here: ShardOrigin,
  first: ShardFolder,
): readonly string[] {
  const problems: string[] = []
  if (origin.engine !== here.engine)
    problems.push(
      `\`${name}\` was built by Parlance ${origin.parlance} on Node ${origin.node} with other packages than are installed here (Parlance ${here.parlance}, Node ${here.node}): build and merge with the same lockfile and the same Node`,
    )
  else if (origin.project !== here.project)
    problems.push(
      `\`${name}\` was built with another configuration, bibliography or glossary than stands here: build that shard again, or merge where the same revision is checked out`,
    )
  const asked = askedFor(origin)
  const wanted = askedFor(first.file.origin)
  if (asked !== wanted)
    problems.push(
      `\`${first.name}\` holds ${wanted}, \`${name}\` ${asked}: build all shards with the same \`--audience\` and \`--format\``,
    )
  return problems
}

function askedFor({audiences, formats}: ShardOrigin): string {
  return `${formats?.join(', ') ?? 'the usual formats'} for ${audiences?.join(', ') ?? 'all audiences'}`
}

/** Whether shards were built from the pages that are here, of the files that are here. */
export function checkSources(
  project: Project,
  all: readonly string[],
  shards: Iterable<PlacedShard>,
  problems: string[],
): void {
  const hashes = new CurrentHashes(project.root)
  for (const {shard, folder} of shards) {
    const where = `shard ${shard.index}/${folder.file.count} in \`${folder.name}\``
    const due = new Set(pagesOfShard(all, {index: shard.index, count: folder.file.count}))
    const built = new Set(shard.pages)
    const lacks = [...due].find(path => !built.has(path))
    const tooMany = shard.pages.find(path => !due.has(path))
    if (lacks !== undefined || tooMany !== undefined) {
      const example = lacks === undefined ? `has \`${tooMany}\`` : `lacks \`${lacks}\``
      problems.push(
        `${where} was built of other pages than are here (it ${example}): build it again, or merge where the same revision is checked out`,
      )
      continue
    }
    const changed = Object.entries(shard.files).filter(([path, hash]) => !hashes.agree([[path, hash]]))
    if (changed.length > 0)
      problems.push(
        `${where} was built from ${namesOf(changed.map(([path]) => path))} with other content than stands here: build it again, or merge where the same revision is checked out`,
      )
  }
}

/** Whether all that shards made is there, and is what their manifests say. */
export function checkOutputs({config}: Project, shards: Iterable<PlacedShard>, problems: string[]): void {
  for (const {shard, folder} of shards) {
    const made = shard.pages.filter(path => !Object.hasOwn(shard.failed, path))
    const wrong = made.flatMap(path => {
      if (listedIn(folder, path) === undefined) return [manifestName]
      const outputs = folder.outputs.get(path) ?? []
      return outputs.filter(output => contentOf(folder, output) === undefined).map(({file}) => file)
    })
    const hasSearch = (folder.file.origin.formats ?? defaultFormats).includes('html')
    for (const audience of hasSearch ? config.settings.audiences.ids : []) {
      const found = new Set(searchIn(folder, audience).map(({slug}) => slug))
      const isSearched = (path: string): boolean => {
        const {slug = '', variants = {}} = listedIn(folder, path) ?? {}
        return found.has(slug) || !Object.hasOwn(variants, audience)
      }
      if (!made.every(isSearched)) wrong.push(searchFile(audience))
    }
    if (wrong.length > 0)
      problems.push(
        `${namesOf([...new Set(wrong)].map(file => join(folder.name, file)))} cannot be read, or not as it was built: copy \`${folder.name}\` again, or build shard ${shard.index}/${folder.file.count} again`,
      )
  }
}

/** How the site lists a page. */
export function listedIn({manifest: {pages}}: ShardFolder, path: string): SitePage | undefined {
  return Object.hasOwn(pages, path) ? pages[path] : undefined
}

/**
 * What the search of an audience knows of a folder's pages: their whole text, so one index at a time. None
 * where it was cut or changed.
 */
export function searchIn({path}: ShardFolder, audience: string): readonly SearchLine[] {
  const lines = readSearchLines(bytesOf(join(path, searchFile(audience))))
  return lines.every(isSearchEntry) ? lines : []
}

/** Bytes of an output; `undefined` where they are not what the manifest says. */
export function contentOf({path}: ShardFolder, {file, hash}: ManifestOutput): Buffer | undefined {
  const whole = join(path, file)
  const content = isInside(path, whole) ? bytesOf(whole) : undefined
  return content !== undefined && hashOf(content) === hash ? content : undefined
}

function textOf(file: string): string | undefined {
  return bytesOf(file)?.toString()
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function namesOf(files: readonly string[]): string {
  const named = files.slice(0, maxNamed).map(file => `\`${file}\``)
  return `${named.join(', ')}${files.length > maxNamed ? ` and ${files.length - maxNamed} more` : ''}`
}
