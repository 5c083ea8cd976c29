import type {Nodes} from 'mdast'
import {blockIndexOf} from '../../language/index.ts'
import type {RenderContext} from '../facts.ts'
import {printerFor} from '../remember.ts'
import {Rewriter} from './rewriter.ts'
import {type Block, writeBlock} from './write-markdown.ts'

/**
 * Writes blocks one by one and remembers them. Not those that hold a heading, or a section, which begins with one: the names
 * that readers of GFM give to headings count those before them. Nor raw HTML, which may end with line feeds of its own.
 */
export function cachedBlocks(facts: RenderContext): (block: Nodes) => readonly Block[] | undefined {
  const {document} = facts.selection
  const stock = blockIndexOf(document)
  const print = printerFor<readonly Block[]>(facts, cachedBlocks)
  if (document.cache.capacity === 0 || document.settings.rawHtml) return () => undefined
  return block => {
    const counts = stock(block).nodes.some(({type}) => type === 'heading' || type === 'place')
    return counts
      ? undefined
      : print(block, ask => new Rewriter(facts.labels, ask).flow([block]).map(writeBlock))
  }
}
