import {VFile} from 'vfile'
import {reporter} from 'vfile-reporter'
import type {Message} from '../../index.ts'

/**
 * Messages for people: by file, with place, rule and how to mend it.
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
  return `${reporter([...files.values()], {color, verbose: true})}\n`
}
