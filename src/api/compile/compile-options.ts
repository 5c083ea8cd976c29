import type {VFile} from 'vfile'
import type {ResidueFinders} from '../../checks/residue/find-in-tree.ts'
import {openSource} from '../../core/1-parse/source.ts'
import type {DirectiveDefinition} from '../../core/2-analyze/directives/definition.ts'
import {parseRawHtml} from '../../core/5-serialize/html/parse-raw-html.ts'
import {type LibraryOptions, libraryOptions} from '../../core/citations/library/project-library.ts'
import {ConfigError} from '../../core/config/config-error.ts'
import {resolveConfig} from '../../core/config/resolve-config.ts'
import type {
  AudienceTable,
  Dimension,
  FindMarkup,
  Limits,
  Message,
  NativeParser,
  ParserChoice,
  Settings,
} from '../../core/language/index.ts'
import {type OptionNames, refuseUnknown} from '../../core/messages/refuse-unknown.ts'
import {type Report, Reporter} from '../../core/messages/reporter.ts'
import {type Host, hostOf} from './host.ts'
import {vocabularyOf} from './vocabulary.ts'

/** What a source is compiled with. */
export interface CompileOptions extends LibraryOptions, Partial<Host> {
  /** A configuration, resolved or as written; default: the built-in audiences. */
  readonly config?: unknown
  /** Path of the source from the content root; paths in the source are relative to it. Default: none. */
  readonly path?: string
  /**
   * The parser of Markdown; the result is the same. `satteri` needs `nativeParser`. Default: the
   * configuration’s.
   */
  readonly parser?: ParserChoice
  /** Slug of a page whose front matter names none. Default: none. */
  readonly slug?: string
}

const compileOptions: OptionNames<CompileOptions> = {
  ...libraryOptions,
  config: true,
  path: true,
  parser: true,
  nativeParser: true,
  parseMarkdown: true,
  slug: true,
  library: true,
  findPage: true,
  read: true,
}

/** One source and everything around it that its phases need. */
export interface Compilation extends Host {
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
  readonly findMarkup: FindMarkup
  readonly residue: ResidueFinders
  readonly dependencies: Set<string>
  readonly report: Report
  readonly messages: readonly Message[]
}

/**
 * @param source As the caller gave it.
 * @param options As the caller gave them.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function openCompilation(source: string | VFile, options: CompileOptions): Compilation {
  refuseUnknown(options, compileOptions)
  const config = resolveConfig(options.config)
  const {settings} = config
  refuseUnreadHtml(settings)
  const {audiences, dimensions, limits, locale} = settings
  const opened = openSource(source, options.path)
  const {report, messages} = new Reporter(settings, opened.path)
  const vocabulary = vocabularyOf(audiences)
  const host = hostOf(options, settings, vocabulary.findMarkup)
  return {
    ...opened,
    ...host,
    settings,
    audiences,
    dimensions,
    limits,
    locale,
    ...vocabulary,
    nativeParser: chosenParser(options.parser ?? settings.parser, host.nativeParser ?? config.nativeParser),
    dependencies: new Set(host.library.dependencies),
    report,
    messages,
  }
}

/**
 * @throws {ConfigError} Where raw HTML is let through that nothing here reads: it would be lost in silence.
 */
function refuseUnreadHtml({rawHtml}: Settings): void {
  if (!rawHtml || parseRawHtml !== undefined) return
  const message =
    'must be `false` in `parlance-md/browser`, which has no parser of HTML: import `parlance-md` with a bundler instead'
  throw new ConfigError([{path: 'rawHtml', message}])
}

/** @throws {ConfigError} Where the chosen parser is not installed. */
function chosenParser(choice: ParserChoice, native: NativeParser | undefined): NativeParser | undefined {
  if (choice === 'remark') return undefined
  if (choice === 'satteri' && native === undefined) {
    const message =
      'must be `auto` or `remark` where `satteri` is not installed, or not given as `nativeParser`'
    throw new ConfigError([{path: 'parser', message}])
  }
  return native
}
