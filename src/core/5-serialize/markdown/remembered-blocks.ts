import type {Nodes} from 'mdast'
import {stockOf} from '../../language/index.ts'
import type {Facts} from '../facts.ts'
import {printerFor} from '../remember.ts'
import {Rewriter} from './rewriter.ts'
import {type Block, writeBlock} from './write-markdown.ts'

/**
 * Writes blocks one by one and remembers them. Not those that hold a heading, or a section, which begins with one: the names
 * that readers of GFM give to headings count those before them. Nor raw HTML, which may end with line feeds of its own.
 */
export function rememberedBlocks(facts: Facts): (block: Nodes) => readonly Block[] | undefined {
  const {document} = facts.selection
  const stock = stockOf(document)
  const print = printerFor<readonly Block[]>(facts, rememberedBlocks)
  if (document.memory.capacity === 0 || document.settings.rawHtml) return () => undefined
  return block => {
    const counts = stock(block).notable.some(({type}) => type === 'heading' || type === 'place')
    return counts
      ? undefined
      : print(block, ask => new Rewriter(facts.labels, ask).flow([block]).map(writeBlock))
  }
}
