import {createMessage, type JsonMessage, messageToJson, type Settings} from '../../internal.ts'
import type {BuiltPage} from '../build/built-page.ts'
import type {PageRecord} from '../pages/render-page.ts'

/** Two pages cannot stand in one place, and none can stand where an audience's pages are. */
export class Slugs {
  readonly #taken = new Map<string, string>()
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** A page that was not made again, with what its slug has to do with those before it. */
  told({path, slug, messages}: PageRecord): BuiltPage {
    return {path, messages: [...messages, ...this.take(slug, path)], outputs: [], unchanged: true}
  }

  /**
   * Take a place for a page; earlier ones keep theirs.
   *
   * @param path Path of its source, which the messages are about.
   * @returns What is wrong with its slug.
   */
  take(slug: string, path: string): readonly JsonMessage[] {
    const first = slug.split('/')[0] ?? ''
    const other = this.#taken.get(slug)
    this.#taken.set(slug, other ?? path)
    const report = (detail: string) =>
      createMessage(this.#settings, path, 'slug-taken', {actual: slug, detail}).map(messageToJson)
    if (other !== undefined) return report(`The slug \`${slug}\` is taken by \`${other}\``)
    if (!this.#settings.audiences.has(first)) return []
    return report(`The slug \`${slug}\` begins with the id of an audience, where that audience’s pages stand`)
  }
}
