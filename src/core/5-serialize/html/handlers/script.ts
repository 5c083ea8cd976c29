import {h} from 'hastscript'
import type {Script} from '../../../language/index.ts'
import type {HtmlHandler} from '../context.ts'

export const script: HtmlHandler<Script> = (state, node) =>
  h(node.type === 'subscript' ? 'sub' : 'sup', state.all(node))
