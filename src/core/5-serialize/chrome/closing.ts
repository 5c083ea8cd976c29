import type {RootContent} from 'mdast'
import type {Labels, Selection} from '../../language/index.ts'
import {plain, textParagraph, title} from './plain.ts'

/** What a whole page ends with: the disclaimer for its readers and what to do next. */
export function closing({disclaimer, followUp}: Selection, labels: Labels): RootContent[] {
  return [
    ...(disclaimer === undefined ? [] : [title(2, labels.disclaimer), textParagraph(disclaimer)]),
    ...(followUp === undefined ? [] : [title(2, labels.followUp), nextStep(followUp)]),
  ]
}

function nextStep({text, href}: NonNullable<Selection['followUp']>): RootContent {
  if (href === undefined) return textParagraph(text)
  return {type: 'paragraph', children: [{type: 'link', url: href, children: plain(text)}]}
}
