import type {Message, Variant} from './document/index.ts'
import {Reporter} from './messages/reporter.ts'
import {findUnseen} from './visibility/find-unseen.ts'

/** Look for what the reader of a variant may not see in it. */
export function reportLeaks(variant: Variant): readonly Message[] {
  const {document, reader} = variant.selection
  const {report, messages} = new Reporter(document.settings.rules, document.path)
  for (const {part, place, file} of findUnseen(variant)) {
    const detail = `Text that \`${reader.audience}\` may not see stands in their ${part}: this is a bug of Parlance, please report it`
    report('leak', {place, file, actual: part, detail, audiences: [reader.audience]})
  }
  return messages
}
