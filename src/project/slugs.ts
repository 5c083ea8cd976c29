import {type Message, reportOn, type Settings} from '../index.ts'

/** Two pages cannot stand in one place, and none can stand where an audience's pages are. */
export class Slugs {
  readonly #taken = new Map<string, string>()
  readonly #settings: Settings

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /**
   * Take a place for a page; earlier ones keep theirs.
   *
   * @param path Path of its source, which the messages are about.
   * @returns What is wrong with its slug.
   */
  take(slug: string, path: string): readonly Message[] {
    const first = slug.split('/')[0] ?? ''
    const other = this.#taken.get(slug)
    this.#taken.set(slug, other ?? path)
    const report = (detail: string) => reportOn(this.#settings, path, 'slug-taken', {actual: slug, detail})
    if (other !== undefined) return report(`The slug \`${slug}\` is taken by \`${other}\``)
    if (!this.#settings.audiences.has(first)) return []
    return report(`The slug \`${slug}\` begins with the id of an audience, where that audience’s pages stand`)
  }
}
