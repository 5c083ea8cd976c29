import type {Document, Message, PageHead, ResolvedConfig} from '../../../internal.ts'

/** A page as it stands now. */
export interface ContentPage {
  /** The compiled page. */
  readonly document: Document
  /** What a check of every variant found. */
  readonly messages: readonly Message[]
  /** Whether no message is an error; a page with errors is shown to no reader. */
  readonly sound: boolean
  /** The same for as long as nothing that the page is made of changes. */
  readonly version: string
  /** Whether this is the last good version of a page that has errors now. */
  readonly stale: boolean
}

/**
 * Where a server takes its pages from. `LiveContent` of `parlance-md/project` is one on disk, `contentOf` one
 * in memory.
 */
export interface Content {
  /** Configuration of the project. */
  readonly config: ResolvedConfig
  /** Rises when anything may have changed. What was made in this generation need not be compared again. */
  readonly generation: number
  /** Why the content cannot be read at present. */
  readonly problem: string | undefined
  /** Pages with sound front matter, by slug. */
  pages(): readonly PageHead[]
  /** Whether there is a page of this slug, sound or not. */
  has(slug: string): boolean
  /** Whether a version is still the page's current one. */
  isCurrent(slug: string, version: string): boolean
  /**
   * A page by its slug; `undefined` where there is none.
   *
   * @throws {Error} Named `ContentMissing`, where it cannot be read at present.
   */
  page(slug: string): ContentPage | undefined | Promise<ContentPage | undefined>
  /** A file that belongs to no single page, by its path as a build writes it: `patient/search.json`. */
  siteFile(file: string): Promise<string | undefined>
}
