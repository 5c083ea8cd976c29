import {resolve} from 'node:path'
import {type Message, messageToJson} from '../../internal.ts'
import {messageLines} from '../../project/index.ts'

/** A page has errors. Its stack leads to the places in the source, where Vitest then shows the lines. */
export class ContentFailure extends Error {
  override readonly name = 'ContentFailure'

  /**
   * @param path Path of the page from the project's folder.
   * @param root Absolute path of that folder.
   */
  constructor(path: string, errors: readonly Message[], root: string) {
    const count = errors.length === 1 ? 'an error' : `${errors.length} errors`
    super(
      `${path} has ${count}, so no variant of it is published\n${messageLines(errors.map(messageToJson))}`,
    )
    const frames = errors
      .map(messageToJson)
      .filter(({line}) => line !== undefined)
      .map(({file = path, line, column}) => `    at ${resolve(root, file)}:${line}:${column}`)
    this.stack = [`${this.name}: ${this.message}`, ...frames].join('\n')
  }
}
