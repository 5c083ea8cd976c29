import type {Message, Numbering, Selection} from './document/index.ts'
import {LeakCheck} from './leak/find-leaks.ts'
import {Reporter} from './messages/reporter.ts'
import {printShell} from './print-shell.ts'
import {formatNames, formats} from './serialize/formats.ts'

/** Write a variant in every format, as a whole page, and look for text of other readers in it. */
export function reportLeaks(selection: Selection, numbering: Numbering): readonly Message[] {
  const {document, reader} = selection
  const {report, messages} = new Reporter(document.settings.rules, document.path)
  const leaks = new LeakCheck({selection, numbering}, printShell({selection, numbering}))
  const written = new Set<unknown>() // what two formats have in common is written and read once
  for (const format of formatNames) {
    const {serialize} = formats[format]
    if (written.has(serialize)) continue
    written.add(serialize)
    const output = serialize(selection, numbering, {page: true, width: 0, draft: false})
    leaks.report(output, format, reader.audience, report)
  }
  return messages
}
