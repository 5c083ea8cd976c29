import {formats} from '../core/5-serialize/formats.ts'
import {serializeJson} from '../core/5-serialize/json/serialize-json.ts'
import {describeVariant} from '../core/5-serialize/meta.ts'
import {
  type Document,
  deepFreeze,
  type Format,
  type Presentation,
  type Rendering,
  type Variant,
} from '../core/language/index.ts'
import {concerning} from '../core/messages/concerning.ts'
import {splitDisabled} from '../core/messages/disables.ts'
import {Reporter, withinLimit} from '../core/messages/reporter.ts'
import {type RenderOptions, readOptions} from './render/render-options.ts'
import {variantOf} from './variant.ts'

/**
 * One variant of a document in one format. Pure and synchronous: the same input gives the same bytes.
 *
 * @param document A compiled document.
 * @param options Audience, format and presentation.
 * @returns The output and facts about it. `value` is empty where the page has an error and `draft` is not
 * set.
 * @throws {RangeError} For an option that is not allowed; the message lists those that are.
 * @example
 * import {compile, render} from 'parlance-md'
 *
 * const document = compile('Hello :clinician[colleague]:patient[there].', {path: 'hello.md'})
 * const {value, messages, citations} = render(document, {audience: 'clinician', page: true})
 */
export function render(document: Document, options: RenderOptions): Rendering {
  const {reader, format, style, presentation} = readOptions(document, options)
  return printVariant(variantOf(document, reader, style), format, presentation)
}

/** A variant in one format, with what a program wants to know of it; frozen. */
export function printVariant(
  {selection, numbering}: Variant,
  format: Format,
  presentation: Presentation,
): Rendering {
  const {document, reader} = selection
  const {report, messages: late} = new Reporter(document.settings, document.path)
  const own = concerning(document.messages, reader.audience, report)
  const found = [...selection.messages, ...numbering.messages]
  const {messages: enabled} = splitDisabled(found, document.disables)
  const early = [...own, ...enabled, ...late]
  const hasErrors = early.some(({fatal}) => fatal === true)
  const held = hasErrors && !presentation.draft
  const shown = {...presentation, draft: hasErrors} // a page without errors needs no notice of them
  const written = held ? '' : formats[format].serialize(selection, numbering, shown)
  const value = withinLimit(written, document.settings.limits, report) ? written : ''
  const meta = describeVariant(selection, numbering, format, value)
  const messages = [...own, ...enabled, ...late]
  const terms = numbering.glossary.map(({id}) => id)
  const rendering = {value, messages, citations: numbering.order, fallbacks: selection.fallbacks, terms, meta}
  return deepFreeze(
    format === 'json' && !held ? {...rendering, value: serializeJson(rendering, document)} : rendering,
  )
}
