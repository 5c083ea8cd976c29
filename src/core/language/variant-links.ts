import type {Settings} from './settings.ts'

/**
 * Way from one page of a site to another, so that a site works in any folder and from a file system.
 *
 * @param from Folder of the page that links, without slashes at its ends: `patient/warfarin`.
 * @param to Folder of the other page.
 */
export function relativeHref(from: string, to: string): string {
  const up = from === '' ? '' : '../'.repeat(from.split('/').length)
  return to === '' ? up || './' : `${up}${encodePath(to)}/`
}

/** Folder of a variant below the site's root. */
export function variantFolder(audience: string, slug: string): string {
  return `${audience}/${slug}`
}

/** Absolute URL of a variant, where the site says where it is published. */
export function variantUrl({site}: Settings, audience: string, slug: string): string | undefined {
  return absoluteUrl(site.url, variantFolder(audience, slug))
}

/** Absolute URL of a page, where the site says where it is published. */
export function absoluteUrl(site: string | undefined, folder: string): string | undefined {
  return site === undefined
    ? undefined
    : `${site.replace(/\/+$/, '')}/${folder === '' ? '' : `${encodePath(folder)}/`}`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
