import type {FootnoteDefinition, Root} from 'mdast'
import {gfmToMarkdown} from 'mdast-util-gfm'
import {toMarkdown} from 'mdast-util-to-markdown'
import type {Numbering, Presentation, Selection} from '../../document/index.ts'
import {bodyOf} from '../furniture/body.ts'
import {closing} from '../furniture/closing.ts'
import {draft} from '../furniture/draft.ts'
import {opening} from '../furniture/opening.ts'
import {placesOf} from '../furniture/places.ts'
import {visible} from '../visible.ts'
import type {Context} from './context.ts'
import {Rewriter} from './rewriter.ts'
import {sections} from './sections.ts'
import {targetsOf} from './targets.ts'

/**
 * A variant as CommonMark with GFM, for any reader of these: no directive, no front matter, and no HTML but the
 * anchors that links on the page lead to.
 *
 * @param selection What the reader gets.
 * @param numbering What was derived from that selection.
 * @param presentation With or without the page's furniture, whether as a draft; lines are not wrapped.
 * @returns Markdown that ends with a line feed; the empty string where there is nothing to print. Control characters are
 *   shown as U+FFFD.
 */
export function serializeMarkdown(
  selection: Selection,
  numbering: Numbering,
  presentation: Presentation,
): string {
  const {document} = selection
  const labels = document.settings.labels(document.locale)
  const places = placesOf(selection)
  const placed = new Set([...places].map(({what}) => what))
  const rewriter = new Rewriter(numbering, labels, places, targetsOf(selection, numbering, places))
  const root: Root = {
    type: 'root',
    children: [
      ...rewriter.flow(
        presentation.page ? opening(selection, presentation, labels) : draft(presentation, labels),
      ),
      ...rewriter.flow(bodyOf(selection, presentation)),
      ...footnotes(rewriter),
      ...(placed.has('glossary') ? [] : rewriter.flow(sections.glossary(rewriter))),
      ...(placed.has('references') ? [] : rewriter.flow(sections.references(rewriter))),
      ...(presentation.page ? rewriter.flow(closing(selection, labels)) : []),
    ],
  }
  return visible(
    toMarkdown(root, {bullet: '-', rule: '*', extensions: [gfmToMarkdown({tablePipeAlign: false})]}),
  )
}

/** Definitions named by their numbers; their heading is made by whoever reads them. */
function footnotes(context: Context): FootnoteDefinition[] {
  return context.numbering.footnotes.map(({number, definition}) => ({
    type: 'footnoteDefinition',
    identifier: String(number),
    label: String(number),
    children: context.flow(definition.children) as FootnoteDefinition['children'], // flow in, flow out
  }))
}
