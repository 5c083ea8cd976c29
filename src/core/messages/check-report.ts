import type {Message} from '../language/message.ts'
import type {CitationRow} from './citation-table.ts'
import type {MatrixRow} from './matrix.ts'

/** What `check` finds. */
export interface CheckReport {
  /**
   * All messages of the page and of every variant, each once: errors first, then warnings, each in order of
   * file and place.
   */
  readonly messages: readonly Message[]
  /** Which wording each served audience gets in each group and safety block. */
  readonly matrix: readonly MatrixRow[]
  /** Which number each cited work has for each kind of reader. */
  readonly citations: readonly CitationRow[]
}
