import {
  type AudiencePage,
  type ListedPage,
  type Settings,
  serializeAudienceIndex,
  serializeIndex,
  serializeNotice,
  variantUrl,
} from '../../internal.ts'
import {script as searchScript} from './client/search.js?script'

/** A page as the site lists it: in the default words, and in the words of each audience. */
export interface SitePage extends ListedPage {
  readonly updated: string | undefined
  readonly variants: Readonly<Record<string, AudiencePage>>
}

/** How a page is listed for some audiences. */
export function listedFor(page: SitePage, ids: readonly string[]): SitePage {
  return {
    ...page,
    audiences: page.audiences.filter(id => ids.includes(id)),
    variants: Object.fromEntries(Object.entries(page.variants).filter(([id]) => ids.includes(id))),
  }
}

/** Files that need no more of pages than their front matter, by path below the output folder. */
export const listFiles: ReadonlyMap<string, (pages: readonly ListedPage[], settings: Settings) => string> =
  new Map([
    ['index.html', serializeIndex],
    ['404.html', (_, settings) => serializeNotice('notFound', settings)],
    ['robots.txt', (_, settings) => robots(settings)],
  ])

/**
 * Files that belong to no single page: the list of all pages, one for each audience with its search, the page
 * for addresses without one, what crawlers may read, and the map for them where the site's address is known.
 *
 * @param all Pages in any order; one that no audience gets is not listed.
 * @returns Text by path below the output folder.
 */
export function siteFiles(all: readonly SitePage[], settings: Settings): ReadonlyMap<string, string> {
  const {site} = settings
  const pages = all.filter(({audiences}) => audiences.length > 0)
  const files = new Map([...listFiles].map(([file, print]) => [file, print(pages, settings)]))
  for (const audience of settings.audiences.ids) {
    const own = pages.flatMap(({variants}) =>
      Object.hasOwn(variants, audience) ? (variants[audience] ?? []) : [],
    )
    if (own.length > 0)
      files.set(`${audience}/index.html`, serializeAudienceIndex(audience, own, settings, searchScript))
  }
  if (site.url !== undefined && site.robots !== 'none') files.set('sitemap.xml', sitemap(pages, settings))
  return files
}

/** @see https://www.rfc-editor.org/rfc/rfc9309 */
function robots({site}: Settings): string {
  if (site.robots === 'none') return 'User-agent: *\nDisallow: /\n'
  const map = site.url === undefined ? '' : `\nSitemap: ${site.url.replace(/\/+$/, '')}/sitemap.xml\n`
  return `User-agent: *\nAllow: /\n${map}`
}

/**
 * Every variant with the others of its page as alternates; not those that crawlers are asked not to list.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
function sitemap(pages: readonly SitePage[], settings: Settings): string {
  const {site} = settings
  const listed = pages.filter(({status}) => site.robots !== 'approved' || status === 'approved')
  const entries = listed.flatMap(({slug, locale, updated, variants}) => {
    const urls = Object.keys(variants).map(audience => escapeXml(variantUrl(settings, audience, slug) ?? ''))
    return urls.map(url => {
      const others = urls
        .filter(other => other !== url)
        .map(other => `    <xhtml:link rel="alternate" hreflang="${escapeXml(locale)}" href="${other}"/>\n`)
      const changed = updated === undefined ? '' : `    <lastmod>${updated}</lastmod>\n`
      return [url, `  <url>\n    <loc>${url}</loc>\n${changed}${others.join('')}  </url>\n`] as const
    })
  })
  const sorted = [...entries].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry)
  const namespaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${sorted.join('')}</urlset>\n`
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
