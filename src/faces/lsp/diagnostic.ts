import {type Diagnostic, DiagnosticSeverity, type TextEdit} from 'vscode-languageserver/node'
import {type ConfigError, fixesFor, type Message, type Severity, severityOf} from '../../internal.ts'
import {ruleDocsUrl} from '../../project/index.ts'
import {firstLineOf, rangeOf} from './places.ts'

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Fixes of a message, kept with it in the editor. */
export interface OfferedFix {
  readonly edit: TextEdit
  readonly preferred: boolean
}

const top = {line: 1, column: 1}

/**
 * A message as an editor shows it.
 *
 * @param text Text of the document that it is about, for its fixes.
 */
export function diagnosticOf(message: Message, text: string | undefined): Diagnostic {
  const {reason, note, ruleId = '', url, place} = message
  const href = url ?? ruleDocsUrl(ruleId)
  const fixes = text === undefined ? [] : fixesFor(message, text)
  const offered: readonly OfferedFix[] = fixes.map(fix => ({
    edit: {range: rangeOf(fix.place), newText: fix.replacement},
    preferred: fix.preferred,
  }))
  return {
    range: firstLineOf(place ?? top),
    severity: severities[severityOf(message)],
    source: 'parlance',
    code: ruleId,
    ...(href !== undefined && {codeDescription: {href}}),
    message: note === undefined ? reason : `${reason}\n${note}`,
    ...(offered.length > 0 && {data: offered}),
  }
}

/** A configuration that cannot be used, as one message at the first thing that is wrong with it. */
export function configDiagnostic({message, problems}: ConfigError, text: string): Diagnostic {
  const [first] = problems
  const key = first?.path.split('.').findLast(step => !/^\d*$/.test(step)) ?? ''
  const line = key === '' ? -1 : text.split('\n').findIndex(written => written.includes(key))
  return {
    range: firstLineOf({line: first?.line ?? Math.max(line, 0) + 1, column: 1}),
    severity: DiagnosticSeverity.Error,
    source: 'parlance',
    message,
  }
}
