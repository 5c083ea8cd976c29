import type {PhrasingContent} from 'mdast'
import type {Flow, Shown} from './state.ts'

/** Blocks with their condition. */
export function blocksFor(children: Flow[], {attributes, isConditional}: Shown): Flow[] {
  if (!isConditional || children.length === 0) return children
  return [{type: 'containerDirective', name: 'only', attributes: {...attributes}, children}]
}

/** Running text with its condition. */
export function phrasingFor(
  children: PhrasingContent[],
  {attributes, isConditional}: Shown,
): PhrasingContent[] {
  if (!isConditional || children.length === 0) return children
  return [{type: 'textDirective', name: 'only', attributes, children}]
}

/** What ties the item or the row that it stands in to a condition. */
export function markerFor({attributes}: Shown): PhrasingContent {
  return {type: 'textDirective', name: 'only', attributes: {...attributes}, children: []}
}
