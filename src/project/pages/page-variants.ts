import {
  type Document,
  directionOf,
  type Fallback,
  type Format,
  listPage,
  messageToJson,
  type PageChrome,
  pageChrome,
  questionOf,
  type ReaderAnswer,
  type ReaderQuestion,
  type Rendering,
  type Review,
  render,
  serializeQuestion,
  type TocEntry,
} from '../../internal.ts'
import {isError} from '../load/content-error.ts'
import type {Inputs} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import {compilePage} from './compile-page.ts'
import {type PageRecord, renderVariants, type VariantOptions} from './render-page.ts'

/**
 * A variant of a page, and what a layout can show around it. Plain data, in the words of its audience alone.
 */
export interface PageVariant {
  /** Slug of the page. */
  readonly slug: string
  /** Audience id. */
  readonly audience: string
  /** What its readers answer to the question: `I am a patient or caregiver`. */
  readonly label: string
  /** The page's title, else its first heading, else its slug. */
  readonly title: string
  /** Description in this audience’s words. */
  readonly description: string | undefined
  /** BCP 47 tag. */
  readonly locale: string
  /** Writing direction of the locale. */
  readonly direction: 'ltr' | 'rtl'
  /** ISO 8601 calendar date. */
  readonly updated: string | undefined
  /** Status of the editorial review. */
  readonly review: Review | undefined
  /** Words of the text. */
  readonly wordCount: number
  /** Headings of the variant, in order. */
  readonly toc: readonly TocEntry[]
  /** Cited keys in order of number. */
  readonly citations: Rendering['citations']
  /** Groups in which another audience’s wording stands in. */
  readonly fallbacks: readonly Fallback[]
  /** The page's other variants that are made; ways to them count on folders `<audience>/<slug>/`. */
  readonly alternates: readonly Alternate[]
  /** What a whole page shows around the text. */
  readonly chrome: PageChrome
  /** The page's `extra`, untouched. */
  readonly extra: unknown
  /** Outputs by format. */
  readonly outputs: ReadonlyMap<Format, string>
}

/** Another audience’s variant of the same page. */
export type Alternate = Pick<ReaderAnswer, 'audience' | 'label' | 'description'> & {
  /** Its address. */
  readonly href: string
}

/** The page that asks which audience a reader is of; it shows nothing that is not for everyone. */
export interface QuestionPage {
  /** Slug of the page. */
  readonly slug: string
  /** Title for readers who have not answered. */
  readonly title: string
  /** Description for readers who have not answered. */
  readonly description: string | undefined
  /** BCP 47 tag. */
  readonly locale: string
  /** Writing direction of the locale. */
  readonly direction: 'ltr' | 'rtl'
  /** The question and its answers. */
  readonly question: ReaderQuestion
  /** As a whole page. */
  readonly html: string
}

/** All variants of a page. */
export interface PageVariants extends PageRecord {
  /** None where the page has errors. */
  readonly variants: readonly PageVariant[]
  /** Absent where the page has errors, or no variant. */
  readonly question: QuestionPage | undefined
  /** Files that it is made of, besides those that every page depends on. */
  readonly inputs: Inputs
}

/**
 * Compile and check a page, and render it for the readers that it serves; nothing where it has errors.
 *
 * @returns `undefined` where there is no such file.
 */
export function readVariants(
  project: Project,
  path: string,
  options: VariantOptions = {},
): PageVariants | undefined {
  const page = compilePage(project, path)
  if (page === undefined) return undefined
  const {document, variants: rendered} = renderVariants(page, options)
  // What is known only once it is written: an output may be too long.
  const late = rendered.flatMap(({renderings}) => renderings.flatMap(({messages}) => messages))
  const messages = [...page.messages.map(messageToJson), ...late.map(messageToJson).filter(isError)]
  const served = rendered.map(({audience}) => audience)
  const variants = messages.some(isError)
    ? []
    : rendered.map(({audience, renderings}) => variantOf(document, audience, served, renderings))
  const question = variants.length === 0 ? undefined : questionPage(document, variants)
  return {path, slug: document.slug ?? '', messages, variants, question, inputs: page.inputs}
}

function variantOf(
  document: Document,
  audience: string,
  served: readonly string[],
  renderings: readonly Rendering[],
): PageVariant {
  const {slug = '', locale, settings, extra} = document
  const [first = render(document, {audience})] = renderings
  const {title, description, updated, review, wordCount, toc} = first.meta
  const {question, ...chrome} = pageChrome(document, {audience})
  const answers = question.answers.filter(answer => served.includes(answer.audience))
  return {
    slug,
    audience,
    label: settings.audienceWords(audience, locale).label,
    title: title ?? toc[0]?.text ?? slug,
    description,
    locale,
    direction: directionOf(locale),
    updated,
    review,
    wordCount,
    toc,
    citations: first.citations,
    fallbacks: first.fallbacks,
    alternates: answers.flatMap(({audience: id, label, description: help, href}) =>
      href === undefined ? [] : [{audience: id, label, description: help, href}],
    ),
    chrome: {...chrome, question: {...question, answers}},
    extra,
    outputs: new Map(renderings.map(({meta, value}) => [meta.format, value])),
  }
}

function questionPage(document: Document, variants: readonly PageVariant[]): QuestionPage {
  const {slug, title, description, locale} = listPage(document)
  const question = questionOf(document, undefined, slug)
  const made = new Set(variants.map(({audience}) => audience))
  const answers = question.answers.filter(({audience}) => made.has(audience))
  return {
    slug,
    title,
    description,
    locale,
    direction: directionOf(locale),
    question: {...question, answers},
    html: serializeQuestion(document),
  }
}
