import type {Condition} from './condition.ts'

/** The readers of a page, as its front matter says. */
export interface Restriction {
  /** Ids of the audiences that the page serves; absent: all declared. */
  readonly audiences?: readonly string[]
  /** `for`, `not` and further dimensions together; absent: everyone. */
  readonly condition?: Condition
  /** The front matter does not say it clearly: no reader may see the page. */
  readonly unreadable: boolean
}
