import type {RootContent} from 'mdast'
import type {Labels, Numbering} from '../../language/index.ts'
import {explanationOf} from './explanation.ts'
import {plain, title} from './plain.ts'

/** The terms that are explained to this reader as a list under a heading; nothing where there is none. */
export function glossary(numbering: Numbering, labels: Labels): RootContent[] {
  const terms = numbering.glossary.flatMap(term => explanationOf(term) ?? [])
  if (terms.length === 0) return []
  return [
    title(2, labels.glossary),
    {
      type: 'list',
      spread: false,
      children: terms.map(({term, explanation}) => ({
        type: 'listItem',
        spread: false,
        children: [
          {
            type: 'paragraph',
            children: [{type: 'strong', children: plain(term)}, ...plain(`: ${explanation}`)],
          },
        ],
      })),
    },
  ]
}
