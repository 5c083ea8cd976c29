import type {ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import type {Numbering, Presentation, Selection} from '../../language/index.ts'
import {repeatedTitle} from '../chrome/body.ts'
import {renderContextOf} from '../render-context.ts'
import {spaced} from './blocks.ts'
import {cachedParts} from './cached-parts.ts'
import {printPage} from './page/page.ts'
import {wholeParts} from './whole-parts.ts'

/**
 * A variant as HTML: a fragment, or a whole page.
 *
 * @param selection What the reader gets.
 * @param numbering Its numbers.
 * @param presentation `page` for a whole document, `draft` for a notice.
 */
export function serializeHtml(
  selection: Selection,
  numbering: Numbering,
  presentation: Presentation,
): string {
  const {cache, settings} = selection.document
  const context = renderContextOf(selection, numbering)
  // A tag of raw HTML may begin in one block and end in another: such pages are made as a whole. What an
  // author previews is not kept.
  const isWhole = cache.capacity === 0 || settings.rawHtml || presentation.sourceLines === true
  const makeParts = isWhole ? wholeParts : cachedParts
  const parts = makeParts(context, presentation)
  if (presentation.page) return printPage(context, parts, repeatedTitle(selection, presentation))
  const blocks = [...parts.body, ...parts.glossary, ...parts.references]
  return blocks.length === 0 ? '' : `${printed(blocks)}\n`
}

/** Blocks with line breaks between them; those that are printed already are only joined. */
function printed(blocks: readonly ElementContent[]): string {
  const texts = blocks.flatMap(block => (block.type === 'raw' ? [block.value] : []))
  return texts.length === blocks.length ? texts.join('\n') : toHtml(spaced(blocks))
}
