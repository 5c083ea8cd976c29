import {type CodeAction, CodeActionKind, type Diagnostic, type Range} from 'vscode-languageserver/node'
import type {OfferedFix} from './diagnostic.ts'

/**
 * Quick fixes for what is shown in a range.
 *
 * @param diagnostics What the editor shows for the document, as it was sent.
 * @param version Version of the document that they are about.
 */
export function codeActionsIn(
  range: Range,
  diagnostics: readonly Diagnostic[],
  uri: string,
  version: number,
): CodeAction[] {
  return diagnostics
    .filter(diagnostic => meet(diagnostic.range, range))
    .flatMap(diagnostic => {
      const offered = (diagnostic.data ?? []) as readonly OfferedFix[] // what was sent along
      return offered.map(({edit, preferred}) => ({
        title: `Change to \`${edit.newText}\``,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: preferred,
        edit: {documentChanges: [{textDocument: {uri, version}, edits: [edit]}]},
      }))
    })
}

function meet(left: Range, right: Range): boolean {
  return isBefore(left.start, right.end) && isBefore(right.start, left.end)
}

function isBefore(left: Range['start'], right: Range['start']): boolean {
  return left.line < right.line || (left.line === right.line && left.character <= right.character)
}
