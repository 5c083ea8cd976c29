import {type Mention, mentionsIn} from '../../checks/outline/mentions.ts'
import {readFrontMatter} from '../../core/1-parse/front-matter.ts'
import {createParser} from '../../core/1-parse/parse.ts'
import {candidatePaths} from '../../core/language/index.ts'
import {type CompileOptions, openCompilation} from './compile-options.ts'

/**
 * Everything that a source names and that is defined elsewhere, with its place: cited works, terms,
 * variables, anchors, files. Works on half-typed text: what cannot be read yet is not there. Included files
 * are not opened.
 *
 * @param source Markdown.
 * @param options As for `compile`.
 * @returns In document order, what the front matter names first.
 * @throws {ConfigError} For a configuration that cannot be used.
 */
export function findMentions(source: string, options: CompileOptions = {}): readonly Mention[] {
  const compilation = openCompilation(source, options)
  const {path, directives} = compilation
  const parsed = createParser(compilation, compilation.limits, compilation.report)(compilation)
  const front = readFrontMatter(parsed.frontMatter, compilation)
  const lists = {bibliography: front.bibliography, glossary: front.glossary, vars: front.vars}
  const files = Object.entries(lists).flatMap(([key, named]) =>
    Array.isArray(named)
      ? named.flatMap((name: string, index): readonly Mention[] => {
          const place = front.locate([key, index])
          return place === undefined
            ? []
            : [{kind: 'file', name, place, paths: candidatePaths(path, name) ?? []}]
        })
      : [],
  )
  return [...files, ...mentionsIn({root: parsed.root, text: parsed.text, path, directives})]
}
