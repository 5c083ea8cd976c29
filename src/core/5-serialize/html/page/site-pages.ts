import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {
  type Document,
  directionOf,
  type ReviewStatus,
  relativeHref,
  type Settings,
  type TextGroup,
  variantFolder,
  withoutMarkup,
} from '../../../language/index.ts'
import {script as answerScript} from './client/answer.js?script'
import {questionNav} from './question.ts'
import {printShell} from './shell.ts'

/**
 * The page at `/<slug>/`: asks which audience the reader is of, and shows nothing that is not for everyone.
 * Where the project assumes an answer, the page leads on to it; the question stands there too.
 *
 * @param document A compiled document with a slug.
 */
export function serializeQuestion(document: Document): string {
  const {settings, locale, slug = '', audiences} = document
  const labels = settings.labels(locale)
  const title = defaultText(document.title)
  const assumed = settings.defaultAudience
  const ahead =
    assumed === undefined || !audiences.includes(assumed)
      ? []
      : [
          h('meta', {
            httpEquiv: 'refresh',
            content: `0; url=${relativeHref(slug, variantFolder(assumed, slug))}`,
          }),
        ]
  const topic = title === undefined ? [] : [h('p', {className: 'topic'}, title)]
  return printShell({
    locale,
    title: title ?? labels.question,
    labels,
    site: settings.site,
    head: ahead,
    home: relativeHref(slug, ''),
    parts: new Map([['question', [...topic, questionNav(document, undefined, slug)]]]),
    script: answerScript,
  })
}

/** One page in the list of pages. */
export interface ListedPage {
  readonly slug: string
  /** Its default title; its slug where it has none. */
  readonly title: string
  /** Its default description. */
  readonly description: string | undefined
  readonly status: ReviewStatus | undefined
  readonly locale: string
  /** Promised audience ids. */
  readonly audiences: readonly string[]
}

/** How a page is listed: never with the wording of one audience. */
export function listPage({slug = '', title, description, review, locale, audiences}: Document): ListedPage {
  return {
    slug,
    title: defaultText(title) ?? slug,
    description: defaultText(description),
    status: review?.status,
    locale,
    audiences,
  }
}

/** The page at `/`: all pages by title, each with its description, its review status and its audiences. */
export function serializeIndex(pages: readonly ListedPage[], settings: Settings): string {
  const {locale, site} = settings
  const labels = settings.labels(locale)
  const items = [...pages].sort(byTitle).map(({audiences, ...page}) => {
    const variants = audiences.map(id =>
      h(
        'li',
        h(
          'a',
          {href: relativeHref('', variantFolder(id, page.slug))},
          settings.audienceWords(id, locale).label,
        ),
      ),
    )
    return pageItem({...page, href: relativeHref('', page.slug)}, settings, [
      h('ul', {className: 'variants'}, variants),
    ])
  })
  const title = site.title ?? labels.articles
  return printShell({
    locale,
    title,
    labels,
    site: withoutTitle(site),
    head: [],
    home: undefined,
    parts: new Map([
      ['title', [h('h1', {className: 'title'}, title)]],
      ['question', [audienceNav(pages, settings)]],
      ['body', [h('ul', {className: 'pages'}, items)]],
    ]),
  })
}

/** The question for the whole site: each answer leads to the list of its pages. */
function audienceNav(pages: readonly ListedPage[], settings: Settings): ElementContent {
  const {locale, audiences} = settings
  const labels = settings.labels(locale)
  const answers = audiences.ids
    .filter(id => pages.some(page => page.audiences.includes(id)))
    .map(id =>
      h(
        'li',
        h('a', {className: 'answer', href: relativeHref('', id)}, settings.audienceWords(id, locale).label),
      ),
    )
  return h('nav', {className: 'question', ariaLabel: labels.question}, [
    h('h2', labels.question),
    h('p', labels.questionHelp),
    h('ul', answers),
    h('p', {className: 'fine'}, labels.questionNote),
  ])
}

/** A page in the list of one audience, in its words. */
export interface AudiencePage {
  readonly slug: string
  readonly title: string
  readonly description: string | undefined
  readonly status: ReviewStatus | undefined
  readonly locale: string
}

/**
 * The page at `/<audience>/`: the pages of one audience in its words, and a search over them.
 *
 * @param script JavaScript of the search.
 */
export function serializeAudienceIndex(
  audience: string,
  pages: readonly AudiencePage[],
  settings: Settings,
  script: string,
): string {
  const {locale, site} = settings
  const labels = settings.labels(locale)
  const {label} = settings.audienceWords(audience, locale)
  const items = [...pages]
    .sort(byTitle)
    .map(page => pageItem({...page, href: relativeHref('', page.slug)}, settings, []))
  const search = h(
    'form',
    {
      className: 'search',
      role: 'search',
      ariaLabel: labels.search,
      hidden: true, // shown by its script: without one there is nothing to search with
      dataIndex: 'search.json',
      dataFound: labels.searchFound,
      dataNone: labels.searchNone,
      dataFailed: labels.searchFailed,
    },
    [h('label', [h('span', labels.searchHelp), h('input', {type: 'search', autoComplete: 'off'})])],
  )
  return printShell({
    locale,
    title: `${labels.allArticles}: ${label}`,
    labels,
    site,
    head: [],
    home: relativeHref(audience, ''),
    parts: new Map([
      [
        'title',
        [h('h1', {className: 'title'}, [labels.allArticles, ' ', h('span', {className: 'mark'}, label)])],
      ],
      ['body', [search, h('ul', {className: 'pages'}, items)]],
    ]),
    script,
  })
}

/**
 * The page in the place of one that is not there, or cannot be shown; it stands anywhere, so its links begin
 * at the site’s root.
 */
export function serializeNotice(kind: 'notFound' | 'unavailable', settings: Settings): string {
  const {locale, site} = settings
  const labels = settings.labels(locale)
  const home = new URL(site.url ?? '/', 'https://site.invalid').pathname
  return printShell({
    locale,
    title: labels[kind],
    labels,
    site,
    head: [h('meta', {name: 'robots', content: 'noindex'})],
    home,
    parts: new Map([
      ['title', [h('h1', {className: 'title'}, labels[kind])]],
      ['body', [h('p', labels[`${kind}Help`]), h('p', h('a', {href: home}, labels.allArticles))]],
    ]),
  })
}

interface LinkedPage extends AudiencePage {
  readonly href: string
}

function pageItem(
  {href, title, description, status, locale: language}: LinkedPage,
  settings: Settings,
  more: readonly ElementContent[],
): ElementContent {
  const {locale} = settings
  const labels = settings.labels(locale)
  const foreign = language === locale ? {} : {lang: language, dir: directionOf(language)}
  return h('li', [
    h('a', {href, ...foreign}, title),
    ...(status === undefined
      ? []
      : [' ', h('span', {className: `status-${status}`}, labels.reviewSteps[status])]),
    ...(description === undefined ? [] : [h('p', h('span', foreign, description))]),
    ...more,
  ])
}

/** The index has the site’s title as its heading. */
function withoutTitle({title: _, ...site}: Settings['site']): Settings['site'] {
  return site
}

function byTitle(left: {title: string; slug: string}, right: {title: string; slug: string}): number {
  return left.title < right.title ? -1 : left.title > right.title ? 1 : left.slug < right.slug ? -1 : 1
}

/** The wording that is meant for no audience in particular. */
function defaultText(group: TextGroup | undefined): string | undefined {
  const text = group?.branches.find(({match}) => match.otherwise)?.text
  return text && withoutMarkup(text)
}
