import type {RootContent} from 'mdast'
import type {Labels, Presentation} from '../../language/index.ts'
import {plain} from './plain.ts'

/** The heading of a draft, so that it is not taken for a published text. */
export function draft(presentation: Presentation, labels: Labels): RootContent[] {
  return presentation.draft
    ? [{type: 'paragraph', children: [{type: 'strong', children: plain(labels.draft)}]}]
    : []
}
