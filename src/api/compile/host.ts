import type {ParseMarkdown} from '../../core/1-parse/parse.ts'
import {
  type LibraryOptions,
  openProjectLibrary,
  type ProjectLibrary,
} from '../../core/citations/library/project-library.ts'
import type {ReferenceReaders} from '../../core/citations/references/readers/table.ts'
import type {FindMarkup, FindPage, NativeParser, ReadFile, Settings} from '../../core/language/index.ts'

/** All that a page gets from outside of its source: the core opens nothing. Its functions are synchronous. */
export interface Host {
  /**
   * Another file by its path from the content root, as text or UTF-8 bytes; `undefined` where there is none.
   * Default: no files.
   */
  readonly read: ReadFile
  /**
   * Other pages of the project, by the path of their source: links to `other.md#place` then lead to the same
   * reader's variant. Default: no other pages.
   */
  readonly findPage?: FindPage | undefined
  /**
   * Further readers of reference files by the ending of their names: `{bib: readBibtex}` of
   * `parlance-md/bibtex`. Default: none beside those of JSON, YAML, RIS and NBIB.
   */
  readonly readers: ReferenceReaders
  /**
   * The result of `readLibrary` for the configuration, so that it is read once for many pages; `references`
   * and `glossary` are then ignored. Default: it is read for the page.
   */
  readonly library: ProjectLibrary
  /**
   * A parser that is faster than the reference; `loadNativeParser` of `parlance-md/project` brings one.
   * Default: the configuration’s.
   */
  readonly nativeParser?: NativeParser | undefined
  /**
   * A remark processor that replaces the parser, for pages with further syntax; `attachSyntax` gives it the
   * syntax of Parlance. Nodes that Parlance does not know are passed on, by `renderTree` alone. Default: the
   * parser that `parser` chooses.
   */
  readonly parseMarkdown?: ParseMarkdown | undefined
}

/** The host that a caller describes, with what it leaves out. */
export function hostOf(
  options: LibraryOptions & Partial<Host>,
  settings: Settings,
  findMarkup: FindMarkup,
): Host {
  const {read = () => undefined, readers = {}, findPage, nativeParser, parseMarkdown} = options
  const library = options.library ?? openProjectLibrary(settings, findMarkup, read, options)
  return {read, readers, library, findPage, nativeParser, parseMarkdown}
}
