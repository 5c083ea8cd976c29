import {h} from 'hastscript'
import type {Heading} from 'mdast'
import type {CrossReference, Fragment, Script, Span} from '../../../language/index.ts'
import type {HtmlHandler} from '../context.ts'
import {hrefTo} from '../ids.ts'

/** Flow that an author gave an id. */
export const fragment: HtmlHandler<Fragment> = (state, node) => {
  const {id} = node.data ?? {}
  return id === undefined ? state.all(node) : h('div', {id}, state.wrap(state.all(node), true))
}

/** Phrasing that an author gave an id. */
export const span: HtmlHandler<Span> = (state, node) => {
  const {id} = node.data ?? {}
  return id === undefined ? state.all(node) : h('span', {id}, state.all(node))
}

export const crossReference: HtmlHandler<CrossReference> = (state, node) =>
  h('a', {href: hrefTo(node.target)}, state.all(node))

export const heading: HtmlHandler<Heading> = (state, node) => {
  const {id} = node.data ?? {}
  return h(`h${node.depth}`, id === undefined ? {} : {id}, state.all(node))
}

export const script: HtmlHandler<Script> = (state, node) =>
  h(node.type === 'subscript' ? 'sub' : 'sup', state.all(node))
