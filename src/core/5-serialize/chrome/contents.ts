import type {List, RootContent} from 'mdast'
import type {Labels, Numbering, TocEntry} from '../../language/index.ts'
import {title} from './plain.ts'

/**
 * The contents list as a nested list of cross-references under a heading; nothing where there is no heading
 * to list.
 */
export function contents({toc}: Numbering, labels: Labels): RootContent[] {
  return toc.length === 0 ? [] : [title(2, labels.contents), listOf(toc)]
}

function listOf(entries: readonly TocEntry[]): List {
  return {
    type: 'list',
    spread: false,
    children: entries.map(({id, text, children}) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            {type: 'crossReference', target: id, missing: 'text', children: [{type: 'text', value: text}]},
          ],
        },
        ...(children.length > 0 ? [listOf(children)] : []),
      ],
    })),
  }
}
