import type {Numbering, Presentation, Selection} from '../../document/index.ts'
import {bodyOf} from '../furniture/body.ts'
import {closing} from '../furniture/closing.ts'
import {draft} from '../furniture/draft.ts'
import {opening} from '../furniture/opening.ts'
import {placesOf} from '../furniture/places.ts'
import {visible} from '../visible.ts'
import {stack} from './lines.ts'
import {footnotes} from './sections/footnotes.ts'
import {sections} from './sections/index.ts'
import {Writer} from './writer.ts'

/**
 * A variant as plain text for a mail or a terminal.
 *
 * @param selection What the reader gets.
 * @param numbering What was derived from that selection.
 * @param presentation With or without the page's furniture, at which width, whether as a draft.
 * @returns Lines of at most `width` columns but for what cannot be broken (code, URLs), none with blanks at its end
 *   (but in code), the last with a line feed; the empty string where there is nothing to print. No control character but
 *   the line feed: each other is shown as U+FFFD, so that no text can give orders to a terminal.
 */
export function serializeText(
  selection: Selection,
  numbering: Numbering,
  presentation: Presentation,
): string {
  const {document} = selection
  const labels = document.settings.labels(document.locale)
  const places = placesOf(selection)
  const placed = new Set([...places].map(({what}) => what))
  const writer = new Writer(selection, numbering, labels, presentation.width, places)
  const lines = stack([
    writer.flow(presentation.page ? opening(selection, presentation, labels) : draft(presentation, labels)),
    writer.flow(bodyOf(selection, presentation)),
    footnotes(writer),
    placed.has('glossary') ? [] : sections.glossary(writer),
    placed.has('references') ? [] : sections.references(writer),
    presentation.page ? writer.flow(closing(selection, labels)) : [],
  ])
  const text = lines.join('\n').replaceAll('\t', ' ').replace(/\n+$/, '') // code may end with empty lines
  return text === '' ? '' : visible(`${text}\n`)
}
