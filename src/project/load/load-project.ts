import {readFileSync} from 'node:fs'
import {join, relative, resolve, sep} from 'node:path'
import {slug} from 'github-slugger'
import {escapePath, glob} from 'tinyglobby'
import {VFile} from 'vfile'
import {
  type CompileOptions,
  compile,
  type Document,
  type Host,
  type LibraryOptions,
  type OptionNames,
  type PageHead,
  type ProjectLibrary,
  pageHead,
  type ReferenceReaders,
  type ResolvedConfig,
  refuseUnknown,
} from '../../internal.ts'
import {fingerprint, type Inputs} from './inputs.ts'
import {configNames, loadConfig} from './load-config.ts'
import {ProjectHost} from './project-host.ts'
import {isInside} from './reader.ts'

/** A folder of content with its configuration. */
export interface Project {
  /** Absolute path. */
  readonly root: string
  /** The configuration, checked and completed. */
  readonly config: ResolvedConfig
  /** Absolute path of the configuration file, where there is one. */
  readonly configFile: string | undefined
  /** What its pages get from outside of their source: files, other pages, references. */
  readonly host: Host
  /** Paths of the pages from `root`, sorted. */
  pages(): Promise<readonly string[]>
  /** Compile a page by its path from `root`. */
  compile(path: string): Document
  /** Compile a text that stands for a file at a path from `root`. */
  compileText(text: string | Uint8Array, path: string): Document
  /** What a page is compiled with: for the functions of the core that read its source. */
  optionsFor(path: string): CompileOptions
  /** Bytes of a file; `undefined` where there is none. */
  bytes(path: string): Uint8Array | undefined
  /** Text of a file; `undefined` where there is none. */
  text(path: string): string | undefined
  /** What a page says of itself in its front matter; `undefined` where there is no such file. */
  head(path: string): PageHead | undefined
  /** Compile a page and tell which files it is made of; `undefined` where there is no such file. */
  trace(path: string): TracedDocument | undefined
  /** Files that every page depends on: configuration, references, glossary. */
  readonly inputs: Inputs
  /**
   * Names all that every page depends on, so that what was made of a page can be used again; `undefined`
   * where the configuration holds functions, which cannot be compared.
   */
  readonly stamp: string | undefined
  /**
   * What every page can cite, explain and fill in, with references or a glossary that stand in for the
   * project's own.
   */
  libraryWith(given: LibraryOptions): ProjectLibrary
  /** Forget what is known of other pages, since they may have changed. */
  forget(): void
}

/** A document and the files that it is made of, by path from the project's folder. */
export interface TracedDocument {
  /** The compiled page. */
  readonly document: Document
  /** Hashes of files, by path. */
  readonly inputs: Inputs
  /** Bytes that were read for it. */
  readonly bytes: number
}

/** Options of `loadProject`. */
export interface ProjectOptions {
  /** Folder of the project; default: the current one. */
  readonly cwd?: string
  /** Configuration file; default: `parlance.config.*` in the folder. */
  readonly config?: string
  /**
   * Texts that stand in for files, by path from the project's folder: what an editor has not saved yet.
   * Default: none.
   */
  readonly overlay?: (path: string) => string | undefined
}

export const projectOptions: OptionNames<ProjectOptions> = {cwd: true, config: true, overlay: true}

/** Those options that are for opening a project. */
export function projectOf(options: ProjectOptions): ProjectOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name in projectOptions))
}

/** Pages of a project that says nothing of them. */
const defaultContent: readonly string[] = ['content/**/*.md']
/** Parts that pages include begin with `_`; they are no pages themselves. */
const parts: readonly string[] = ['**/_*', '**/_*/**', '**/node_modules/**']

/**
 * Open a project. Its library (bibliography, glossary) is read now, pages when they are asked for.
 *
 * @param options Default: the configuration in the current folder.
 * @returns The project. It reads pages when they are asked for.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} Where its configuration cannot be used.
 * @example
 * import {render} from 'parlance-md'
 * import {loadProject} from 'parlance-md/project'
 *
 * const project = await loadProject({cwd: 'site'})
 * for (const path of await project.pages()) render(project.compile(path), {audience: 'patient'})
 */
