import type {Nodes, Root} from 'hast'
import {raw} from 'hast-util-raw'

/**
 * Defined in the bundle for browsers: a parser of HTML would be a sixth of it, for a setting that few
 * projects have.
 */
declare const PARLANCE_WITHOUT_HTML_PARSER: true | undefined

/**
 * Makes elements of the raw HTML in a tree; `undefined` where the parser is left out, as in
 * `parlance-md/browser`.
 */
export const parseRawHtml: ((tree: Root) => Nodes) | undefined =
  typeof PARLANCE_WITHOUT_HTML_PARSER === 'undefined' ? tree => raw(tree) : undefined
