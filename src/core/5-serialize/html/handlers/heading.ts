import {h} from 'hastscript'
import type {Heading} from 'mdast'
import type {HtmlHandler} from '../context.ts'

export const heading: HtmlHandler<Heading> = (state, node) => {
  const {id} = node.data ?? {}
  return h(`h${node.depth}`, id === undefined ? {} : {id}, state.all(node))
}
