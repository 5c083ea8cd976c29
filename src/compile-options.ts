import type {VFile} from 'vfile'
import {resolveConfig} from './config/resolve-config.ts'
import type {DirectiveDefinition} from './directives/definition.ts'
import {directivesFor} from './directives/index.ts'
import {
  type AudienceTable,
  type Dimension,
  directiveFinder,
  type FindPage,
  type Limits,
  type Message,
  type ReadFile,
  type Settings,
} from './document/index.ts'
import {type LibraryOptions, openProjectLibrary, type ProjectLibrary} from './library/project-library.ts'
import {type Report, Reporter} from './messages/reporter.ts'
import {openSource} from './parse/source.ts'
import type {ReferenceReaders} from './references/readers/table.ts'

/** What a source is compiled with. */
export interface CompileOptions extends LibraryOptions {
  /** A configuration, resolved or as written; default: the built-in audiences. */
  readonly config?: unknown
  /** Path of the source from the content root; paths in the source are relative to it. */
  readonly path?: string
  /** Slug of a page whose front matter names none. */
  readonly slug?: string
  /**
   * What `readLibrary` made of the configuration, so that it is read once for many pages; `references` and `glossary`
   * are then not looked at.
   */
  readonly library?: ProjectLibrary
  /** Other pages of the project, by the path of their source: links to `other.md#place` then lead to the same reader's variant. */
  readonly findPage?: FindPage
  /** Another file by its path from the content root, as text or UTF-8 bytes; `undefined` where there is none. Default: no files. */
  readonly read?: ReadFile
}

/** One source and everything around it that its phases need. */
export interface Compilation {
  readonly text: string
  /** Offset of the first byte that is no UTF-8; -1 where all are. */
  readonly invalid: number
  readonly path: string | undefined
  readonly settings: Settings
  readonly audiences: AudienceTable
  readonly dimensions: ReadonlyMap<string, Dimension>
  readonly limits: Limits
  readonly locale: string
  readonly directives: ReadonlyMap<string, DirectiveDefinition>
  /** Names that begin a directive. */
  readonly names: ReadonlySet<string>
  /** Those of them that only a container can have. */
  readonly containers: ReadonlySet<string>
  readonly findDirective: (text: string) => number
  readonly shared: ProjectLibrary
  readonly read: ReadFile
  readonly readers: ReferenceReaders
  readonly findPage: FindPage | undefined
  readonly dependencies: Set<string>
  readonly report: Report
  readonly messages: readonly Message[]
}

/**
 * @param source As the caller gave it.
 * @param options As the caller gave them.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function openCompilation(source: string | VFile, options: CompileOptions): Compilation {
  const {settings} = resolveConfig(options.config)
  const {audiences, dimensions, limits, locale} = settings
  const opened = openSource(source, options.path)
  const {report, messages} = new Reporter(settings.rules, opened.path)
  const directives = directivesFor(audiences)
  const names = new Set(directives.keys())
  const containers = new Set(
    [...directives.values()]
      .filter(({kinds}) => kinds.includes('container') && !kinds.includes('leaf'))
      .map(({name}) => name),
  )
  const read = options.read ?? (() => undefined)
  const shared = options.library ?? openProjectLibrary(settings, names, read, options)
  return {
    ...opened,
    settings,
    audiences,
    dimensions,
    limits,
    locale,
    directives,
    names,
    containers,
    findDirective: directiveFinder(names),
    shared,
    read,
    readers: options.readers ?? {},
    findPage: options.findPage,
    dependencies: new Set(shared.dependencies),
    report,
    messages,
  }
}
