import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import type {Processor} from 'unified'
import {registeredDirectives} from './processor.ts'
import {directivesWrittenAgain} from './written-again.ts'

/**
 * Give somebody else's processor, which parses with remark, the syntax of pages beyond CommonMark: front matter and directives.
 * One that writes Markdown as well then writes what it read.
 */
export function attachSyntax(processor: Processor, names: ReadonlySet<string>): void {
  // Plugins are written for any processor, and remark's types want one that is theirs.
  const attach = [remarkFrontmatter, remarkDirective] as readonly ((this: Processor) => undefined)[]
  for (const plugin of attach) plugin.call(processor)
  registeredDirectives.call(processor, names)
  const written = processor.data().toMarkdownExtensions
  written?.pop() // as `remark-directive` writes
  written?.push(directivesWrittenAgain(names))
}