export async function loadProject(options: ProjectOptions = {}): Promise<Project> {
  refuseUnknown(options, projectOptions)
  const {cwd = '.', config: named, overlay} = options
  const {config, file, files, root, stamp} = await loadConfig(resolve(cwd), named)
  const out = outputFolderIn(root, config)
  const outputs = out === undefined ? [] : [`${escapePath(out)}/**`]
  const content = contentGlobs(config)
  const host = new ProjectHost({
    root,
    config,
    configFiles: [...configNames, ...files.map(name => pathIn(root, name))],
    readers: await readersFor(root, outputs),
    slugOf: slugger(content),
    overlay,
  })
  const compileText = (text: string | Uint8Array, path: string): Document =>
    compile(new VFile({value: text}), host.optionsFor(path))
  return {
    root,
    config,
    configFile: file,
    host,
    pages: async () => {
      const found = await glob([...content], {
        cwd: root,
        ignore: [...parts, ...outputs],
        onlyFiles: true,
        followSymbolicLinks: false,
      })
      return found.map(path => path.split(sep).join('/')).sort()
    },
    compile: path => compileText(readFileSync(resolve(root, path)), path),
    compileText,
    optionsFor: path => host.optionsFor(path),
    bytes: host.read,
    text: path => {
      const content = host.read(path)
      return content && new TextDecoder().decode(content)
    },
    head: path => {
      const text = host.read(path)
      return text && pageHead(text, {...host.optionsFor(path), findPage: undefined})
    },
    trace: path => {
      const {value: document, ...made} = host.record(() => {
        const text = host.read(path)
        return text && compileText(text, path)
      })
      return document && {document, ...made}
    },
    inputs: host.inputs,
    stamp: stamp && fingerprint(new Map([...host.inputs, ['', stamp]])),
    libraryWith: given => host.libraryWith(given),
    forget: () => host.forget(),
  }
}

/**
 * Readers of the formats that files of the project have: the one for BibTeX is large, and loaded where there
 * is such a file.
 */
async function readersFor(root: string, ignored: readonly string[]): Promise<ReferenceReaders> {
  const found = await glob(['**/*.bib'], {
    cwd: root,
    ignore: ['**/node_modules/**', ...ignored],
    caseSensitiveMatch: false,
  })
  return found.length === 0 ? {} : {bib: (await import('../../adapters/bibtex/index.ts')).readBibtex}
}

/**
 * The output folder, where it is within the project: nothing in it is a source, unless the content itself
 * stands there.
 *
 * @returns Path from the project's folder.
 */
export function outputFolderIn(root: string, config: ResolvedConfig): string | undefined {
  const out = resolve(root, config.project.outDir)
  const holdsContent = contentFolders(config).some(folder => isInside(out, join(root, folder, 'page.md')))
  return isInside(root, out) && !holdsContent ? pathIn(root, out) : undefined
}

/**
 * Path of a file from a project's folder, with `/` between segments.
 *
 * @param root Absolute path of the project’s folder.
 * @param file Absolute path.
 */
export function pathIn(root: string, file: string): string {
  return relative(root, resolve(file)).split(sep).join('/')
}

/** Globs of a project's pages, from its folder; those that begin with `!` leave some out. */
export function contentGlobs({project}: ResolvedConfig): readonly string[] {
  return project.content ?? defaultContent
}

/** Folders below a project's that its pages stand in; `''` is the project's own. */
export function contentFolders(config: ResolvedConfig): readonly string[] {
  return foldersOf(contentGlobs(config))
}

/**
 * The fixed part of each glob: the folder that its pages stand in.
 *
 * @param globs From the project’s folder.
 */
export function foldersOf(globs: readonly string[]): readonly string[] {
  return globs
    .filter(pattern => !pattern.startsWith('!'))
    .map(pattern => pattern.split('/').slice(0, fixedSegments(pattern)).join('/'))
}

/**
 * Slugs by path: what stands below the fixed part of the content globs, without ending; `index` is its
 * folder.
 */
function slugger(globs: readonly string[]): (path: string) => string {
  const longestFirst = [...foldersOf(globs)].sort((left, right) => right.length - left.length)
  return path => {
    const base = longestFirst.find(folder => folder !== '' && path.startsWith(`${folder}/`))
    const rest = base === undefined ? path : path.slice(base.length + 1)
    const words = rest.replace(/\.[^./]+$/, '').replace(/(.)\/index$/, '$1')
    return words.split('/').map(segmentOf).join('/')
  }
}

/** Names of devices, which are no names of folders on Windows. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** What is left of a name, where an emoji stood at its end, may end in a hyphen. */
function segmentOf(name: string): string {
  const words = slug(name).replace(/^-+|-+$/g, '') || 'page'
  return device.test(words) ? `${words}-page` : words
}

function fixedSegments(pattern: string): number {
  const segments = pattern.split('/')
  const magic = segments.findIndex(segment => /[*?[\]{}()!]/.test(segment))
  return magic < 0 ? segments.length - 1 : magic
}
