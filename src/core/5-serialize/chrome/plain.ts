import type {Heading, Paragraph, PhrasingContent} from 'mdast'
import {textToPhrasing} from '../../language/index.ts'

/** A plain text from front matter or configuration as one line, whatever lines it was typed in. */
export function plain(value: string): PhrasingContent[] {
  return textToPhrasing(value.trim().replace(/\s*[\n\r]\s*/g, ' '))
}

/** A heading of our own, without an id: contents lists and anchors are made from the author's. */
export function title(depth: Heading['depth'], value: string): Heading {
  return {type: 'heading', depth, children: plain(value)}
}

/** A paragraph with a hard break after each of its lines but the last. */
export function linesOf(lines: readonly (readonly PhrasingContent[])[]): Paragraph {
  return {
    type: 'paragraph',
    children: lines.flatMap((line, index) => (index === 0 ? line : [{type: 'break' as const}, ...line])),
  }
}

export function textParagraph(value: string): Paragraph {
  return linesOf([plain(value)])
}
