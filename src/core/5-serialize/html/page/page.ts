import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Heading} from 'mdast'
import {
  absoluteUrl,
  isUnlisted,
  noticeOf,
  type PagePart,
  pageParts,
  relativeHref,
  variantFolder,
  withoutMarkup,
} from '../../../language/index.ts'
import {scriptJson, structuredData} from '../../page/structured-data.ts'
import type {RenderContext} from '../../render-context.ts'
import {markup} from '../markup.ts'
import {tocSection} from '../sections/toc.ts'
import {script as answerScript} from './client/answer.js?script'
import {questionNav} from './question.ts'
import {reviewSection} from './review.ts'
import {policyOf, printShell, type Shell} from './shell.ts'

/** From this many headings on a page shows a contents list by itself. */
const longPage = 4

/** What the body has become, sanitized. */
export interface BodyParts {
  readonly body: readonly ElementContent[]
  readonly glossary: readonly ElementContent[]
  readonly references: readonly ElementContent[]
}

/**
 * A variant as a whole page: what stands around the body comes from the front matter and the configuration.
 *
 * @param heading The author's heading in whose place the title stands, so that links to it still lead
 * somewhere.
 */
export function printPage(facts: RenderContext, body: BodyParts, heading: Heading | undefined): string {
  const {selection, numbering, labels} = facts
  const {document, reader, title} = selection
  const {settings, slug, locale} = document
  const {site} = settings
  const folder = slug === undefined ? undefined : variantFolder(reader.audience, slug)
  const parts = partsOf(facts, body, heading, folder)
  const script = folder === undefined ? undefined : answerScript
  const shell: Shell = {
    locale,
    title: (title && withoutMarkup(title)) ?? numbering.toc[0]?.text ?? slug ?? labels.articles,
    labels,
    site,
    head: headOf(facts, folder),
    home: folder === undefined ? undefined : relativeHref(folder, ''),
    parts: new Map((site.layout ?? pageParts).map(part => [part, parts[part]])),
    script,
  }
  return printShell(
    shell,
    document.cache.memoize(printPage, () => policyOf(shell)),
  )
}

function partsOf(
  facts: RenderContext,
  {body, glossary, references}: BodyParts,
  heading: Heading | undefined,
  folder: string | undefined,
): Readonly<Record<PagePart, readonly ElementContent[]>> {
  const {selection, numbering, labels} = facts
  const {document, reader, title, disclaimer, followUp} = selection
  const notice = noticeOf(document)
  const hasToc = [...facts.places].some(({what}) => what === 'toc')
  const headings = numbering.toc.reduce((sum, entry) => sum + 1 + entry.children.length, 0)
  return {
    banner: notice === undefined ? [] : [h('p', {className: 'notice', role: 'note'}, notice)],
    title: title === undefined ? [] : [h('h1', {className: 'title', id: heading?.data?.id}, markup(title))],
    review: reviewSection(document, labels),
    question: [questionNav(document, reader.audience, folder)],
    contents:
      hasToc || headings < longPage
        ? []
        : tocSection({labels, ask: question => question(facts), popovers: true}),
    body: [h('div', {className: 'body'}, [...body])],
    glossary,
    references,
    disclaimer:
      disclaimer === undefined
        ? []
        : [h('section', {className: 'disclaimer'}, [h('h2', labels.disclaimer), h('p', markup(disclaimer))])],
    followUp:
      followUp === undefined
        ? []
        : [
            h('section', {className: 'follow-up'}, [
              h('h2', labels.followUp),
              h(
                'p',
                followUp.href === undefined
                  ? markup(followUp.text)
                  : h('a', {href: followUp.href}, markup(followUp.text)),
              ),
            ]),
          ],
  }
}

/** What search engines and services that show links read. */
function headOf({selection, numbering}: RenderContext, folder: string | undefined): ElementContent[] {
  const {document, reader} = selection
  const [title, description] = [selection.title, selection.description].map(
    text => text && withoutMarkup(text),
  )
  const {settings, audiences, slug, locale} = document
  const {site} = settings
  const canonical = folder === undefined ? undefined : absoluteUrl(site.url, folder)
  const others = audiences
    .filter(id => id !== reader.audience)
    .flatMap(id => {
      if (slug === undefined || folder === undefined) return []
      const other = variantFolder(id, slug)
      return [absoluteUrl(site.url, other) ?? relativeHref(folder, other)]
    })
  const openGraph = Object.entries({
    'og:type': 'article',
    'og:title': title,
    'og:description': description,
    'og:url': canonical,
    'og:site_name': site.title,
    'og:locale': locale.replace('-', '_'),
  })
  return [
    ...(isUnlisted(document) ? [h('meta', {name: 'robots', content: 'noindex'})] : []),
    ...(description === undefined ? [] : [h('meta', {name: 'description', content: description})]),
    ...(canonical === undefined ? [] : [h('link', {rel: ['canonical'], href: canonical})]),
    ...others.map(href => h('link', {rel: ['alternate'], hrefLang: locale, href})),
    ...openGraph.flatMap(([property, content]) =>
      content === undefined ? [] : [h('meta', {property, content})],
    ),
    h('script', {type: 'application/ld+json'}, [
      {type: 'text', value: scriptJson(structuredData(selection, numbering))},
    ]),
  ]
}
