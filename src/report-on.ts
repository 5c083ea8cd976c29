import type {Document, Message} from './document/index.ts'
import {type Finding, Reporter} from './messages/reporter.ts'
import type {RuleId} from './messages/rules.ts'

/** A message about a page from outside the core: the project's, or a face's. Empty where the rule is turned off. */
export function reportOn(document: Document, rule: RuleId, finding: Finding): readonly Message[] {
  const {report, messages} = new Reporter(document.settings.rules, document.path)
  report(rule, finding)
  return messages
}
