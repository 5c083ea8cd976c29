import type {Condition, Restriction, Settings} from '../language/index.ts'

/** The audiences that a page serves. */
export interface PageAudiences {
  /** Promised audience ids, in the order of the configuration. */
  readonly audiences: readonly string[]
  /** Readers of the page as a whole. */
  readonly visibility: Condition
  /** The front matter does not say clearly who may see the page: no reader gets its text. */
  readonly unreadable: boolean
}

/**
 * The audiences that a page serves: those that it names, or all declared, without those that its `for` or
 * `not` excludes. A page with unreadable front matter serves every audience, so that each request for it gets
 * its messages.
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
