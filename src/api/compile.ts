import type {VFile} from 'vfile'
import type {ParsedFile} from '../checks/account/dropped.ts'
import {checkParity} from '../checks/parity/check-parity.ts'
import {reportingResidue} from '../checks/residue/report-residue.ts'
import {type FrontMatter, readFrontMatter} from '../core/1-parse/front-matter.ts'
import {createParser} from '../core/1-parse/parse.ts'
import {analyze} from '../core/2-analyze/analyze.ts'
import {pageAudiencesOf} from '../core/2-analyze/page-audiences.ts'
import {openLibrary} from '../core/citations/library/open-library.ts'
import {Cache, type Document, deepFreeze, type Settings} from '../core/language/index.ts'
import {collectDisables, splitDisabled} from '../core/messages/disables.ts'
import {type Lists, withoutFollowOns} from '../core/messages/follow-on.ts'
import {type CompileOptions, openCompilation} from './compile/compile-options.ts'
import {reportDropped, reportUnserved, reportUnused} from './compile/report-dropped.ts'

/**
 * Read and analyze a source, once for all its readers. Mistakes of its author are `messages` of the document.
 *
 * @param source Markdown as text, or a VFile of text or UTF-8 bytes.
 * @param options Configuration, path, and what the source may cite and include.
 * @returns A document that is deeply frozen: render it as often as you like.
 * @throws {RangeError} For an unknown option; the message lists those that there are.
 * @throws {ConfigError} For a configuration that cannot be used.
 * @example
 * import {compile, render} from 'parlance-md'
 *
 * const document = compile('Given :clinician[intravenously]:patient[through a vein].')
 * render(document, {audience: 'patient', format: 'text'}).value // 'Given through a vein.\n'
 */
export function compile(source: string | VFile, options: CompileOptions = {}): Document {
  const compilation = openCompilation(source, options)
  const {limits, report, settings, path, library: shared} = compilation
  const noting = collectDisables(createParser(compilation, limits, report), path, report)
  const {disables} = noting
  const parse = reportingResidue(noting.parse, compilation.residue, compilation.messages, report)
  const parsed = parse(compilation)
  const files: ParsedFile[] = [{...parsed, file: undefined}]
  const front = readFrontMatter(parsed.frontMatter, compilation)
  const library = openLibrary(front, shared, settings, compilation, compilation)
  const served = pageAudiencesOf(front, settings)
  const reportCauses = withoutFollowOns(report, [...shared.messages, ...compilation.messages], {
    unread: front.unread,
    unreadable: front.unreadable,
    files: filesOf(front, settings),
  })
  const analysis = analyze(parsed, {
    ...compilation,
    ...library,
    ...served,
    report: reportCauses,
    texts: front.texts,
    parse: (source, file) => {
      const included = parse(source, file)
      if (!files.some(known => known.file === file)) files.push({...included, file})
      return included
    },
  })
  checkParity(analysis.root, reportCauses)
  reportUnserved(front, served.audiences, settings, report)
  if (!compilation.messages.some(({fatal}) => fatal === true)) {
    reportDropped(files, analysis.root, compilation)
    reportUnused(front, library, files, compilation)
  }
  return deepFreeze({
    ...front.page,
    ...library,
    ...analysis,
    cache: new Cache(),
    path,
    settings,
    slug: front.page.slug ?? options.slug,
    audiences: served.audiences,
    visibility: served.visibility,
    ...splitDisabled([...shared.messages, ...compilation.messages], disables),
    disables,
    dependencies: [...compilation.dependencies],
  })
}

/**
 * Files that list what a page can name: its own as it names them, the configuration's from the content root.
 */
function filesOf(front: FrontMatter, {bibliography, glossary}: Settings): Lists['files'] {
  const paths = (named: unknown): string[] =>
    Array.isArray(named) ? named.filter(path => typeof path === 'string') : []
  const fromRoot = (named: unknown): string[] => paths(named).map(path => `/${path}`)
  return {
    references: [...front.bibliography, ...fromRoot(bibliography)],
    glossary: [...paths(front.glossary), ...fromRoot(glossary)],
    vars: paths(front.vars),
  }
}
