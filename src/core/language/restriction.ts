import type {Condition} from './condition.ts'

/** Whom a page is for, as its front matter says. */
export interface Restriction {
  /** Ids that the page promises to serve; absent: all declared. */
  readonly audiences?: readonly string[]
  /** `for`, `not` and further dimensions together; absent: everyone. */
  readonly condition?: Condition
  /** It says so in a way that cannot be understood: nobody may see the page. */
  readonly unreadable: boolean
}
