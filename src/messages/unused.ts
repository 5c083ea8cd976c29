import type {Document} from '../document/document.ts'
import type {Message} from '../document/message.ts'
import {Reporter} from './reporter.ts'

/** References that a page lists itself and cites for no reader. */
export function reportUnused(document: Document, cited: ReadonlySet<string>): readonly Message[] {
  const {report, messages} = new Reporter(document.settings.rules, document.path)
  for (const {key, place} of document.ownReferences) {
    if (!cited.has(key)) report('reference-unused', {place, actual: key})
  }
  return messages
}
