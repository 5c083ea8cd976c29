import {
  type Document,
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
import type {ManifestOutput} from '../build/manifest.ts'
import type {Inputs} from '../load/inputs.ts'
import type {Project} from '../load/load-project.ts'
import {type CompiledPage, compileAnyPage} from './compile-page.ts'
import {type SiteFacts, siteFacts} from './site-facts.ts'

/** Formats of a build that names none. */
export const defaultFormats: readonly Format[] = ['html', 'text']

/** What a build renders of each page. */
export interface PageOptions {
  /** Default: every audience that a page serves. */
  readonly audiences?: readonly string[]
  /** Default: `html` and `text` for a build, `html` for a site generator. */
  readonly formats?: readonly Format[]
}

/** Which variants of pages are made, and how. */
export interface VariantOptions extends PageOptions {
  /**
   * Whether HTML is a whole page; default: `false`, the body alone. Other formats, which nothing is put
   * around, always are.
   */
  readonly page?: boolean
}

/** A file that a page becomes, not yet written. */
export type PageOutput = Omit<ManifestOutput, 'source' | 'bytes' | 'hash'> & {readonly text: string}

/**
 * What a build keeps of a page from one time to the next, to report it again without making it. Plain data.
 */
export interface PageRecord {
  /** Path of the source from the project's folder. */
  readonly path: string
  /** Slug of the page. */
  readonly slug: string
  /** Without those that come of other pages' slugs. */
  readonly messages: readonly JsonMessage[]
  /**
   * Files that it is made of, besides those that every page depends on; `undefined` where one outside of the
   * project was read.
   */
  readonly inputs: Inputs | undefined
}

/**
 * A page rendered for all who are served, listed with the audiences that were asked for, and without a word
 * where it serves none of them. Plain data, which crosses threads and machines as it is.
 */
export interface RenderedPage extends PageRecord, SiteFacts {
  /** Its files; none where it has errors. */
  readonly outputs: readonly PageOutput[]
  /** Audiences that the page serves, whether or not they were asked for. */
  readonly served: readonly string[]
}

/** What is rendered of a page for one audience. */
export interface RenderedVariant {
  readonly audience: string
  /** In the order of the formats that were asked for. */
  readonly renderings: readonly Rendering[]
}

/**
 * Render a page for the readers that it serves, in each format; for none where it has errors.
 *
 * @returns The variants, and the document as if it promised the wanted audiences alone.
 */
export function renderVariants(
  page: CompiledPage,
  {audiences, formats = ['html'], page: isWhole = false}: VariantOptions,
): {readonly document: Document; readonly variants: readonly RenderedVariant[]} {
  const document = audiences === undefined ? page.document : forAudiences(page.document, audiences)
  const served = page.sound ? servedAudiences(document) : []
  const variants = served.map(audience => ({
    audience,
    renderings: formats.map(format =>
      render(document, {audience, format, page: isWhole || format !== 'html'}),
    ),
  }))
  return {document, variants}
}

/**
 * What a build makes of a page. It neither holds, names nor links anything of audiences that are not asked
 * for.
 */
export function renderPage(project: Project, path: string, options: PageOptions): RenderedPage {
  const page = compileAnyPage(project, path)
  const {document, variants} = renderVariants(page, {formats: defaultFormats, ...options, page: true})
  const {slug = ''} = document
  return {
    path,
    slug,
    messages: page.messages.map(messageToJson),
    inputs: page.inputs,
    served: servedAudiences(page.document),
    outputs: outputsOf(document, slug, variants),
    ...(page.sound && isListed(document, options)
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

/**
 * Files of the variants, and the page that asks which audience a reader is of, where there are pages that it
 * can lead to.
 */
function outputsOf(
  document: Document,
  slug: string,
  variants: readonly RenderedVariant[],
): readonly PageOutput[] {
  const outputs = variants.flatMap(({audience, renderings}) =>
    renderings.map(({value: text, meta: {format}, citations, fallbacks}): PageOutput => {
      const file = `${audience}/${slug}/index.${formats[format].extension}`
      return {file, text, audience, format, citations, fallbacks}
    }),
  )
  if (!outputs.some(({format}) => format === 'html')) return outputs
  const question = {file: `${slug}/index.html`, text: serializeQuestion(document)}
  return [...outputs, {...question, format: 'html', citations: [], fallbacks: []}]
}
