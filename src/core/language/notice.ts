import type {Document} from './document.ts'

/**
 * What a page says of itself while its review is not done: the site’s notice, else that it is not approved.
 */
export function noticeOf({review, settings, locale}: Document): string | undefined {
  if (review?.status === 'approved') return undefined
  return settings.site.banner ?? (review && settings.labels(locale).notApproved)
}

/** Whether search engines are asked not to list a page. */
export function isUnlisted({review, settings}: Document): boolean {
  const {robots} = settings.site
  return robots === 'none' || (robots === 'approved' && review?.status !== 'approved')
}
