import type {JsonMessage} from '../../internal.ts'

/**
 * Messages for a failure: where, what, which rule, and how to fix it.
 *
 * @param messages As plain data.
 */
export function messageLines(messages: readonly JsonMessage[]): string {
  return messages
    .map(({file = 'the source', line, column, severity, reason, ruleId, note, url}) => {
      const place = line === undefined ? file : `${file}:${line}:${column}`
      const mend = [note, url].filter(Boolean).join(' ')
      return `  ${place} ${severity} ${reason} (${ruleId})${mend === '' ? '' : `\n    ${mend}`}`
    })
    .join('\n')
}
