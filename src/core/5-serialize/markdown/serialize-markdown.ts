import type {FootnoteDefinition, Nodes} from 'mdast'
import type {Numbering, Presentation, Selection} from '../../language/index.ts'
import {bodyOf} from '../chrome/body.ts'
import {closing} from '../chrome/closing.ts'
import {draft, opening} from '../chrome/opening.ts'
import {visible} from '../raw-html.ts'
import {footnotesIn, placedIn, renderContextOf} from '../render-context.ts'
import {cachedBlocks} from './cached-blocks.ts'
import type {MarkdownContext} from './context.ts'
import {Rewriter} from './rewriter.ts'
import {sections} from './sections.ts'
import {type MarkdownBlock, writeMarkdown} from './write-markdown.ts'

/**
 * A variant as CommonMark with GFM, for any reader of these: no directive, no front matter, and no HTML but
 * the anchors that links on the page lead to and the tags of the language, `<sub>`, `<sup>` and `<br>`.
 *
 * @param selection What the reader gets.
 * @param numbering What was derived from that selection.
 * @param presentation With or without the page's chrome, whether as a draft; lines are not wrapped.
 * @returns Markdown that ends with a line feed; the empty string where there is nothing to print. Control
 * characters are shown as U+FFFD.
 */
export function serializeMarkdown(
  selection: Selection,
  numbering: Numbering,
  presentation: Presentation,
): string {
  const context = renderContextOf(selection, numbering)
  const {labels} = context
  const placed = placedIn(context)
  const rewriter = new Rewriter(labels, question => question(context))
  const written = (nodes: readonly Nodes[]): MarkdownBlock[] => rewriter.flow(nodes).map(node => ({node}))
  const cached = cachedBlocks(context)
  return visible(
    writeMarkdown([
      ...written(presentation.page ? opening(selection, presentation, labels) : draft(presentation, labels)),
      ...bodyOf(selection, presentation).flatMap(block => cached(block) ?? written([block])),
      ...footnotes(rewriter).map(node => ({node})),
      ...(placed.has('glossary') ? [] : written(sections.glossary(rewriter))),
      ...(placed.has('references') ? [] : written(sections.references(rewriter))),
      ...(presentation.page ? written(closing(selection, labels)) : []),
    ]),
  )
}

/** Definitions named by their numbers; the renderer of the Markdown adds their heading. */
function footnotes(context: MarkdownContext): FootnoteDefinition[] {
  return footnotesIn(context.ask).map(({number, definition}) => ({
    type: 'footnoteDefinition',
    identifier: String(number),
    label: String(number),
    children: context.flow(definition?.children ?? []) as FootnoteDefinition['children'], // flow in, flow out
  }))
}
