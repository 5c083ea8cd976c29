import type {Condition, Restriction, Settings} from '../language/index.ts'

/** Whom a page serves. */
export interface PagePromise {
  /** Promised audience ids, in the order of the configuration. */
  readonly audiences: readonly string[]
  /** Readers of the page as a whole. */
  readonly reach: Condition
  /** It cannot be understood whom the page is for: its text is shown to nobody. */
  readonly doubtful: boolean
}

/**
 * Work out whom a page serves: those that it names, or all declared, less those that its `for` or `not` shuts out. A page
 * that cannot be understood promises itself to everyone, so that everyone who asks for it gets its messages.
 */
export function promiseOf({audiences, condition, doubtful}: Restriction, settings: Settings): PagePromise {
  const {ids} = settings.audiences
  const everyone: Condition = {audiences: new Set(ids), dimensions: new Map()}
  if (doubtful) return {audiences: ids, reach: everyone, doubtful}
  const reach = condition ?? everyone
  return {
    audiences: ids.filter(id => (audiences?.includes(id) ?? true) && reach.audiences.has(id)),
    reach,
    doubtful,
  }
}
