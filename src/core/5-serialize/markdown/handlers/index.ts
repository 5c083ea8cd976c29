import type {Nodes} from 'mdast'
import type {MarkdownHandlerTable} from '../context.ts'
import {callout} from './callout.ts'
import {citation} from './citation.ts'
import {code, fragment, list, listItem, place, quote} from './flow.ts'
import {footnoteReference} from './footnote-reference.ts'
import {heading} from './heading.ts'
import {link} from './link.ts'
import {paragraph} from './paragraph.ts'
import {crossReference, hardBreak, html, image, inline, span, text} from './phrasing.ts'
import {safety} from './safety.ts'
import {script} from './script.ts'
import {table} from './table.ts'
import {term} from './term.ts'

/**
 * Gone before a tree gets here, or done by the handler of what it stands in: to meet one is an internal
 * error.
 */
const gone = (node: Nodes): never => {
  throw new Error(`Internal error: no Markdown for a node of type \`${node.type}\` here`)
}
/** Printed elsewhere, or not for readers. */
const silent = (): [] => []

/** THE table of what becomes of each node in Markdown. */
export const handlers: MarkdownHandlerTable = {
  blockquote: quote,
  branch: gone,
  break: hardBreak,
  callout,
  calloutTitle: gone,
  citation,
  code,
  containerDirective: gone,
  crossReference,
  definition: silent,
  delete: inline,
  emphasis: inline,
  footnoteDefinition: silent,
  footnoteReference,
  fragment,
  heading,
  html,
  image,
  imageReference: gone,
  inlineCode: text,
  leafDirective: gone,
  link,
  linkReference: gone,
  list,
  listItem,
  paragraph,
  place,
  root: gone,
  safety,
  say: gone,
  span,
  strong: inline,
  subscript: script,
  superscript: script,
  table,
  tableCell: gone,
  tableRow: gone,
  term,
  text,
  textDirective: gone,
  thematicBreak: node => [node],
  variants: gone,
  yaml: silent,
}
