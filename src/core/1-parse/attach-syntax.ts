import {fromMarkdown, type Extension as TreeExtension} from 'mdast-util-from-markdown'
import type {Construct, Extension} from 'micromark-util-types'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import {type Processor, unified} from 'unified'
import {restrictAutolinkScan} from './literal-links.ts'
import {registeredDirectives} from './processor.ts'
import {directivesWrittenAgain} from './written-again.ts'

/**
 * Give somebody else's processor, which parses with remark, the syntax of pages beyond CommonMark: front
 * matter and directives. Where another plugin attaches directives too, before or behind, of whatever version,
 * theirs are taken off: of two readers of one directive either one would lose what only the other keeps. A
 * processor that writes Markdown as well writes what it read.
 */
export function attachSyntax(processor: Processor, names: ReadonlySet<string>): void {
  // Plugins are written for any processor, and remark's types want one that is theirs.
  const [attachFrontMatter, attachDirectives] = [remarkFrontmatter, remarkDirective] as readonly ((
    this: Processor,
  ) => undefined)[]
  const own = unified() as unknown as Processor // likewise
  attachDirectives?.call(own)
  registeredDirectives.call(own, names)
  const {micromarkExtensions = [], fromMarkdownExtensions = []} = own.data()
  attachFrontMatter?.call(processor)
  // What is used while plugins are attached is attached behind all others.
  processor.use(function (this: Processor) {
    this.use(function (this: Processor) {
      const data = this.data()
      const syntax = (data.micromarkExtensions ?? []).flat().map(withoutDirectives)
      const tree = (data.fromMarkdownExtensions ?? []).flat().map(withoutHandlers).map(restrictAutolinkScan)
      data.micromarkExtensions = [...syntax, ...micromarkExtensions]
      data.fromMarkdownExtensions = [...tree, ...fromMarkdownExtensions]
      data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), directivesWrittenAgain(names)]
    })
  })
}

const colon = 58

/** A syntax without its constructs that read directives. */
function withoutDirectives(extension: Extension): Extension {
  const narrowed = {...extension}
  for (const where of ['text', 'flow'] as const) {
    const constructs = extension[where]?.[colon]
    if (constructs === undefined) continue
    const others = [constructs].flat().filter(construct => !readsDirectives({[where]: {[colon]: construct}}))
    narrowed[where] = {...extension[where], [colon]: others}
  }
  return narrowed
}

/** Constructs have no names: what one reads is seen by what it makes of a directive. */
function readsDirectives(extension: {
  readonly [where: string]: Readonly<Record<number, Construct>>
}): boolean {
  let found = false
  const note = (): undefined => {
    found = true
  }
  const kinds = ['directiveText', 'directiveLeaf', 'directiveContainer', 'unknownDirective']
  const seen: TreeExtension = {enter: Object.fromEntries(kinds.map(kind => [kind, note]))}
  try {
    fromMarkdown('a :only[b] :x[b]\n\n::only[b]\n\n:::only\n:::\n', {
      extensions: [extension],
      mdastExtensions: [seen],
    })
  } catch (error) {
    // Nothing closes what was entered here.
    if (!found) throw error
  }
  return found
}

/** The tree side of a syntax without its handlers of directives. */
function withoutHandlers(extension: TreeExtension): TreeExtension {
  const others = (handlers: TreeExtension['enter']): NonNullable<TreeExtension['enter']> =>
    Object.fromEntries(
      Object.entries(handlers ?? {}).filter(([token]) => !/^(?:directive|unknownDirective)/.test(token)),
    )
  return {...extension, enter: others(extension.enter), exit: others(extension.exit)}
}
