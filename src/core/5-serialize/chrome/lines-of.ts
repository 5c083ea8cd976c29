import type {Paragraph, PhrasingContent} from 'mdast'
import {plain} from './plain.ts'

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
