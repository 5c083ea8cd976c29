import type {AudienceTable, FindMarkup, Limits} from '../language/index.ts'
import type {Report} from '../messages/reporter.ts'

/** What reading the front matter of a page needs in addition to its text. */
export interface FrontMatterContext {
  /** The whole source. */
  readonly text: string
  readonly audiences: AudienceTable
  /** Names of further dimensions: such a key restricts the page too. */
  readonly dimensions: ReadonlyMap<string, {readonly values: readonly string[]}>
  readonly limits: Limits
  readonly report: Report
  readonly findMarkup: FindMarkup
  /** Locale of a page that names none. */
  readonly locale: string
}
