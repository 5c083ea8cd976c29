import {type Message, messageToJson} from '../../index.ts'

const commands = {error: 'error', warning: 'warning', info: 'notice'} as const

/**
 * Messages as annotations of a GitHub workflow.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function githubReport(messages: readonly Message[]): string {
  return messages
    .map(message => {
      const {severity, file, line, column, endLine, endColumn, ruleId, reason, note} = messageToJson(message)
      const properties = Object.entries({file, line, col: column, endLine, endColumn, title: ruleId})
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      return `::${commands[severity]} ${properties.join(',')}::${escapeData(note === undefined ? reason : `${reason}\n${note}`)}\n`
    })
    .join('')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
