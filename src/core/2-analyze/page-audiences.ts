import type {Condition, Restriction, Settings} from '../language/index.ts'

/** Whom a page serves. */
export interface PageAudiences {
  /** Promised audience ids, in the order of the configuration. */
  readonly audiences: readonly string[]
  /** Readers of the page as a whole. */
  readonly visibility: Condition
  /** It cannot be understood whom the page is for: its text is shown to nobody. */
  readonly unreadable: boolean
}

/**
 * Work out whom a page serves: those that it names, or all declared, less those that its `for` or `not` shuts out. A page
 * that cannot be understood promises itself to everyone, so that everyone who asks for it gets its messages.
 */
export function pageAudiencesOf(
  {audiences, condition, unreadable}: Restriction,
  settings: Settings,
): PageAudiences {
  const {ids} = settings.audiences
  const everyone: Condition = {audiences: new Set(ids), dimensions: new Map()}
  if (unreadable) return {audiences: ids, visibility: everyone, unreadable}
  const visibility = condition ?? everyone
  return {
    audiences: ids.filter(id => (audiences?.includes(id) ?? true) && visibility.audiences.has(id)),
    visibility,
    unreadable,
  }
}
