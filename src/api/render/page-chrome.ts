import {scriptJson, structuredData} from '../../core/5-serialize/page/structured-data.ts'
import {
  type Document,
  isUnlisted,
  noticeOf,
  questionOf,
  type ReaderQuestion,
  variantFolder,
  variantUrl,
  withoutMarkup,
} from '../../core/language/index.ts'
import {variantOf} from '../variant.ts'
import {type RenderOptions, readOptions} from './render-options.ts'

/** A part of a page that closes it, with the heading over it in the page’s language. */
export interface ClosingPart {
  readonly heading: string
  readonly text: string
  readonly href: string | undefined
}

/** What stands around the body of a variant, for a layout that is not ours. All texts are plain. */
export interface PageChrome {
  /** Says that the page is not approved, where it is not. */
  readonly notice: string | undefined
  readonly question: ReaderQuestion
  readonly disclaimer: ClosingPart | undefined
  readonly followUp: ClosingPart | undefined
  /** Where the variant is published, if the site says where that is. */
  readonly canonical: string | undefined
  /** Whether search engines are asked not to list it. */
  readonly unlisted: boolean
  /** JSON-LD that may stand in a `<script type="application/ld+json">` as it is. */
  readonly structuredData: string
}

/**
 * What a whole page shows around its body, as data.
 *
 * @param document A compiled document.
 * @param options Audience and further dimensions.
 * @throws {RangeError} For a reader that the document does not serve.
 */
export function pageChrome(document: Document, options: RenderOptions): PageChrome {
  const {reader, style} = readOptions(document, options)
  const {selection, numbering} = variantOf(document, reader, style)
  const {slug, settings, locale} = document
  const {disclaimer, followUp} = selection
  const labels = settings.labels(locale)
  const folder = slug === undefined ? undefined : variantFolder(reader.audience, slug)
  return {
    notice: noticeOf(document),
    question: questionOf(document, reader.audience, folder),
    disclaimer:
      disclaimer === undefined
        ? undefined
        : {heading: labels.disclaimer, text: withoutMarkup(disclaimer), href: undefined},
    followUp: followUp && {heading: labels.followUp, text: withoutMarkup(followUp.text), href: followUp.href},
    canonical: slug === undefined ? undefined : variantUrl(settings, reader.audience, slug),
    unlisted: isUnlisted(document),
    structuredData: scriptJson(structuredData(selection, numbering)),
  }
}
