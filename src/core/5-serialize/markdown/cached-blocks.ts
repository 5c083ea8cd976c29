import type {Nodes} from 'mdast'
import {blockIndexOf} from '../../language/index.ts'
import {printerFor} from '../remember.ts'
import type {RenderContext} from '../render-context.ts'
import {Rewriter} from './rewriter.ts'
import {type MarkdownBlock, writeBlock} from './write-markdown.ts'

/**
 * Writes blocks one by one and caches them, except those with a heading or a section, which begins with one:
 * the names that renderers of GFM give to headings count the headings before them. Raw HTML is not cached
 * either: it may end with line feeds of its own.
 */
export function cachedBlocks(context: RenderContext): (block: Nodes) => readonly MarkdownBlock[] | undefined {
  const {document} = context.selection
  const blockIndex = blockIndexOf(document)
  const print = printerFor<readonly MarkdownBlock[]>(context, cachedBlocks)
  if (document.cache.capacity === 0 || document.settings.rawHtml) return () => undefined
  return block => {
    const counts = blockIndex(block).nodes.some(({type}) => type === 'heading' || type === 'place')
    return counts
      ? undefined
      : print(block, ask => new Rewriter(context.labels, ask).flow([block]).map(writeBlock))
  }
}
