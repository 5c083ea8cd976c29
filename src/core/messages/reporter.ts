import type {Node, Point, Position} from 'unist'
import {VFileMessage} from 'vfile-message'
import type {Message, Severity} from '../language/message.ts'
import type {Limits, Settings} from '../language/settings.ts'
import {explain} from './choose.ts'
import {type RuleId, rules, severityOfRule} from './rules.ts'
import {suggest} from './suggest.ts'
import {fatalOf} from './to-json.ts'

/** What a reporter says of one finding. */
export interface Finding {
  /** Some rules weigh more here: in a safety block, or in text that is far too hard. */
  readonly raised?: boolean
  readonly place?: Node | Position | Point | undefined
  /** Path of the file it stands in, where that is not the page's own. */
  readonly file?: string | undefined
  readonly actual?: string
  /** Allowed values, most likely first; also the editor's quick fixes. */
  readonly expected?: readonly string[]
  readonly detail?: string
  /** In place of the rule's own. */
  readonly note?: string
  /** Audience ids that it concerns; absent: the page as a whole. */
  readonly audiences?: Iterable<string> | undefined
}

export type Report = (rule: RuleId, finding: Finding) => void

/** What a project says about its messages. Severities of safety rules are not read. */
type ReporterSettings = Pick<Settings, 'rules' | 'docsUrl'>

/** Collects messages; severities come from the table and, where the table allows it, from the project. */
export class Reporter {
  readonly messages: Message[] = []
  readonly #settings: ReporterSettings
  readonly #file: string | undefined

  /** @param file Path of the page, for findings that name no file. */
  constructor(settings: ReporterSettings, file: string | undefined) {
    this.#settings = settings
    this.#file = file
  }

  readonly report: Report = (rule, finding) => {
    const severity = rules[rule].safety
      ? 'error'
      : (this.#settings.rules.get(rule) ?? severityOfRule(rule, finding.raised ?? false))
    if (severity !== 'off') this.messages.push(this.#message(rule, severity, finding))
  }

  #message(rule: RuleId, severity: Severity, finding: Finding): Message {
    const {actual, expected} = finding
    const near = actual === undefined || expected === undefined ? undefined : suggest(actual, expected)
    const suggestion = actual === undefined || expected === undefined ? '' : explain(actual, expected)
    const reason = rules[rule].text
      .replace('{detail}', () => finding.detail ?? '')
      .replace('{actual}', () => actual ?? '')
      .replace('{suggestion}', () => suggestion)
    const message: Message = new VFileMessage(reason, {
      place: placeOf(finding.place),
      ruleId: rule,
      source: 'parlance',
    })
    message.fatal = fatalOf(severity)
    if (actual !== undefined) message.actual = actual
    if (expected !== undefined)
      message.expected =
        near === undefined ? [...expected] : [near, ...expected.filter(value => value !== near)]
    message.note = finding.note ?? rules[rule].note
    const {docsUrl} = this.#settings
    if (docsUrl !== undefined) message.url = `${docsUrl}/rules/${rule}`
    const file = finding.file ?? fileOf(finding.place) ?? this.#file
    if (file !== undefined) message.file = file
    if (finding.audiences !== undefined) message.audiences = [...finding.audiences]
    return message
  }
}

function fileOf(place: Finding['place']): string | undefined {
  return place !== undefined && 'data' in place ? place.data?.file : undefined
}

function placeOf(place: Finding['place']): Position | Point | undefined {
  if (place === undefined) return undefined
  return 'type' in place ? place.position : place
}

/** Whether an output keeps its bound; reports it where it does not. */
export function withinLimit(output: string, {outputBytes}: Limits, report: Report): boolean {
  // A UTF-16 unit is at most three bytes of UTF-8: most outputs need not be encoded to know.
  if (output.length * 3 <= outputBytes || new TextEncoder().encode(output).length <= outputBytes) return true
  report('limit-exceeded', {detail: `The output has more than ${outputBytes} bytes`})
  return false
}
