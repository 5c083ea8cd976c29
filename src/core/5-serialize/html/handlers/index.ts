import type {Nodes} from 'mdast'
import {defaultHandlers, type Handlers} from 'mdast-util-to-hast'
import type {NodeType} from '../../../language/index.ts'
import type {HtmlContext, HtmlHandler} from '../context.ts'
import {callout, calloutTitle, safety} from './callout.ts'
import {citation} from './citation.ts'
import {crossReference, fragment, heading, script, span} from './containers.ts'
import {footnoteReference} from './footnote-reference.ts'
import {place} from './place.ts'
import {withSourceMarks} from './source-marks.ts'
import {table as tableBox} from './table.ts'
import {term} from './term.ts'

/** `default`: as in `mdast-util-to-hast`; `none`: no variant holds such a node. */
type HtmlHandlerTable = {
  readonly [Type in NodeType]: HtmlHandler<Extract<Nodes, {type: Type}>> | 'default' | 'none'
}

/** THE table of nodes. */
const table = {
  blockquote: 'default',
  branch: 'none',
  break: 'default',
  callout,
  calloutTitle,
  citation,
  code: 'default',
  containerDirective: 'none',
  crossReference,
  definition: 'default',
  delete: 'default',
  emphasis: 'default',
  footnoteDefinition: 'default',
  footnoteReference,
  fragment,
  heading,
  html: 'default',
  image: 'default',
  imageReference: 'default',
  inlineCode: 'default',
  leafDirective: 'none',
  link: 'default',
  linkReference: 'default',
  list: 'default',
  listItem: 'default',
  paragraph: 'default',
  place,
  root: 'default',
  safety,
  say: 'none',
  span,
  strong: 'default',
  subscript: script,
  superscript: script,
  table: tableBox,
  tableCell: 'default',
  tableRow: 'default',
  term,
  text: 'default',
  textDirective: 'none',
  thematicBreak: 'default',
  variants: 'none',
  yaml: 'default',
} satisfies HtmlHandlerTable

const own = Object.entries(table).flatMap(
  // Its node is the one that it is listed for.
  ([type, handler]) => (typeof handler === 'string' ? [] : [[type, handler as HtmlHandler] as const]),
)

/** All handlers for one variant. */
export function handlersFor(context: HtmlContext): Handlers {
  const bound = own.map(([type, handle]) => [
    type,
    (state: Parameters<HtmlHandler>[0], node: Nodes) => handle(state, node, context),
  ])
  const all: Handlers = {...defaultHandlers, ...Object.fromEntries(bound)}
  return context.sourceLines === true ? withSourceMarks(all) : all
}

/** A node without a handler is a bug in Parlance, never a `<div>`. */
export function refuseUnknown(_: unknown, node: {type: string}): never {
  throw new Error(`No HTML handler for the node \`${node.type}\``)
}
