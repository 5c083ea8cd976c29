import type {TextHandlerTable} from '../context.ts'
import {callout} from './callout.ts'
import {citation} from './citation.ts'
import {code} from './code.ts'
import {blockquote, paragraph, place, thematicBreak} from './flow.ts'
import {heading} from './heading.ts'
import {html} from './html.ts'
import {inlineCode} from './inline-code.ts'
import {link} from './link.ts'
import {list} from './list.ts'
import {footnoteReference, image, script, struck, text} from './phrasing.ts'
import {safety} from './safety.ts'
import {table} from './table.ts'
import {term} from './term.ts'
import {transparent} from './transparent.ts'

/** Printed by the handler of what it stands in. */
const part = {}
/** Gone before a tree gets here: to meet one is an internal error. */
const gone = {}
/** Printed elsewhere, or not for readers. */
const silent = {flow: () => [], phrasing: () => ''}

/** THE table of what becomes of each node in text. */
export const handlers: TextHandlerTable = {
  blockquote: {flow: blockquote},
  branch: gone,
  break: {phrasing: () => '\n'},
  callout: {flow: callout},
  calloutTitle: part,
  citation: {phrasing: citation},
  code: {flow: code},
  containerDirective: gone,
  crossReference: transparent,
  definition: silent,
  delete: {phrasing: struck},
  emphasis: transparent,
  footnoteDefinition: silent,
  footnoteReference: {phrasing: footnoteReference},
  fragment: transparent,
  heading: {flow: heading},
  html,
  image: {phrasing: image},
  imageReference: gone,
  inlineCode: {phrasing: inlineCode},
  leafDirective: gone,
  link: {phrasing: link},
  linkReference: gone,
  list: {flow: list},
  listItem: part,
  paragraph: {flow: paragraph},
  place: {flow: place},
  root: transparent,
  safety: {flow: safety},
  say: gone,
  span: transparent,
  strong: transparent,
  subscript: {phrasing: script},
  superscript: {phrasing: script},
  table: {flow: table},
  tableCell: part,
  tableRow: part,
  term,
  text: {phrasing: text},
  textDirective: gone,
  thematicBreak: {flow: thematicBreak},
  variants: gone,
  yaml: silent,
}
