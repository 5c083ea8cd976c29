import type {Message, Settings} from '../../core/language/index.ts'
import {type Finding, Reporter} from '../../core/messages/reporter.ts'
import type {RuleId} from '../../core/messages/rules.ts'

/**
 * A message from outside the core: a project's, or a face's. Empty where the rule is turned off.
 *
 * @param path Path of the page that it is about.
 */
export function createMessage(
  settings: Settings,
  path: string | undefined,
  rule: RuleId,
  finding: Finding,
): readonly Message[] {
  const {report, messages} = new Reporter(settings, path)
  report(rule, finding)
  return messages
}
