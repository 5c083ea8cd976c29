import {slug} from 'github-slugger'
import {readFrontMatter} from '../../core/1-parse/front-matter.ts'
import {createParser} from '../../core/1-parse/parse.ts'
import type {Definition} from '../../core/citations/library/definitions.ts'
import {findInLibrary} from '../../core/citations/library/open-library.ts'
import {type CompileOptions, openCompilation} from './compile-options.ts'

/** What can be defined outside the text of a page. */
export type DefinedKind = 'reference' | 'term' | 'variable'

/**
 * Where something that a page names is defined: in its own front matter, in a file that this names, or in one
 * of the project's.
 *
 * @param source Markdown of the page.
 * @param options As for `compile`.
 * @param kind What it is.
 * @param name Key of a reference, id of a term or what `:term[…]` says, name of a variable.
 * @returns `undefined` where it is defined nowhere, or not in a file: the configuration may give entries as
 * plain data.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function findDefinition(
  source: string,
  options: CompileOptions,
  kind: DefinedKind,
  name: string,
): Definition | undefined {
  const compilation = openCompilation(source, options)
  const {settings, limits, report, library: shared} = compilation
  const parsed = createParser(compilation, limits, report)(compilation)
  const front = readFrontMatter(parsed.frontMatter, compilation)
  const find = (list: 'references' | 'glossary' | 'vars', wanted: string): Definition | undefined =>
    findInLibrary(list, wanted, parsed.text, front, shared, settings, compilation)
  if (kind === 'reference') return find('references', name)
  if (kind === 'variable') return find('vars', name)
  return find('glossary', name) ?? find('glossary', slug(name))
}
