import {toHtml} from 'hast-util-to-html'
import {h} from 'hastscript'
import type {Document, Settings, TextGroup} from '../../../document/index.ts'
import {relativeHref, variantFolder} from '../../page/links.ts'
import {questionNav} from './question.ts'
import {shellTree} from './shell.ts'

/**
 * The page at `/<slug>/`: asks which audience the reader is of, and shows nothing that is not for everyone.
 *
 * @param document A compiled document with a slug.
 */
export function serializeQuestion(document: Document): string {
  const {settings, locale, slug = ''} = document
  const labels = settings.labels(locale)
  const title = defaultText(document.title)
  const tree = shellTree({
    locale,
    title: title ?? labels.question,
    labels,
    head: [],
    siteTitle: settings.site.title,
    home: relativeHref(slug, ''),
    main: [
      ...(title === undefined ? [] : [h('p', {className: 'topic'}, title)]),
      questionNav(document, undefined, slug),
    ],
  })
  return `${toHtml(tree)}\n`
}

/** One page in the list of pages. */
export interface ListedPage {
  readonly slug: string
  /** Its default title; its slug where it has none. */
  readonly title: string
  readonly locale: string
  /** Promised audience ids. */
  readonly audiences: readonly string[]
}

/** How a page is listed: never with the wording of one audience. */
export function listPage(document: Document): ListedPage {
  const {slug = '', locale, audiences} = document
  return {slug, title: defaultText(document.title) ?? slug, locale, audiences}
}

/** The page at `/`: all pages by title, each with its audiences. */
export function serializeIndex(pages: readonly ListedPage[], settings: Settings): string {
  const {locale, site} = settings
  const labels = settings.labels(locale)
  const items = [...pages].sort(byTitle).map(({slug, title, locale: language, audiences: ids}) => {
    const variants = ids.map(id =>
      h(
        'li',
        h('a', {href: relativeHref('', variantFolder(id, slug))}, settings.audienceWords(id, locale).label),
      ),
    )
    return h('li', [
      h('a', {href: relativeHref('', slug), ...(language !== locale && {lang: language})}, title),
      h('ul', {className: 'variants'}, variants),
    ])
  })
  const title = site.title ?? labels.articles
  const main = [h('h1', title), h('ul', {className: 'pages'}, items)]
  return `${toHtml(shellTree({locale, title, labels, head: [], siteTitle: undefined, home: undefined, main}))}\n`
}

function byTitle(left: ListedPage, right: ListedPage): number {
  return left.title < right.title ? -1 : left.title > right.title ? 1 : left.slug < right.slug ? -1 : 1
}

/** The wording that is meant for no audience in particular. */
function defaultText(group: TextGroup | undefined): string | undefined {
  return group?.branches.find(({match}) => match.otherwise)?.text
}
