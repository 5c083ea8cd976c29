import type {Condition, Settings} from '../document/index.ts'

/** Whom a page serves. */
export interface PagePromise {
  /** Promised audience ids, in the order of the configuration. */
  readonly audiences: readonly string[]
  /** Readers of the page as a whole. */
  readonly reach: Condition
}

/** What the front matter says of its readers. */
export interface Restriction {
  readonly audiences?: readonly string[]
  readonly condition?: Condition
  /** It cannot be understood: nobody may see the page. */
  readonly doubtful: boolean
}

/** Work out whom a page serves: those that it names, or all declared, less those that its `for` or `not` shuts out. */
export function promiseOf({audiences, condition, doubtful}: Restriction, settings: Settings): PagePromise {
  const {ids} = settings.audiences
  if (doubtful) return {audiences: [], reach: {audiences: new Set(), dimensions: new Map()}}
  const reach = condition ?? {audiences: new Set(ids), dimensions: new Map()}
  return {audiences: ids.filter(id => (audiences?.includes(id) ?? true) && reach.audiences.has(id)), reach}
}
