import {h} from 'hastscript'
import type {Callout, CalloutTitle, Safety} from '../../../language/index.ts'
import type {HtmlHandler} from '../context.ts'

/** `role="note"` and a name, so that a screen reader says what kind of remark it is. */
export const callout: HtmlHandler<Callout> = (state, node, {labels}) => {
  const kind = labels.callouts[node.kind]
  const [first] = node.children
  const titled = first?.type === 'calloutTitle'
  const title = titled ? [h('span', {className: 'callout-kind'}, `${kind}: `), ...state.all(first)] : [kind]
  const {id} = node.data ?? {}
  const content = state.all({...node, children: titled ? node.children.slice(1) : node.children})
  const properties = {
    ...(id !== undefined && {id}),
    className: ['callout', `callout-${node.kind}`],
    role: 'note',
    ariaLabel: kind,
  }
  return h('aside', properties, [h('p', {className: 'callout-title'}, title), ...content])
}

/** The call-out has printed it already. */
export const calloutTitle: HtmlHandler<CalloutTitle> = () => []

export const safety: HtmlHandler<Safety> = (state, node, {labels}) => {
  const {id} = node.data ?? {}
  const properties = {...(id !== undefined && {id}), className: 'safety', ariaLabel: labels.safety}
  return h('section', properties, [h('p', {className: 'safety-title'}, labels.safety), ...state.all(node)])
}
