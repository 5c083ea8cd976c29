import type {Position} from 'unist'

/** A comment that disables a rule on the line below it: `<!-- parlance-disable-next-line rule -- why -->`. */
export interface Disable {
  /** Rule id. */
  readonly rule: string
  /** Line whose messages are meant. */
  readonly line: number
  /** File that the comment stands in. */
  readonly file: string | undefined
  /** Place of the comment. */
  readonly place: Position
}
