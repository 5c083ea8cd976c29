import type {ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import type {Heading} from 'mdast'
import {absoluteUrl, relativeHref, variantFolder} from '../../page/links.ts'
import {scriptJson, structuredData} from '../../page/structured-data.ts'
import type {HtmlContext} from '../context.ts'
import {tocSection} from '../sections/toc.ts'
import {questionNav} from './question.ts'
import {reviewSection} from './review.ts'
import {shellTree} from './shell.ts'

/** From this many headings on a page shows a contents list by itself. */
const longPage = 4

/**
 * A variant as a whole page: what stands around the body comes from the front matter and the configuration.
 *
 * @param heading The author's heading in whose place the title stands, so that links to it still lead somewhere.
 */
export function pageTree(context: HtmlContext, body: Root, heading: Heading | undefined): Root {
  const {selection, numbering, labels} = context
  const {document, reader, title, disclaimer, followUp} = selection
  const {settings, slug, locale} = document
  const folder = slug === undefined ? undefined : variantFolder(reader.audience, slug)
  const notice =
    document.review?.status === 'approved'
      ? undefined
      : (settings.site.banner ?? (document.review && labels.notApproved))
  const hasToc = [...context.places].some(({what}) => what === 'toc')
  const headings = numbering.toc.reduce((sum, entry) => sum + 1 + entry.children.length, 0)
  return shellTree({
    locale,
    title: title ?? numbering.toc[0]?.text ?? slug ?? labels.articles,
    labels,
    head: headOf(context, folder),
    siteTitle: settings.site.title,
    home: folder === undefined ? undefined : relativeHref(folder, ''),
    main: [
      ...(notice === undefined ? [] : [h('p', {className: 'notice', role: 'note'}, notice)]),
      h('article', [
        h('header', [
          ...(title === undefined ? [] : [h('h1', {id: heading?.data?.id}, title)]),
          ...reviewSection(document, labels),
        ]),
        questionNav(document, reader.audience, folder),
        ...(hasToc || headings < longPage ? [] : tocSection(context)),
        h('div', {className: 'body'}, body.children as ElementContent[]), // a sanitized root holds elements and text
        h('footer', [
          ...(disclaimer === undefined
            ? []
            : [h('section', {className: 'disclaimer'}, [h('h2', labels.disclaimer), h('p', disclaimer)])]),
          ...(followUp === undefined
            ? []
            : [
                h('section', {className: 'follow-up'}, [
                  h('h2', labels.followUp),
                  h(
                    'p',
                    followUp.href === undefined
                      ? followUp.text
                      : h('a', {href: followUp.href}, followUp.text),
                  ),
                ]),
              ]),
        ]),
      ]),
    ],
  })
}

function headOf({selection, numbering}: HtmlContext, folder: string | undefined): ElementContent[] {
  const {document, description, title} = selection
  const {settings, audiences, slug, locale} = document
  const canonical = folder === undefined ? undefined : absoluteUrl(settings.site.url, folder)
  const others =
    slug === undefined ? [] : audiences.map(id => absoluteUrl(settings.site.url, variantFolder(id, slug)))
  return [
    ...(description === undefined ? [] : [h('meta', {name: 'description', content: description})]),
    ...(canonical === undefined ? [] : [h('link', {rel: ['canonical'], href: canonical})]),
    ...others
      .filter(href => href !== undefined && href !== canonical)
      .map(href => h('link', {rel: ['alternate'], hrefLang: locale, href})),
    ...(title === undefined ? [] : [h('meta', {property: 'og:title', content: title})]),
    ...(description === undefined ? [] : [h('meta', {property: 'og:description', content: description})]),
    h('meta', {property: 'og:type', content: 'article'}),
    ...(canonical === undefined ? [] : [h('meta', {property: 'og:url', content: canonical})]),
    h('script', {type: 'application/ld+json'}, scriptJson(structuredData(selection, numbering))),
  ]
}
