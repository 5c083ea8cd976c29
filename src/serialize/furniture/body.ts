import type {RootContent} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import type {Presentation, Selection} from '../../document/index.ts'

/** The blocks of the body; on a page without a first heading that only repeats the title above it. */
export function bodyOf({root, title}: Selection, presentation: Presentation): readonly RootContent[] {
  const [first] = root.children
  const repeats =
    presentation.page &&
    first?.type === 'heading' &&
    first.depth === 1 &&
    textOf(first).trim() === title?.trim()
  return repeats ? root.children.slice(1) : root.children
}
