import type {RootContent} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {type Options, toMarkdown} from 'mdast-util-to-markdown'

/** A rewritten block of a page; with its Markdown where that is known already. */
export interface MarkdownBlock {
  readonly node: RootContent
  readonly written?: string
}

const options: Options = {bullet: '-', rule: '*', extensions: [gfmToMarkdown({tablePipeAlign: false})]}

/**
 * Write blocks one below the other. How a list is marked depends on a list right before it: such lists are
 * written again.
 */
export function writeMarkdown(blocks: readonly MarkdownBlock[]): string {
  const isList = (index: number): boolean => blocks[index]?.node.type === 'list'
  const children = blocks.map(({node, written}, index): RootContent => {
    const isOneOfSeveral = isList(index) && (isList(index - 1) || isList(index + 1))
    return written === undefined || isOneOfSeveral ? node : {type: 'html', value: written}
  })
  return toMarkdown({type: 'root', children}, options)
}

const mark = '<!---->'

/** One block by itself, without the line feed that ends a page. */
export function writeBlock(node: RootContent): MarkdownBlock {
  const written = toMarkdown({type: 'root', children: [node, {type: 'html', value: mark}]}, options)
  return {node, written: written.slice(0, -`\n\n${mark}\n`.length)}
}
