import type {RootContent} from 'mdast'
import type {Labels, Presentation} from '../../language/index.ts'
import {plain} from './plain.ts'

/** What a draft begins with, so that nobody takes it for a published text. */
export function draft(presentation: Presentation, labels: Labels): RootContent[] {
  return presentation.draft
    ? [{type: 'paragraph', children: [{type: 'strong', children: [plain(labels.draft)]}]}]
    : []
}
