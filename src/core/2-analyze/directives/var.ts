import * as z from 'zod/mini'
import {withoutEscapes} from '../../language/index.ts'
import {defineDirective} from './definition.ts'
import {textGroupToPhrasing} from './text-group-to-phrasing.ts'

/** `:var[brand]`: a value from `vars` of the page or the project. */
export const variable = defineDirective({
  name: 'var',
  kinds: ['text'],
  label: true,
  attributes: z.object({}),
  names: {label: 'variable'},
  doc: 'A value from `vars`.',
  lower(use, lowering) {
    const name = withoutEscapes(use.label?.value.trim() ?? '')
    const group = lowering.vars.get(name)
    if (group !== undefined) return textGroupToPhrasing(group, use.node, lowering)
    const expected = [...lowering.vars.keys()]
    lowering.report('variable-unknown', {place: use.label?.position ?? use.node, actual: name, expected})
    return []
  },
})
