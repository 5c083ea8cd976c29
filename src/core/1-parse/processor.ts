import type {Root} from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'
import {memoize} from '../language/index.ts'
import {alleleStars} from './allele-stars.ts'
import {restrictAutolinkScan} from './literal-links.ts'
import {narrowDirectives} from './registered-directives.ts'
import {writtenDirectives} from './written-directives.ts'

/** A unified processor that parses; nothing else is attached to it. */
export type MarkdownProcessor = Processor<Root, undefined, undefined, undefined, undefined>

/** The processor for a set of names; sources of a project share one. */
export const processorFor = memoize(createProcessor)

/**
 * CommonMark, GFM (with two tildes for what is struck out: in `5~10 mg, 20~30 mg` they are ranges), YAML
 * front matter and directives, where text and leaf directives begin only at a registered name and stars of
 * alleles emphasize nothing.
 *
 * @param names Built-in directive names and declared audience ids.
 * @returns A frozen processor: use it for as many files as you like.
 */
function createProcessor(names: ReadonlySet<string>): MarkdownProcessor {
  return unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm, {singleTilde: false})
    .use(remarkDirective)
    .use(registeredDirectives, names)
    .freeze()
}

/**
 * Narrows the syntax that `remark-directive` has just attached, what emphasizes, and where GFM looks for
 * literal links.
 */
export function registeredDirectives(this: Processor, names: ReadonlySet<string>): undefined {
  const data = this.data()
  const syntax = data.micromarkExtensions?.pop()
  if (syntax === undefined) throw new Error('remark-directive must be attached first')
  data.micromarkExtensions?.push(narrowDirectives(syntax, names), alleleStars)
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(restrictAutolinkScan)
  data.fromMarkdownExtensions.push(writtenDirectives())
}
