import type {VFile} from 'vfile'
import {analyze} from './analyze/analyze.ts'
import {promiseOf} from './analyze/promise.ts'
import {resolveConfig} from './config/resolve-config.ts'
import {directivesFor} from './directives/index.ts'
import {type Document, deepFreeze, directiveFinder, type ReadFile} from './document/index.ts'
import {type LibraryOptions, openLibrary} from './library/open-library.ts'
import {Reporter} from './messages/reporter.ts'
import {readFrontMatter} from './parse/front-matter.ts'
import {createParser} from './parse/parse.ts'
import {openSource} from './parse/source.ts'

/** What a source is compiled with. */
export interface CompileOptions extends LibraryOptions {
  /** A configuration, resolved or as written; default: the built-in audiences. */
  readonly config?: unknown
  /** Path of the source from the content root; paths in the source are relative to it. */
  readonly path?: string
  /** Slug of a page whose front matter names none. */
  readonly slug?: string
  /** Another file by its path from the content root, as text or UTF-8 bytes; `undefined` where there is none. Default: no files. */
  readonly read?: ReadFile
}

/**
 * Read and analyze a source, once for all its readers. Mistakes of its author are `messages` of the document.
 *
 * @param source Markdown as text, or a VFile of text or UTF-8 bytes.
 * @returns A document that is deeply frozen: render it as often as you like.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function compile(source: string | VFile, options: CompileOptions = {}): Document {
  const {settings} = resolveConfig(options.config)
  const {audiences, dimensions, limits, locale} = settings
  const {text, path, invalid} = openSource(source, options.path)
  const {report, messages} = new Reporter(settings.rules, path)
  const directives = directivesFor(audiences)
  const names = new Set(directives.keys())
  const findDirective = directiveFinder(names)
  const dependencies = new Set<string>()
  const read = options.read ?? (() => undefined)

  const parse = createParser(names, limits, report)
  const parsed = parse({text, invalid})
  const front = readFrontMatter(parsed.frontMatter, {
    audiences,
    dimensions,
    limits,
    locale,
    report,
    findDirective,
  })
  const access = {path, read, report, dependencies}
  const library = openLibrary(front, options, settings, access, {audiences, report, findDirective})
  const promise = promiseOf(front, settings)
  const analysis = analyze(parsed, {
    ...library,
    ...promise,
    ...access,
    texts: front.texts,
    settings,
    directives,
    parse,
  })
  const slug = front.page.slug ?? options.slug
  return deepFreeze({
    ...front.page,
    slug,
    ...library,
    ...analysis,
    path,
    settings,
    audiences: promise.audiences,
    messages,
    dependencies: [...dependencies],
  })
}
