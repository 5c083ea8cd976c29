import * as z from 'zod/mini'
import type {CalloutKind} from '../../language/index.ts'
import {idAttribute} from './attributes.ts'
import {type DirectiveDefinition, defineDirective} from './definition.ts'

export const calloutKinds: readonly CalloutKind[] = ['note', 'tip', 'important', 'warning', 'caution']

/** `:::note[Title]` and its four siblings. */
export const callouts: readonly DirectiveDefinition[] = calloutKinds.map(kind =>
  defineDirective({
    name: kind,
    kinds: ['container'],
    label: true,
    attributes: z.object(idAttribute),
    doc: `A call-out of the kind “${kind}”, with an optional title between brackets.`,
    lower(use, lowering) {
      const {id} = use.attributes
      const title = use.labelContent.length > 0 ? lowering.phrasing(use.labelContent) : []
      const content = lowering.flow(use.content)
      return [
        {
          type: 'callout',
          kind,
          children: title.length > 0 ? [{type: 'calloutTitle', children: title}, ...content] : content,
          data: id === undefined ? {} : {id},
          position: use.node.position,
        },
      ]
    },
  }),
)
