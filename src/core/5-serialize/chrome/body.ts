import type {Heading, RootContent} from 'mdast'
import {type Presentation, plainText, type Selection, withoutMarkup} from '../../language/index.ts'

/** The first heading of the body where it only repeats the title that a page prints above it. */
export function repeatedTitle({root, title}: Selection, {page}: Presentation): Heading | undefined {
  const [first] = root.children
  const repeats =
    page &&
    first?.type === 'heading' &&
    first.depth === 1 &&
    plainText(first.children).trim() === (title && withoutMarkup(title).trim())
  return repeats ? first : undefined
}

/** The blocks of the body, without a heading that only repeats the title. */
export function bodyOf(selection: Selection, presentation: Presentation): readonly RootContent[] {
  const {children} = selection.root
  return repeatedTitle(selection, presentation) === undefined ? children : children.slice(1)
}
