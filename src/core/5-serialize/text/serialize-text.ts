import type {Nodes} from 'mdast'
import type {Numbering, Presentation, Selection} from '../../language/index.ts'
import {bodyOf} from '../chrome/body.ts'
import {closing} from '../chrome/closing.ts'
import {draft, opening} from '../chrome/opening.ts'
import {visible} from '../raw-html.ts'
import {printerFor} from '../remember.ts'
import {placedIn, renderContextOf} from '../render-context.ts'
import type {Lines} from './lines.ts'
import {footnotes} from './sections/footnotes.ts'
import {sections} from './sections/index.ts'
import {Writer} from './writer.ts'

/**
 * A variant as plain text for a mail or a terminal.
 *
 * @param selection What the reader gets.
 * @param numbering What was derived from that selection.
 * @param presentation With or without the page's chrome, at which width, whether as a draft.
 * @returns Lines of at most `width` columns but for what cannot be broken (code, URLs), none with blanks at
 * its end (but in code), the last with a line feed; the empty string where there is nothing to print. No
 * control character but the line feed: each other is shown as U+FFFD, so that no text can give orders to a
 * terminal.
 */
export function serializeText(
  selection: Selection,
  numbering: Numbering,
  presentation: Presentation,
): string {
  const context = renderContextOf(selection, numbering)
  const {labels} = context
  const placed = placedIn(context)
  const cached = printerFor<string | undefined>(context, serializeText, presentation.width)
  const print = (part: object, make: (writer: Writer) => Lines): string | undefined =>
    cached(part, ask => printed(make(new Writer(selection.document, labels, presentation.width, ask))))
  const written = (nodes: readonly Nodes[]): string | undefined =>
    printed(
      new Writer(selection.document, labels, presentation.width, question => question(context)).flow(nodes),
    )
  const parts = [
    written(presentation.page ? opening(selection, presentation, labels) : draft(presentation, labels)),
    ...bodyOf(selection, presentation).map(block => print(block, writer => writer.flow([block]))),
    print(footnotes, footnotes),
    placed.has('glossary') ? undefined : print(sections.glossary, sections.glossary),
    placed.has('references') ? undefined : print(sections.references, sections.references),
    written(presentation.page ? closing(selection, labels) : []),
  ]
  const text = withoutEmptyEnd(parts.filter(part => part !== undefined).join('\n\n'))
  return text === '' ? '' : `${text}\n`
}

/** Code may end with empty lines. Looked for from the end: a page has many line feeds. */
function withoutEmptyEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

/** Nothing for what prints no line at all: no empty line stands for it. */
function printed(lines: Lines): string | undefined {
  return lines.length === 0 ? undefined : visible(lines.join('\n').replaceAll('\t', ' '))
}
