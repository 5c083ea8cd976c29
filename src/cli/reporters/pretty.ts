import {VFile} from 'vfile'
import {reporter} from 'vfile-reporter'
import {type Message, severityOf} from '../../index.ts'

/**
 * Messages for people: by file with place and rule, then how to mend each kind of error and warning, once.
 *
 * @param messages In order of file and place.
 * @param color Whether escape codes may be used.
 */
export function prettyReport(messages: readonly Message[], color: boolean): string {
  if (messages.length === 0) return ''
  const files = new Map<string, VFile>()
  for (const message of messages) {
    const path = message.file ?? '<stdin>'
    const file = files.get(path) ?? new VFile({path})
    file.messages.push(message)
    files.set(path, file)
  }
  return `${reporter([...files.values()], {color})}\n${remedies(messages)}`
}

function remedies(messages: readonly Message[]): string {
  const lines = new Set<string>()
  for (const message of messages) {
    if (severityOf(message) === 'info' || message.note === undefined) continue
    lines.add(`  ${message.ruleId}: ${message.note} ${message.url ?? ''}`.trimEnd())
  }
  return lines.size === 0 ? '' : `How to mend it:\n${[...lines].sort().join('\n')}\n`
}
