import type {RootContent} from 'mdast'
import type {Labels, Numbering} from '../../document/index.ts'
import {plain} from './plain.ts'
import {title} from './title.ts'

/** The terms of a variant, each with its definition, as a list under a heading; nothing where there is no term. */
export function glossary({glossary: terms}: Numbering, labels: Labels): RootContent[] {
  if (terms.length === 0) return []
  return [
    title(2, labels.glossary),
    {
      type: 'list',
      spread: false,
      children: terms.map(({term, definition}) => ({
        type: 'listItem',
        spread: false,
        children: [
          {
            type: 'paragraph',
            children: [
              {type: 'strong', children: [plain(term)]},
              plain(definition === undefined ? '' : `: ${definition}`),
            ],
          },
        ],
      })),
    },
  ]
}
