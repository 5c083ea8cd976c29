import {type Document, deepFreeze} from './document/index.ts'
import type {CheckReport} from './messages/check-report.ts'
import {citationTable} from './messages/citation-table.ts'
import {completeness} from './messages/matrix.ts'
import {mergeMessages} from './messages/merge.ts'
import {findStyle} from './render-options.ts'
import {reportLeaks} from './report-leaks.ts'
import {reportReferences} from './report-references.ts'
import {nameOf, readersOf} from './select/reader.ts'
import {variantOf} from './variant.ts'

/**
 * Select and number every variant of a document, look for leaks in all its formats, and keep what was found.
 *
 * @param document A compiled document.
 * @returns All messages, each once, and the completeness matrix; frozen.
 */
export function check(document: Document): CheckReport {
  const style = findStyle(document.settings, document.settings.citationStyle)
  const numbers = new Map<string, ReadonlyMap<string, number>>()
  const found = [...document.messages]
  for (const reader of readersOf(document)) {
    const {selection, numbering} = variantOf(document, reader, style)
    numbers.set(nameOf(reader), new Map(numbering.order.map(({key, number}) => [key, number])))
    found.push(...selection.messages, ...numbering.messages, ...reportLeaks(selection, numbering))
  }
  found.push(...reportReferences(document, numbers))
  return deepFreeze({
    messages: mergeMessages(found),
    matrix: completeness(document),
    citations: citationTable(document, numbers),
  })
}
