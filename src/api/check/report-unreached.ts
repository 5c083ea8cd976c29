import {findUnreached} from '../../checks/account/unreached.ts'
import {type Document, excerptOf, type Message, plainText, type Variant} from '../../core/language/index.ts'
import {Reporter} from '../../core/messages/reporter.ts'

/**
 * Text of a page that none of its readers gets and that its author did not leave out on purpose, and notes
 * that nothing calls. For authors alone: what one variant says is no business of another's readers.
 *
 * @param variants One for each kind of reader.
 */
export function reportUnreached(document: Document, variants: readonly Variant[]): readonly Message[] {
  const {report, messages} = new Reporter(document.settings, document.path)
  const {texts, notes} = findUnreached(document, variants)
  for (const node of texts) {
    const detail = `No reader of the page gets “${excerptOf(plainText([node]))}”`
    report('text-unreached', {place: node, detail, audiences: []})
  }
  const missed = new Set(
    document.messages.flatMap(({ruleId, actual = '', expected = []}) =>
      ruleId === 'footnote-missing' ? [actual, ...expected] : [],
    ),
  )
  for (const {note, instead} of notes) {
    const name = `[^${note.label ?? note.identifier}]`
    if (missed.has(name)) continue // what should call it was reported
    const line = instead?.position?.start.line
    const detail =
      line === undefined
        ? `Nothing calls the footnote \`${name}\`, so no reader gets it`
        : `The footnote \`${name}\` is defined in line ${line} already: no reader gets this one`
    report('footnote-uncalled', {place: note, actual: name, detail, audiences: []})
  }
  return messages
}
