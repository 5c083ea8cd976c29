import type {Nodes} from 'mdast'
import {defaultHandlers, type Handlers} from 'mdast-util-to-hast'
import type {HtmlContext, HtmlHandler} from '../context.ts'
import {callout, calloutTitle} from './callout.ts'
import {citation} from './citation.ts'
import {crossReference, fragment, span} from './containers.ts'
import {footnoteReference} from './footnote-reference.ts'
import {heading} from './heading.ts'
import {place} from './place.ts'
import {safety} from './safety.ts'
import {withSourceMarks} from './source-marks.ts'
import {table} from './table.ts'
import {term} from './term.ts'

/** THE table of nodes that are not as in `mdast-util-to-hast`. */
const own: Readonly<Record<string, HtmlHandler<never>>> = {
  callout,
  calloutTitle,
  citation,
  crossReference,
  footnoteReference,
  fragment,
  heading,
  place,
  safety,
  span,
  table,
  term,
}

/** All handlers for one variant. */
export function handlersFor(context: HtmlContext): Handlers {
  const bound = Object.entries(own).map(([type, handler]) => {
    const handle = handler as HtmlHandler // its node is the one that it is listed for
    return [type, (state: Parameters<HtmlHandler>[0], node: Nodes) => handle(state, node, context)]
  })
  const all: Handlers = {...defaultHandlers, ...Object.fromEntries(bound)}
  return context.sourceLines === true ? withSourceMarks(all) : all
}

/** A node that no handler knows is a bug of ours, never a `<div>`. */
export function refuseUnknown(_: unknown, node: {type: string}): never {
  throw new Error(`No HTML handler for the node \`${node.type}\``)
}
