import {
  check,
  type Document,
  type Fallback,
  type Format,
  forAudiences,
  formats,
  type JsonMessage,
  type ListedPage,
  listPage,
  messageToJson,
  type Rendering,
  render,
  serializeQuestion,
  servedAudiences,
} from '../../internal.ts'
import type {Inputs} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import {type SiteFacts, siteFacts} from './site-facts.ts'

/** Formats of a build that names none. */
export const defaultFormats: readonly Format[] = ['html', 'text']

/** What a build renders of each page. */
export interface PageOptions {
  /** Default: every audience that a page serves. */
  readonly audiences?: readonly string[]
  /** Default: `html` and `text`. */
  readonly formats?: readonly Format[]
}

/** A file that a page becomes, not yet written. */
export interface PageOutput {
  /** Path below the output folder, with `/`. */
  readonly file: string
  readonly text: string
  /** Absent on the page that asks which audience a reader is of. */
  readonly audience?: string
  readonly format: Format
  /** Cited keys in order of number. */
  readonly citations: Rendering['citations']
  readonly fallbacks: readonly Fallback[]
}

/** What a build keeps of a page from one time to the next, to report it again without making it. Plain data. */
export interface PageRecord {
  /** Path of the source from the project's folder. */
  readonly path: string
  readonly slug: string
  /** Without those that come of other pages' slugs. */
  readonly messages: readonly JsonMessage[]
  /** Files that it is made of, besides those that every page depends on; `undefined` where one outside of the project was read. */
  readonly inputs: Inputs | undefined
}

/**
 * A page rendered for all who are served, listed with the audiences that were asked for, and without a word where it serves none of
 * them. Plain data, which crosses threads and machines as it is.
 */
export interface RenderedPage extends PageRecord, SiteFacts {
  /** Its files; none where it has errors. */
  readonly outputs: readonly PageOutput[]
  /** Audiences that the page serves, whether or not they were asked for. */
  readonly served: readonly string[]
}

/**
 * Compile and check one page, and render it in every wanted format where it has no errors. What is rendered neither holds, names
 * nor links anything of audiences that are not asked for.
 */
export function renderPage(project: Project, path: string, options: PageOptions): RenderedPage {
  const traced = project.trace(path)
  const whole = traced?.document ?? project.compile(path)
  const {messages} = check(whole)
  const sound = messages.every(({fatal}) => fatal !== true)
  const document = options.audiences === undefined ? whole : forAudiences(whole, options.audiences)
  const {slug = ''} = document
  return {
    path,
    slug,
    messages: messages.map(messageToJson),
    inputs: traced?.inputs,
    served: servedAudiences(whole),
    outputs: sound ? outputsOf(document, slug, options) : [],
    ...(sound && isListed(document, options)
      ? siteFacts(document)
      : {listed: {...nameless(document), updated: undefined, variants: {}}, search: []}),
  }
}

/** A page for others is not listed for those who were asked for: its title may be meant for the others. */
function isListed(document: Document, {audiences}: PageOptions): boolean {
  return audiences === undefined || document.audiences.length > 0
}

function nameless(document: Document): ListedPage {
  const {slug, locale, audiences} = listPage(document)
  return {slug, title: slug, description: undefined, status: undefined, locale, audiences}
}

function outputsOf(document: Document, slug: string, options: PageOptions): readonly PageOutput[] {
  const {formats: wanted = defaultFormats} = options
  const served = servedAudiences(document)
  if (served.length === 0) return []
  const variants = served.flatMap(audience =>
    wanted.map((format): PageOutput => {
      const {value, citations, fallbacks} = render(document, {audience, format, page: true})
      const file = `${audience}/${slug}/index.${formats[format].extension}`
      return {file, text: value, audience, format, citations, fallbacks}
    }),
  )
  if (!wanted.includes('html')) return variants // it would lead to pages that there are not
  const question = {file: `${slug}/index.html`, text: serializeQuestion(document)}
  return [...variants, {...question, format: 'html', citations: [], fallbacks: []}]
}
