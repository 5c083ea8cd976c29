import {type CitationStyle, type Document, deepFreeze, type Numbering, type Reader, type Rendering, type Selection} from './document/index.ts'
import {concerning} from './messages/concerning.ts'
import {Reporter} from './messages/reporter.ts'
import {number} from './number/number.ts'
import {styles} from './references/styles/index.ts'
import {type RenderOptions, readOptions} from './render-options.ts'
import {select} from './select/select.ts'
import {formats, metaOf} from './serialize/formats.ts'

/** The steps before serializing: what the reader gets, and its numbers. */
export function numberVariant(document: Document, reader: Reader, style: CitationStyle): {selection: Selection; numbering: Numbering} {
  const selection = select(document, reader)
  return {selection, numbering: number(selection, style)}
}

/**
 * One variant of a document in one format. Pure and synchronous: the same input gives the same bytes.
 *
 * @param document A compiled document.
 * @param options Audience, format and presentation.
 * @throws {RangeError} For an option that is not allowed; the message lists those that are.
 */
export function render(document: Document, options: RenderOptions): Rendering {
  const {reader, format, style, presentation} = readOptions(document, options, [...formats.keys()], styles)
  const {selection, numbering} = numberVariant(document, reader, style)
  const reporter = new Reporter(document.settings.rules, document.path)
  const messages = [...concerning(document.messages, reader.audience, reporter.report), ...selection.messages, ...numbering.messages, ...reporter.messages]
  const broken = messages.some(message => message.fatal === true)
  return deepFreeze(serialize())
}
