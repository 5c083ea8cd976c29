import type {RootContent} from 'mdast'
import * as z from 'zod/mini'
import {idAttribute} from './attributes.ts'
import {defineDirective} from './definition.ts'

/** `:::safety{#boxed-warning}`: must reach every served audience in some wording. */
export const safety = defineDirective({
  name: 'safety',
  kinds: ['container'],
  label: true,
  attributes: z.object(idAttribute),
  doc: 'Safety information: its absence for any served audience is an error.',
  lower(use, lowering) {
    const {id} = use.attributes
    const group = id ?? lowering.nameOf(use.node)
    lowering.safety(group, use.node)
    const title: RootContent[] =
      use.labelContent.length > 0
        ? [{type: 'paragraph', children: [{type: 'strong', children: use.labelContent}]}]
        : []
    const children = lowering.flow([...title, ...use.content])
    return [
      {type: 'safety', group, children, data: id === undefined ? {} : {id}, position: use.node.position},
    ]
  },
})
