import {type Document, deepFreeze} from './document/index.ts'
import type {CheckReport} from './messages/check-report.ts'
import {completeness} from './messages/matrix.ts'
import {mergeMessages} from './messages/merge.ts'
import {reportUnused} from './messages/unused.ts'
import {findStyle} from './render-options.ts'
import {reportLeaks} from './report-leaks.ts'
import {readersOf} from './select/reader.ts'
import {variantOf} from './variant.ts'

/**
 * Select and number every variant of a document, look for leaks in all its formats, and keep what was found.
 *
 * @param document A compiled document.
 * @returns All messages, each once, and the completeness matrix; frozen.
 */
export function check(document: Document): CheckReport {
  const style = findStyle(document.settings.citationStyle)
  const cited = new Set<string>()
  const found = [...document.messages]
  for (const reader of readersOf(document)) {
    const {selection, numbering} = variantOf(document, reader, style)
    for (const {key} of numbering.order) cited.add(key)
    found.push(...selection.messages, ...numbering.messages, ...reportLeaks(selection, numbering))
  }
  found.push(...reportUnused(document, cited))
  return deepFreeze({messages: mergeMessages(found), matrix: completeness(document)})
}
