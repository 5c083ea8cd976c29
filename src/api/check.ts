import {nameOf, readersOf} from '../core/3-select/reader.ts'
import {type Document, deepFreeze, type Message, type Variant} from '../core/language/index.ts'
import type {CheckReport} from '../core/messages/check-report.ts'
import {citationTable} from '../core/messages/citation-table.ts'
import {reportUnused, splitDisabled} from '../core/messages/disables.ts'
import {completeness} from '../core/messages/matrix.ts'
import {mergeMessages} from '../core/messages/merge.ts'
import {type OptionNames, refuseUnknown} from '../core/messages/refuse-unknown.ts'
import {Reporter} from '../core/messages/reporter.ts'
import type {RuleId} from '../core/messages/rules.ts'
import {reportJargon} from './check/report-jargon.ts'
import {reportLeaks} from './check/report-leaks.ts'
import {reportReferences} from './check/report-references.ts'
import {reportUnreached} from './check/report-unreached.ts'
import {findStyle} from './render/render-options.ts'
import {variantOf} from './variant.ts'

/** Options of `check`. */
export interface CheckOptions {
  /**
   * What else was looked into, by rule: messages of `checkReadability` and of a project. They are sorted in
   * with the others, and comments of the page disable them as well. Default: nothing.
   */
  readonly further?: Readonly<Partial<Record<RuleId, readonly Message[]>>>
}

const checkOptions: OptionNames<CheckOptions> = {further: true}

/**
 * Select and number every variant of a document, look for leaks in it, and keep what was found.
 *
 * @param document A compiled document.
 * @param options What was found from outside.
 * @returns All messages that no comment disables, each once, and the completeness matrix; frozen.
 * @throws {RangeError} For an unknown option.
 * @example
 * import {check, compile} from 'parlance-md'
 *
 * const {messages, matrix} = check(compile(':::patient\nTake one a day.\n:::', {path: 'dose.md'}))
 * const errors = messages.filter(({fatal}) => fatal === true)
 */
export function check(document: Document, options: CheckOptions = {}): CheckReport {
  refuseUnknown(options, checkOptions)
  const {further = {}} = options
  const {settings, path, disables} = document
  const style = findStyle(settings, settings.citationStyle)
  const numbers = new Map<string, ReadonlyMap<string, number>>()
  const variants: Variant[] = []
  const found = [...document.messages, ...document.disabled, ...Object.values(further).flat()]
  for (const reader of readersOf(document)) {
    const variant = variantOf(document, reader, style)
    const {selection, numbering} = variant
    variants.push(variant)
    numbers.set(nameOf(reader), new Map(numbering.order.map(({key, number}) => [key, number])))
    found.push(...selection.messages, ...numbering.messages, ...reportLeaks(variant))
  }
  const selections = variants.map(({selection}) => selection)
  found.push(...reportReferences(document, style, numbers), ...reportJargon(document, selections))
  found.push(...reportUnreached(document, variants))
  const {report, messages: unused} = new Reporter(settings, path)
  reportUnused(disables, found, new Set(Object.keys(further)), report)
  return deepFreeze({
    messages: mergeMessages([...splitDisabled(found, disables).messages, ...unused]),
    matrix: completeness(document),
    citations: citationTable(document, numbers),
  })
}
