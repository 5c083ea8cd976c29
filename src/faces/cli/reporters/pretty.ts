import picocolors from 'picocolors'
import type {Colors} from 'picocolors/types.js'
import type {JsonMessage, Severity} from '../../../internal.ts'
import {codeFrame, printable} from '../../../project/index.ts'

/** How a report may look, and where it finds the sources that it quotes. */
export interface PrettyOptions {
  /** Whether escape codes may be used. */
  readonly color: boolean
  /** Columns of the terminal. */
  readonly columns: number
  /** A source by the path that messages name; without it no lines are quoted. */
  readonly read?: (path: string) => string | Uint8Array | undefined
}

/**
 * Messages for people as `prettyMessages` has them, and how many there are.
 *
 * @param messages Page by page; of each page errors first, then in order of file and place.
 * @returns Empty where there are none.
 */
export function prettyReport(messages: readonly JsonMessage[], options: PrettyOptions): string {
  if (messages.length === 0) return ''
  return `${prettyMessages(messages, options)}\n${countLine(messages, picocolors.createColors(options.color))}\n`
}

/**
 * Messages for people, file by file: what was found, which readers it concerns, the lines where it stands,
 * the nearest allowed value, how to fix it, and where to read more. The last two stand with the first message
 * of each rule.
 *
 * @param messages Page by page; of each page errors first, then in order of file and place.
 * @returns Empty where there are none.
 */
export function prettyMessages(messages: readonly JsonMessage[], options: PrettyOptions): string {
  const files = new Map<string | undefined, JsonMessage[]>()
  for (const message of messages) {
    const known = files.get(message.file)
    if (known === undefined) files.set(message.file, [message])
    else known.push(message)
  }
  const colors = picocolors.createColors(options.color)
  const told = new Set<string>()
  return [...files].map(([path, found]) => fileReport(path, found, told, options, colors)).join('\n')
}

/** `✖ 1 error, 2 warnings`. */
export function countLine(messages: readonly JsonMessage[], colors: Colors): string {
  const names = {error: 'error', warning: 'warning', info: 'note'} as const
  const worst = severities.find(severity => messages.some(message => message.severity === severity))
  if (worst === undefined) return colors.green('✔ nothing to report')
  const counts = severities.flatMap(severity => {
    const count = messages.filter(message => message.severity === severity).length
    return count === 0 ? [] : [`${count} ${names[severity]}${count === 1 ? '' : 's'}`]
  })
  const sign = {error: '✖', warning: '⚠', info: 'ℹ'}[worst]
  return paint(worst, colors)(`${sign} ${counts.join(', ')}`)
}

/** The worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

function fileReport(
  path: string | undefined,
  messages: readonly JsonMessage[],
  told: Set<string>,
  options: PrettyOptions,
  colors: Colors,
): string {
  const lines = path === undefined ? undefined : linesOf(path, options)
  const heading = colors.bold(colors.underline(printable(path ?? 'the project')))
  const blocks = messages.map(message => {
    const isFirst = !told.has(message.ruleId) && message.severity !== 'info'
    if (isFirst) told.add(message.ruleId)
    return messageBlock(message, lines, isFirst, options, colors)
  })
  return `${heading}\n\n${blocks.join('\n')}`
}

function linesOf(path: string, {read}: PrettyOptions): readonly string[] | undefined {
  const source = read?.(path)
  if (source === undefined) return undefined
  const text = typeof source === 'string' ? source : new TextDecoder().decode(source)
  return text.split(/\r\n|\r|\n/)
}

function messageBlock(
  message: JsonMessage,
  lines: readonly string[] | undefined,
  isFirst: boolean,
  options: PrettyOptions,
  colors: Colors,
): string {
  const {ruleId, severity, file, line, column, note, url, audiences} = message
  const place = [file, line, line === undefined ? undefined : column].filter(part => part !== undefined)
  const whom = audiences === undefined || audiences.length === 0 ? '' : `  for ${audiences.join(', ')}`
  const name = paint(severity, colors)(severity)
  const where = place.length === 0 ? '' : `${colors.cyan(printable(place.join(':')))}  `
  const {reason, suggestion, allowed} = takeApart(message)
  const told = quoted(printable(reason), colors)
  const head = `  ${where}${name}  ${colors.dim(`${ruleId}${whom}`)}\n    ${told}\n`
  const indented = (text: string): string => `    ${text}\n`
  const more = [
    ...(suggestion === undefined
      ? []
      : [indented(`${colors.green('Did you mean')} ${quoted(`\`${suggestion}\``, colors)}?`)]),
    ...(allowed === undefined ? [] : [indented(colors.dim(`Allowed: ${printable(allowed)}`))]),
  ]
  if (severity === 'info') return `${head}${more.join('')}`
  const frame =
    lines === undefined || line === undefined
      ? []
      : codeFrame(lines, {...message, line, column: column ?? 1}, options.columns - 6, colors)
  const quote = frame.length === 0 ? '' : `\n${frame.map(text => `      ${text}\n`).join('')}`
  const remedy = [
    ...(note === undefined ? [] : [`${colors.bold('How to fix it:')} ${printable(note)}`]),
    colors.dim(url ?? `parlance rules ${ruleId}`),
  ]
  const mended = isFirst ? `\n${remedy.map(indented).join('')}` : ''
  return `${head}${more.join('')}${quote}${mended}`
}

/** What a reason says behind its colon of other values stands on lines of its own. */
function takeApart({reason}: JsonMessage): {reason: string; suggestion?: string; allowed?: string} {
  const [, what, near, , allowed] =
    /^([\s\S]*?)(?:: did you mean `([^`]*)`\?|\.(?= Allowed: ))( Allowed: ([\s\S]*)\.)?$/.exec(reason) ?? []
  if (what === undefined) return {reason}
  return {
    reason: what,
    ...(near !== undefined && {suggestion: near}),
    ...(allowed !== undefined && {allowed}),
  }
}

/** What stands between backticks is what an author typed, or may type. */
function quoted(text: string, colors: Colors): string {
  return text.replace(/`[^`]+`/g, code => colors.bold(code))
}

function paint(severity: Severity, colors: Colors): Colors['bold'] {
  return {error: colors.red, warning: colors.yellow, info: colors.blue}[severity]
}
