import {type Document, listPage, servedAudiences} from '../../internal.ts'
import {type SearchEntry, searchEntry} from '../build/search-index.ts'
import type {SitePage} from '../build/site-files.ts'

/** How the site lists and finds a page. */
export interface SiteFacts {
  /** What lists say of it. */
  readonly listed: SitePage
  /** What the search of each audience knows of it. */
  readonly search: readonly (readonly [audience: string, SearchEntry])[]
}

/** What lists and searches say of a page without errors, in the words of each audience. */
export function siteFacts(document: Document): SiteFacts {
  const search = servedAudiences(document).map(id => [id, searchEntry(document, id)] as const)
  const listed = listPage(document)
  const {slug, status, locale} = listed
  const variants = Object.fromEntries(
    search.map(([id, {title, description}]) => [id, {slug, title, description, status, locale}]),
  )
  return {listed: {...listed, updated: document.updated, variants}, search}
}
