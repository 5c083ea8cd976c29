import type {JsonMessage} from '../../../internal.ts'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Messages as annotations of a GitHub workflow.
 *
 * @param fileOf Path from the repository's folder, by the path that a message names.
 * @see
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function githubReport(messages: readonly JsonMessage[], fileOf: (path: string) => string): string {
  return messages
    .map(message => {
      const {severity, file, line, column, endLine, endColumn, ruleId, reason, note, url} = message
      const place = {line, col: column, endLine, endColumn}
      const properties = Object.entries({
        ...(file !== undefined && {file: fileOf(file)}),
        ...place,
        title: ruleId,
      })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      const text = [reason, note, url].filter(part => part !== undefined).join('\n')
      return `::${commands[severity]} ${properties.join(',')}::${escapeData(text)}\n`
    })
    .join('')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
