import type {Message, Severity} from '../language/message.ts'

/** A message as programs read it; absent fields are left out. */
export interface JsonMessage {
  /** Id of the rule, as in `parlance rules`. */
  readonly ruleId: string
  /** After the configuration’s `rules`. */
  readonly severity: Severity
  /** What is wrong, in one sentence. */
  readonly reason: string
  /** Path of the source. */
  readonly file?: string
  /** From 1. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
  /** From 1. */
  readonly endLine?: number
  /** From 1; behind the last character. */
  readonly endColumn?: number
  /** The value that was found. */
  readonly actual?: string
  /** Values that are allowed, the nearest first. */
  readonly expected?: readonly string[]
  /** How to fix it. */
  readonly note?: string
  /** Page of the rule, with `docsUrl`. */
  readonly url?: string
  /** Ids of the audiences that it concerns. Absent: all. */
  readonly audiences?: readonly string[]
}

/**
 * A message as plain data, for programs.
 *
 * @param message Of `compile`, `render` or `check`.
 * @returns Only the fields that the message has.
 */
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
