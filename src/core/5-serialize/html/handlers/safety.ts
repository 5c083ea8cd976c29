import {h} from 'hastscript'
import type {Safety} from '../../../language/index.ts'
import type {HtmlHandler} from '../context.ts'

export const safety: HtmlHandler<Safety> = (state, node, {labels}) => {
  const {id} = node.data ?? {}
  const properties = {...(id !== undefined && {id}), className: 'safety', ariaLabel: labels.safety}
  return h('section', properties, [h('p', {className: 'safety-title'}, labels.safety), ...state.all(node)])
}
