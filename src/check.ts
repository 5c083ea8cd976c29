import {type Document, deepFreeze, type Message} from './document/index.ts'
import {completeness, type MatrixRow} from './messages/matrix.ts'
import {mergeMessages} from './messages/merge.ts'
import {Reporter} from './messages/reporter.ts'
import {number} from './number/number.ts'
import {groupOf} from './references/group-of.ts'
import {findStyle} from './render-options.ts'
import {readersOf} from './select/reader.ts'
import {select} from './select/select.ts'

/** What `check` finds. */
export interface CheckReport {
  /** All messages of the page and of every variant, each once, in order of file and place. */
  readonly messages: readonly Message[]
  /** Which wording each promised audience gets in each group and safety block. */
  readonly matrix: readonly MatrixRow[]
}

/**
 * Select and number every variant of a document and keep what was found.
 *
 * @param document A compiled document.
 */
export function check(document: Document): CheckReport {
  const {rules, citationStyle} = document.settings
  const style = findStyle(citationStyle)
  const reporter = new Reporter(rules, document.path)
  const cited = new Set<string>()
  const found: Message[] = [...document.messages]
  for (const reader of readersOf(document)) {
    const selection = select(document, reader)
    const numbering = number(selection, style, groupOf)
    for (const {key} of numbering.order) cited.add(key)
    found.push(...selection.messages, ...numbering.messages)
  }
  for (const {key, place} of document.ownReferences) {
    if (!cited.has(key)) reporter.report('reference-unused', {place, actual: key})
  }
  return deepFreeze({
    messages: mergeMessages([...found, ...reporter.messages]),
    matrix: completeness(document),
  })
}
