import type {VFileMessage} from 'vfile-message'

/** How much a message weighs: an `error` keeps a page from being published. */
export type Severity = 'info' | 'warning' | 'error'

/**
 * A diagnostic: `reason`, `place`, `ruleId`, `source: 'parlance'`, `fatal` (`true` error, `false` warning,
 * `undefined` info), `file`, `actual`, `expected`, `note`, `url`.
 */
export interface Message extends VFileMessage {
  /** Audience ids whose variants it concerns; absent: the page as a whole. */
  audiences?: readonly string[]
}
