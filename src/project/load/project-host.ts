import {VFile} from 'vfile'
import {
  type CompileOptions,
  compile,
  type FindPage,
  type Host,
  type LibraryOptions,
  type PageInfo,
  type ProjectLibrary,
  pageInfo,
  type ReferenceReaders,
  type ResolvedConfig,
  readLibrary,
} from '../../internal.ts'
import {InputRecorder, type Inputs} from './inputs.ts'
import {createReader} from './reader.ts'

export interface ProjectHostOptions {
  /** Absolute path of the project's folder. */
  readonly root: string
  readonly config: ResolvedConfig
  /** Paths of the files that the configuration was made of. */
  readonly configFiles: readonly string[]
  readonly readers: ReferenceReaders
  /** Slug of a page by the path of its source. */
  readonly slugOf: (path: string) => string
  /** Texts that stand in for files, by path. */
  readonly overlay: ((path: string) => string | undefined) | undefined
}

/**
 * What pages of a project get from outside. It notes each file that a page is made of. Paths are from the
 * project's folder.
 */
export class ProjectHost implements Host {
  readonly readers: ReferenceReaders
  readonly library: ProjectLibrary
  /** Files that every page depends on: configuration, references, glossary. */
  readonly inputs: Inputs
  readonly #options: ProjectHostOptions
  readonly #recorder: InputRecorder
  /** What links need to know of other pages. */
  readonly #pages = new Map<string, {readonly value: PageInfo | undefined; readonly inputs: Inputs}>()

  constructor(options: ProjectHostOptions) {
    const {root, configFiles, readers, overlay} = options
    const onDisk = createReader(root)
    this.#options = options
    this.#recorder = new InputRecorder(path => {
      const unsaved = overlay?.(path)
      return unsaved === undefined ? onDisk(path) : new TextEncoder().encode(unsaved)
    })
    this.readers = readers
    const {value, inputs} = this.record(() => {
      for (const file of configFiles) this.read(file)
      return this.libraryWith({})
    })
    this.library = value
    this.inputs = inputs
  }

  /** Bytes of a file; `undefined` where there is none. */
  readonly read = (path: string): Uint8Array | undefined => this.#recorder.read(path)

  /** Compiles the other page, without its own links. */
  readonly findPage: FindPage = path => {
    const known = this.#pages.get(path)
    if (known !== undefined) this.#recorder.note(known.inputs)
    const page = known ?? this.record(() => this.#readPage(path))
    this.#pages.set(path, page)
    return page.value
  }

  /** What a page is compiled with. */
  optionsFor(path: string): CompileOptions {
    const {read, findPage, readers, library} = this
    const {config, slugOf} = this.#options
    return {config, path, slug: slugOf(path), read, findPage, readers, library}
  }

  /** The library with references or a glossary that stand in for the project's own. */
  libraryWith(given: LibraryOptions): ProjectLibrary {
    return readLibrary(this.#options.config, this.read, {readers: this.readers, ...given})
  }

  /** Make something, synchronously, and tell which files went into it, and how many bytes were read. */
  record<Value>(make: () => Value) {
    return this.#recorder.record(make)
  }

  /** Forget what is known of other pages, since they may have changed. */
  forget(): void {
    this.#pages.clear()
  }

  #readPage(path: string): PageInfo | undefined {
    const text = isPart(path) ? undefined : this.read(path)
    if (text === undefined) return undefined
    return pageInfo(compile(new VFile({value: text}), {...this.optionsFor(path), findPage: undefined}))
  }
}

/**
 * Whether a file is a part that pages include, by its name or a folder's.
 *
 * @param path From the project’s folder.
 */
export function isPart(path: string): boolean {
  return path.split('/').some(segment => segment.startsWith('_'))
}
