import {slug} from 'github-slugger'
import type {PhrasingContent} from 'mdast'
import * as z from 'zod/mini'
import {withoutEscapes} from '../../language/index.ts'
import {anchorId} from './attributes.ts'
import {defineDirective} from './definition.ts'
import {textGroupToPhrasing} from './text-group-to-phrasing.ts'

/** `:term[neutropenia]`, `:term[low counts]{#neutropenia}`. */
export const term = defineDirective({
  name: 'term',
  kinds: ['text'],
  label: true,
  attributes: z.object({
    id: z
      .optional(anchorId)
      .check(z.describe('Id of the term in the glossary, where the label is a wording of your own')),
  }),
  names: {label: 'term', attributes: {id: 'term'}},
  doc: 'A glossary term in each audience’s wording, explained in the glossary.',
  lower(use, lowering) {
    const written = withoutEscapes(use.label?.value.trim() ?? '')
    const wanted = use.attributes.id ?? written
    const entry =
      lowering.glossary.get(wanted) ?? lowering.glossary.get(slug(wanted.replace(/<\/?su[bp]>/g, '')))
    if (entry === undefined) {
      const expected = [...lowering.glossary.keys()]
      lowering.report('term-unknown', {place: use.label?.position ?? use.node, actual: wanted, expected})
      return lowering.phrasing(use.labelContent)
    }
    if (entry.definition !== undefined) lowering.textGroup(entry.definition, use.node.position)
    const ownLabel = use.attributes.id !== undefined && written !== ''
    const children: PhrasingContent[] = ownLabel
      ? lowering.phrasing(use.labelContent)
      : textGroupToPhrasing(entry.term, use.node, lowering)
    const labeled = ownLabel && {labeled: true}
    return [{type: 'term', id: entry.id, ...labeled, children, position: use.node.position}]
  },
})
