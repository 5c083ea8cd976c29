import type {Message, Severity} from '../language/message.ts'

/** A message as programs read it; absent fields are left out. */
export interface JsonMessage {
  readonly ruleId: string
  readonly severity: Severity
  readonly reason: string
  readonly file?: string
  /** From 1. */
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly actual?: string
  readonly expected?: readonly string[]
  readonly note?: string
  readonly url?: string
  readonly audiences?: readonly string[]
}

export function messageToJson(message: Message): JsonMessage {
  const {ruleId = '', reason, file, line, column, place, actual, expected, note, url, audiences} = message
  const end = place !== undefined && 'end' in place ? place.end : undefined
  const fields = {
    file,
    line,
    column,
    endLine: end?.line,
    endColumn: end?.column,
    actual,
    expected,
    note,
    url,
    audiences,
  }
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)
  return {ruleId, severity: severityOf(message), reason, ...Object.fromEntries(present)}
}

/** @see https://github.com/vfile/vfile-message#fields (`fatal`) */
export function severityOf({fatal}: Message): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'info'
}

/** The `fatal` of a message of this severity. */
export function fatalOf(severity: Severity): boolean | undefined {
  return severity === 'error' ? true : severity === 'warning' ? false : undefined
}
