import type {Nodes, Root} from 'hast'
import {raw} from 'hast-util-raw'

/** Makes elements of the raw HTML in a tree; `undefined` where the parser is left out, as in `parlance-md/browser`. */
export const parseRawHtml: ((tree: Root) => Nodes) | undefined = tree => raw(tree)
