import {existsSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import type {Position} from 'vscode-languageserver/node'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {type Document, findMentions, type Mention} from '../../internal.ts'
import {configNames, OpenProject, type Project} from '../../project/index.ts'
import {contains, rangeOf} from './places.ts'

/** A document that is open in the editor, and the project that it belongs to. */
export interface NamedPlace {
  readonly uri: string
  readonly text: string
  /** Path from the folder of the project. */
  readonly path: string
  readonly root: string
  readonly open: OpenProject
  readonly project: Project
}

export interface WorkspaceOptions {
  /** Configuration file that all documents are read with; default: the nearest one above each. */
  readonly config?: string | undefined
  /** Documents that are open in the editor. */
  readonly documents: () => readonly TextDocument[]
  /** Called when a project is opened for the first time. */
  readonly onOpen: (root: string, open: OpenProject) => void
}

/** The projects of the documents that are open, with what the editor has not saved laid over their files. */
export class Workspace {
  /** Absolute paths of the folders that the editor has open. */
  folders: readonly string[] = []
  readonly #projects = new Map<string, Promise<OpenProject>>()
  readonly #pages = new Map<string, Promise<readonly string[]>>()
  readonly #includes = new Map<string, {readonly text: string; readonly paths: readonly string[]}>()
  readonly #compiled = new Map<string, Compiled>()
  readonly #options: WorkspaceOptions

  constructor(options: WorkspaceOptions) {
    this.#options = options
  }

  /**
   * Where a document stands; `undefined` where its project has never had a configuration that could be used.
   */
  async placeOf(document: TextDocument): Promise<NamedPlace | undefined> {
    const file = pathOf(document.uri)
    if (file === undefined) return undefined
    const root = this.#rootOf(file)
    const open = await this.#openAt(root)
    const {project} = open
    if (project === undefined) return undefined
    const path = pathBelow(root, file) ?? file
    return {uri: document.uri, text: document.getText(), path, root, open, project}
  }

  /** Why the project of a document cannot be used at present. */
  async problemOf(uri: string): Promise<{readonly root: string; readonly open: OpenProject} | undefined> {
    const file = pathOf(uri)
    if (file === undefined) return undefined
    const root = this.#rootOf(file)
    const open = await this.#openAt(root)
    return open.problem === undefined ? undefined : {root, open}
  }

  /**
   * Take over what changed in files.
   *
   * @param files Absolute paths; none: look at everything.
   */
  async refresh(files: readonly string[]): Promise<void> {
    this.#pages.clear()
    for (const [root, opening] of this.#projects) {
      const paths = files.map(file => pathBelow(root, file)).filter(path => path !== undefined)
      if (paths.length > 0 || files.length === 0) await (await opening).refresh(paths)
    }
  }

  /** Compile a page as the editor has it; once for each state of it and of what it is made of. */
  compile({uri, text, path, open, project}: NamedPlace): Document {
    const known = this.#compiled.get(uri)
    if (known?.text === text && known.generation === open.generation) return known.document
    const document = project.compileText(text, path)
    this.#compiled.set(uri, {text, generation: open.generation, document})
    return document
  }

  /** The same as it was last, which is soon enough for a list to choose from. */
  recent(place: NamedPlace): Document {
    return this.#compiled.get(place.uri)?.document ?? this.compile(place)
  }

  forget(uri: string): void {
    this.#compiled.delete(uri)
  }

  /** Paths of the pages of a project. */
  pages({root, project}: Pick<NamedPlace, 'root' | 'project'>): Promise<readonly string[]> {
    const pages = this.#pages.get(root) ?? project.pages()
    this.#pages.set(root, pages)
    return pages
  }

  /** Files that a page is made of: itself and what it includes, over any number of steps. */
  sourcesOf(path: string, {root, project}: Pick<NamedPlace, 'root' | 'project'>): readonly string[] {
    const found = new Set<string>()
    const open = [path]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (found.has(at)) continue
      const text = project.text(at)
      if (text === undefined) continue
      found.add(at)
      open.push(...this.#includedBy(at, text, root, project))
    }
    return [...found]
  }

  /** Pages that a file is a part of; the file itself where it is a page, or no page knows it. */
  async pagesWith(place: NamedPlace): Promise<readonly string[]> {
    const pages = await this.pages(place)
    if (pages.includes(place.path)) return [place.path]
    const found = pages.filter(page => {
      const holds = place.project.text(page)?.includes('::include') === true
      return holds && this.sourcesOf(page, place).includes(place.path)
    })
    return found.length === 0 ? [place.path] : found
  }

  /** URI of a file of a project: the editor's own where it is open there. */
  uriOf(root: string, path: string): string {
    const file = resolve(root, path)
    const open = this.#options.documents().find(({uri}) => pathOf(uri) === file)
    return open?.uri ?? pathToFileURL(file).href
  }

  /**
   * The nearest folder above a file that has a configuration; else the editor's folder, else the file's own.
   */
  #rootOf(file: string): string {
    const {config} = this.#options
    if (config !== undefined) return dirname(config)
    const folder = this.folders.filter(above => pathBelow(above, file) !== undefined).sort(longestFirst)[0]
    for (let at = dirname(file); ; at = dirname(at)) {
      if (configNames.some(name => existsSync(join(at, name)))) return at
      if (at === folder || at === dirname(at)) return folder ?? dirname(file)
    }
  }

  #openAt(root: string): Promise<OpenProject> {
    const known = this.#projects.get(root)
    if (known !== undefined) return known
    const {config, documents, onOpen} = this.#options
    const opening = OpenProject.open({
      cwd: root,
      ...(config !== undefined && {config}),
      overlay: path => {
        const file = resolve(root, path)
        return documents()
          .find(({uri}) => pathOf(uri) === file)
          ?.getText()
      },
    }).then(open => {
      onOpen(root, open)
      return open
    })
    opening.catch(() => this.#projects.delete(root))
    this.#projects.set(root, opening)
    return opening
  }

  #includedBy(path: string, text: string, root: string, project: Project): readonly string[] {
    if (!text.includes('::include')) return []
    const key = join(root, path)
    const known = this.#includes.get(key)
    if (known?.text === text) return known.paths
    const mentions = findMentions(text, project.optionsFor(path)).filter(({kind}) => kind === 'include')
    const paths = mentions.flatMap(mention => fileOf(mention, project) ?? [])
    this.#includes.set(key, {text, paths})
    return paths
  }
}

interface Compiled {
  readonly text: string
  readonly generation: number
  readonly document: Document
}

/** The file that a mention leads to, where there is one. */
export function fileOf({paths = []}: Mention, project: Project): string | undefined {
  return paths.find(path => project.text(path) !== undefined)
}

/** Absolute path of a document; `undefined` where it is no file. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined // a file of another machine
  }
}

/** Path of a file from a folder, `/` between segments; `undefined` where it is not below it. */
function pathBelow(folder: string, file: string): string | undefined {
  const path = relative(folder, file).split(sep).join('/')
  return path === '' || path === '..' || path.startsWith('../') ? undefined : path
}

function longestFirst(left: string, right: string): number {
  return right.length - left.length
}

/** What a document names at a position. */
export function mentionAt(position: Position, {text, path, project}: NamedPlace): Mention | undefined {
  return findMentions(text, project.optionsFor(path)).find(({place}) => contains(rangeOf(place), position))
}
