import * as z from 'zod/mini'
import {anchorId} from './attributes.ts'
import {defineDirective} from './definition.ts'

/** `:xref[text]{to=dose missing=text}`. */
export const xref = defineDirective({
  name: 'xref',
  kinds: ['text'],
  label: true,
  attributes: z.object({
    to: z
      .union([
        z.string().check(z.regex(/\.md(?:#|$)/), z.regex(/^[^?:]+$/)),
        z.pipe(z.string().check(z.overwrite(to => to.replace(/^#/, ''))), anchorId),
      ])
      .check(z.describe('The id that it leads to, on this page or another: `dose`, `other.md#dose`')),
    missing: z
      ._default(z.enum(['error', 'text', 'drop']), 'error')
      .check(z.describe('What becomes of it where a variant lacks that place')),
  }),
  names: {attributes: {to: 'anchor'}},
  doc: 'A link to a place on this page or another (`other.md#dose`), with a say in what happens where a variant lacks that place.',
  lower(use, lowering) {
    if (use.labelContent.length === 0) {
      lowering.report('directive-misplaced', {
        place: use.node,
        detail: '`:xref` has no text to show between brackets',
      })
      return []
    }
    const {to, missing} = use.attributes
    return [
      {
        type: 'crossReference',
        ...(lowering.placeAt(to) ?? {target: to}),
        missing,
        children: lowering.phrasing(use.labelContent),
        position: use.node.position,
      },
    ]
  },
})
