import * as z from 'zod/mini'
import {idAttribute} from './attributes.ts'
import {defineDirective} from './definition.ts'

/** `::include{file="shared/bleeding.md"}`. */
export const include = defineDirective({
  name: 'include',
  kinds: ['leaf'],
  attributes: z.object({
    file: z
      .string()
      .check(
        z.trim(),
        z.minLength(1, 'a path is needed'),
        z.describe('Path of the file, from this one or, with a leading `/`, from the content root'),
      ),
    ...idAttribute,
  }),
  names: {attributes: {file: 'include'}},
  doc: 'Puts another file of the content root here; the conditions around it hold for it too.',
  lower(use, lowering) {
    const {file, id} = use.attributes
    const children = lowering.include(file, use.node)
    if (children === undefined) return []
    return [
      {type: 'fragment', file, children, data: id === undefined ? {} : {id}, position: use.node.position},
    ]
  },
})
