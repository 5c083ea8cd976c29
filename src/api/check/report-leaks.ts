import {findUnseen} from '../../checks/visibility/find-unseen.ts'
import type {Message, Variant} from '../../core/language/index.ts'
import {Reporter} from '../../core/messages/reporter.ts'

/** Look for what the reader of a variant may not see in it. */
export function reportLeaks(variant: Variant): readonly Message[] {
  const {document, reader} = variant.selection
  const {report, messages} = new Reporter(document.settings, document.path)
  for (const {part, place, file} of findUnseen(variant)) {
    const detail = `Text that \`${reader.audience}\` may not see stands in their ${part}: this is a bug of Parlance, please report it`
    report('leak', {place, file, actual: part, detail, audiences: [reader.audience]})
  }
  return messages
}
